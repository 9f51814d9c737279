import { safeFileName } from '../text/index.js'
import { renderTokens, unprintable, type CompiledText, type Scope } from './liquid/compiled-text.js'
import { NoTextError, textOfPiece } from './liquid/text-of-value.js'
import { piecesOf } from './liquid/value-tokens.js'

/**
 * The path of a paper without its ending. Values in it cannot leave their folder: each name between slashes of the template is made safe with the
 * values in place. `folder` is the agency’s name made unique among the document’s agencies. Throws a TemplateProblem.
 */
export function outputPath(text: CompiledText, scope: Scope, folder: string | null): string {
  const rendered = renderTokens(text, scope)
  try {
    const parts = piecesOf(rendered.text, rendered.values).map((piece) =>
      piece.type === 'literal' ? piece.text : textOfPiece(piece).replace(/[\\/]/gu, '_'),
    )
    const agency: unknown = (scope.scope.agency as { name?: unknown } | null)?.name
    return parts
      .join('')
      .split('/')
      .filter((name) => name.trim() !== '')
      .map((name) => (folder !== null && name === agency ? folder : safeFileName(name.trim())))
      .join('/')
  } catch (error) {
    if (error instanceof NoTextError) throw unprintable(text, error)
    throw error
  }
}
