import {
  ExternalHyperlink,
  InternalHyperlink,
  Tab,
  TextRun,
  UnderlineType,
  type IRunOptions,
  type ParagraphChild,
} from 'docx'

import { assertNever, type Run } from '../../model/index.js'
import { fontOf, hexOf } from './characters.js'
import type { BlockContext } from './context.js'

type TextRunOfFlow = Extract<Run, { type: 'text' }>

/** Quotes, dashes and dots of a run without a face of its own: drawn in the style’s Chinese face. */
const chineseMarks = { hint: 'eastAsia' }

/** Addresses that a document may lead to. A script or a share of someone else’s machine is none of them. */
const followable = /^(?:https?:\/\/|mailto:)/i

export function isFollowable(address: string): boolean {
  return followable.test(address)
}

/** The pieces of a line between tabs; a tab in running text would be read as a space. */
function piecesOf(line: string): (string | Tab)[] {
  return line
    .split('\t')
    .flatMap((piece, index) => [
      ...(index > 0 ? [new Tab()] : []),
      ...(piece === '' ? [] : [piece]),
    ])
}

function textRunsOf(run: TextRunOfFlow, context: BlockContext): TextRun[] {
  const look: IRunOptions = {
    font: run.face === null ? chineseMarks : fontOf(context.style, run.face),
    ...(run.colour === null ? {} : { color: hexOf(run.colour) }),
  }
  return run.text
    .split('\n')
    .map(
      (line, index) =>
        new TextRun({ ...look, children: piecesOf(line), ...(index > 0 ? { break: 1 } : {}) }),
    )
}

/**
 * Full-width spaces, underlined: they show on paper, and a person in Word writes over them. At the end of a line a no-break space
 * holds them: white space there hangs over the edge and is not underlined.
 */
function blankRun(width: number, ends: boolean): TextRun {
  return new TextRun({
    text: '\u3000'.repeat(Math.max(1, Math.round(width))) + (ends ? '\u00A0' : ''),
    font: chineseMarks,
    underline: { type: UnderlineType.SINGLE },
  })
}

function linkedRunsOf(run: TextRunOfFlow, context: BlockContext): ParagraphChild[] {
  const children = textRunsOf(run, context)
  if (run.link === null) return children
  if (run.link.startsWith('#')) {
    const bookmark = context.bookmarks.get(run.link.slice(1))
    return bookmark === undefined
      ? children
      : [new InternalHyperlink({ anchor: bookmark, children })]
  }
  return isFollowable(run.link) ? [new ExternalHyperlink({ link: run.link, children })] : children
}

/** What stands in a paragraph, from the runs of a flow. A link that leads nowhere, or where no document should, stays as text. */
export function childrenOf(runs: readonly Run[], context: BlockContext): ParagraphChild[] {
  return runs.flatMap((run, index) => {
    switch (run.type) {
      case 'text':
        return linkedRunsOf(run, context)
      case 'blank':
        return [blankRun(run.width, index === runs.length - 1)]
      default:
        return assertNever(run)
    }
  })
}

/** Runs of one plain text. */
export function plain(text: string): readonly Run[] {
  return [{ type: 'text', text, face: null, colour: null, link: null }]
}
