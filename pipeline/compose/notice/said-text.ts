import type { OfficialDocument, Span } from '../../model/index.js'

type Source = Pick<OfficialDocument, 'text' | 'markup' | 'dropped'>

/** A line break that a file writes as markup. */
const lineBreak = /^<br\s*\/?>$/iu
/** A space that a file writes as markup. */
const space = /^(?:&nbsp;|&#160;|&#xA0;)$/iu

/** Reads stretches of the reading text as a reader sees them: without markup, and without what was dropped. */
export class SaidText {
  private readonly silent: readonly Span[]

  constructor(private readonly source: Source) {
    this.silent = [...source.markup, ...source.dropped.map(({ span }) => span)].sort(
      (one, other) => one.start - other.start,
    )
  }

  /** Untrimmed. A `<br>` is a newline. */
  of({ start, end }: Span): string {
    let text = ''
    let at = start
    for (let index = this.firstAfter(start); index < this.silent.length; index += 1) {
      const silent = this.silent[index]
      if (silent === undefined || silent.start >= end) break
      text += this.source.text.slice(at, Math.max(at, silent.start))
      text += this.standsFor(silent)
      at = Math.max(at, silent.end)
    }
    return text + this.source.text.slice(at, Math.max(at, end))
  }

  private standsFor({ start, end }: Span): string {
    const markup = this.source.text.slice(start, end).trim()
    if (lineBreak.test(markup)) return '\n'
    return space.test(markup) ? ' ' : ''
  }

  /** Index of the first silent span that ends after an offset. */
  private firstAfter(offset: number): number {
    let low = 0
    let high = this.silent.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.silent[middle]?.end ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    return low
  }
}
