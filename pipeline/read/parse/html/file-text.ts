import { fromHtml } from 'hast-util-from-html'

/** A stretch of text as a reader sees it, with the stretch of the file that says it: as long as the text where it is its slice, else of another length. */
export interface FileRun {
  readonly text: string
  readonly start: number
  readonly end: number
}

const reference = /&(?:#\d{1,8}|#x[\da-f]{1,8}|[a-z][a-z\d]{0,31});?/gi

/** Decodes character references the parser’s own way, each once. */
class ReferenceDecoder {
  private readonly known = new Map<string, string>()

  decode(written: string): string {
    const known = this.known.get(written)
    if (known !== undefined) return known
    const [node] = fromHtml(written, { fragment: true }).children
    const decoded = node?.type === 'text' ? node.value : written
    this.known.set(written, decoded)
    return decoded
  }
}

/** Finds the text of nodes in the file that they were parsed from. */
export class FileText {
  private readonly decoder = new ReferenceDecoder()

  constructor(private readonly file: string) {}

  /** The runs of a text node’s value, which the parser found from `start` to `end`. Where it changed more than references, one run stands for all. */
  runsOf(value: string, start: number, end: number): readonly FileRun[] {
    const written = this.file.slice(start, end)
    if (written === value) return [{ text: value, start, end }]
    const runs: FileRun[] = []
    let at = 0
    const slice = (to: number) => {
      if (to > at) runs.push({ text: written.slice(at, to), start: start + at, end: start + to })
    }
    for (const match of written.matchAll(reference)) {
      const text = this.decoder.decode(match[0])
      if (text === match[0]) continue
      slice(match.index)
      at = match.index + match[0].length
      runs.push({ text, start: start + match.index, end: start + at })
    }
    slice(written.length)
    return runs.map(({ text }) => text).join('') === value
      ? runs
      : [{ text: value, start, end: start }]
  }

  /** The one run of a text that stands between `start` and `end`, among markup. */
  runWithin(text: string, start: number, end: number): FileRun {
    const at = this.file.slice(start, end).indexOf(text)
    return at < 0
      ? { text, start, end: start }
      : { text, start: start + at, end: start + at + text.length }
  }
}
