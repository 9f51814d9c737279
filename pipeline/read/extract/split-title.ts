import { splitTopLevel } from '../../text/index.js'
import { cut, type Line } from './line.js'

/** The lines of an item as title and content. */
export interface TitleAndContent {
  readonly title: Line | null
  readonly content: readonly Line[]
}

/** A short heading before a colon: 工作目标：到2025年…… */
const longestBeforeColon = 20

/** Offset behind the first sentence outside quotes and brackets, and where its closing mark begins. */
function firstSentence(text: string): { readonly mark: number; readonly next: number } {
  const piece = splitTopLevel(text, '。！？')[0]
  if (piece?.separator == null) return { mark: text.length, next: text.length }
  return { mark: piece.end, next: piece.end + piece.separator.length }
}

/**
 * The printed name or run-in heading of an item, else its first sentence, and the rest. The mark that ends the title (。 or ：) belongs to neither; every other
 * character is in exactly one.
 */
export function splitTitle(lines: readonly Line[]): TitleAndContent {
  const first = lines[0]
  if (first === undefined) return { title: null, content: [] }
  const colon = /^[^，。；：:“”（）()]{2,20}[：:](?=\S)/.exec(first.text)?.[0]
  const sentence = firstSentence(first.text)
  const [mark, next] =
    colon !== undefined && colon.length <= longestBeforeColon
      ? [colon.length - 1, colon.length]
      : [sentence.mark, sentence.next]
  const rest = cut(first, next)
  const title = cut(first, 0, mark)
  return {
    title: cut(title, 0, title.text.length - (/[；;，,：:]$/.test(title.text) ? 1 : 0)),
    content: [...(rest.text === '' ? [] : [rest]), ...lines.slice(1)],
  }
}
