import type { Piece, Span } from '../../../model/index.js'
import type { Reference } from '../reference.js'
import { trimPieces } from '../trim-pieces.js'

/** The characters that editors write as references when they save a page as Markdown. */
const characters: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u2003',
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
}

/**
 * What may stand as markup inside a paragraph, a heading or a cell. Bounded repetitions: a text of brackets alone costs no more than its length.
 * - stars: `**二、基本原则**`
 * - escaped: `1\.投资`, `\[2023\]`
 * - tag: `财政部<br>商务部`, `<center>通知</center>`
 * - character: `国务院&nbsp;&nbsp;`
 * - label, target: `[附件1](附件1.docx)`, `![印章](images/1.png)`
 * - comment: `<!-- 转换自原件 -->` within a line
 * - spanned: `[关于某事的通知]{.underline}`, as Word files turned into Markdown have it; `[]{#_Toc1 .anchor}` says nothing
 * - wrap: a backslash at the end of a line
 * - quote: `> ` before a line: an indented paragraph
 * - noted: `[^1]`, the mark of a note
 */
const markup =
  /(?<comment><!--[^\n]{0,2000}?-->)|(?<wrap>\\(?=\n))|(?<quote>(?<![^\n])[ \t]{0,3}>[ \t]+(?=[^\s\d]))|(?<noted>\[\^[^\]\s]{1,20}\](?!:))|\[(?<spanned>[^[\]\n]{0,500})\]\{[#.][^{}\n]{0,200}\}|(?<stars>\*{2,})|\\(?<escaped>[\\`*_{}[\]()#+.!|~<>-])|<\/?(?<tag>br|p|div|span|center|b|strong|u|em|i|font|sup|sub|a)\b[^<>\n]{0,300}>|&(?<character>nbsp|ensp|emsp|lt|gt|amp|quot);|(?<bang>!?)\[(?<label>[^[\]\n]{0,500})\]\((?<target>[^()\s]{0,500}[./#][^()\s]{0,500})(?:\s"[^"\n]{0,200}")?\)(?:\{[^{}\n]{0,200}\})?/gi

/** Characters that no bold run begins with, or ends with: `张**、李**` holds two masked names, not one bold stretch. */
const beginsNone = /[\s，。、；：！？）〕】》」』”’]/u
const endsNone = /[\s（〔【《「『“‘]/u

/** Offsets of the `**` that enclose a bold run, each pair within one line. */
function boldMarks(text: string, span: Span): ReadonlySet<number> {
  const marks = new Set<number>()
  let open: number | null = null
  for (const match of text.slice(span.start, span.end).matchAll(/\n|(?<!\*)\*\*\*?(?!\*)/g)) {
    const at = span.start + match.index
    if (match[0] === '\n') {
      open = null
      continue
    }
    const before = at > span.start ? text.charAt(at - 1) : ' '
    const after = at + match[0].length < span.end ? text.charAt(at + match[0].length) : ' '
    if (open !== null && !endsNone.test(before)) {
      marks.add(open).add(at)
      open = null
    } else if (!beginsNone.test(after)) open = at
  }
  return marks
}

/** What a stretch of Markdown holds. */
export interface Inline {
  readonly pieces: readonly Piece[]
  readonly references: readonly Reference[]
  readonly comments: readonly Span[]
}

/** The pieces of a stretch of Markdown: its text without what is markup in it. References and comments are told besides. */
export function inlinePieces(text: string, span: Span): Inline {
  const pieces: Piece[] = []
  const references: Reference[] = []
  const comments: Span[] = []
  const slice = text.slice(span.start, span.end)
  const bold = boldMarks(text, span)
  let at = span.start
  const say = (start: number, end: number, said = text.slice(start, end)) => {
    if (start < end) pieces.push({ start, end, text: said })
  }
  for (const match of slice.matchAll(markup)) {
    const start = span.start + match.index
    const end = start + match[0].length
    const { comment, stars, escaped, tag, character, bang, label, target, spanned } =
      match.groups ?? {}
    if (stars !== undefined && !bold.has(start)) continue
    say(at, start)
    at = end
    if (comment !== undefined) comments.push({ start, end })
    else if (spanned !== undefined) say(start + 1, start + 1 + spanned.length)
    else if (escaped !== undefined) say(start + 1, end)
    else if (tag?.toLowerCase() === 'br') say(start, end, '\n')
    else if (character !== undefined) say(start, end, characters[character.toLowerCase()] ?? '')
    else if (label !== undefined && target !== undefined) {
      const from = start + 1 + (bang ?? '').length
      if (bang === '') say(from, from + label.length)
      references.push({ kind: bang === '' ? 'link' : 'picture', start, end, label, target })
    }
  }
  say(at, span.end)
  return { pieces: trimPieces(pieces), references, comments }
}
