import { safeFileName } from '../text/index.js'
import { renderTokens, unprintable, type CompiledText, type Scope } from './liquid/compiled-text.js'
import { NoTextError, textOfPiece } from './liquid/text-of-value.js'
import { piecesOf } from './liquid/value-tokens.js'

/** What an ending takes, with .新: .新2.docx. In UTF-16 units, like those below. */
const ending = '.新99.docx'.length
/** What a file of an agency’s is called at most, with .新.docx, where the system counts the whole path: a longer name is cut to what is left. */
export const longestOwnName = 30
/** A name is never cut below this: with its hash it still says something, and tells two agencies apart. */
export const shortestName = 16

/**
 * The path of a paper without its ending. Values in it cannot leave their folder: each name between slashes of the template is made safe with the
 * values in place. `folder` is the agency’s name made unique among the document’s agencies; `longestName` is how long that may be where the system counts
 * the whole path: then the file’s own name is shortened to what is left. Throws a TemplateProblem.
 */
export function outputPath(
  text: CompiledText,
  scope: Scope,
  folder: string | null,
  longestName = Number.POSITIVE_INFINITY,
): string {
  const rendered = renderTokens(text, scope)
  try {
    const parts = piecesOf(rendered.text, rendered.values).map((piece) =>
      piece.type === 'literal' ? piece.text : textOfPiece(piece).replace(/[\\/]/gu, '_'),
    )
    const agency: unknown = (scope.scope.agency as { name?: unknown } | null)?.name
    const names = parts
      .join('')
      .split('/')
      .filter((name) => name.trim() !== '')
      .map((name) => (folder !== null && name === agency ? folder : safeFileName(name.trim())))
    const folders = names.slice(0, -1).join('/')
    const left = longestName + longestOwnName + '/agencies/'.length - folders.length - ending
    return names
      .map((name, at) =>
        at === names.length - 1 && name !== folder
          ? safeFileName(name, Math.max(shortestName, left))
          : name,
      )
      .join('/')
  } catch (error) {
    if (error instanceof NoTextError) throw unprintable(text, error)
    throw error
  }
}
