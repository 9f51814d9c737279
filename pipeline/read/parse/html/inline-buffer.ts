import type { DropReason } from '../drop-reason.js'
import type { FileRun } from './file-text.js'

/** A run of a block’s text, or of what is dropped in its midst. */
export interface InlineRun extends FileRun {
  readonly dropped: DropReason | null
}

/** Characters of Chinese text: a line end in the file beside one of them is no space to a reader. */
const wide = /[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef“”‘’…—·]/u

/** Collects the text of one block as a browser lays it out: white space collapsed, none at the ends of a line. */
export class InlineBuffer {
  private runs: InlineRun[] = []
  private pending: FileRun | null = null
  private lastCharacter = '\n'

  /** White space is kept as it stands within `<pre>`. */
  addText(run: FileRun, preserved: boolean): void {
    if (preserved) {
      this.say(run)
      return
    }
    const sliced = run.end - run.start === run.text.length
    for (const match of run.text.matchAll(/[ \t\n\f]+|[^ \t\n\f]+/g)) {
      const part: FileRun = sliced
        ? {
            text: match[0],
            start: run.start + match.index,
            end: run.start + match.index + match[0].length,
          }
        : { ...run, text: match[0] }
      if (/^[ \t\n\f]/.test(match[0])) this.wait(part)
      else this.say(part)
    }
  }

  addBreak(place: { readonly start: number; readonly end: number }): void {
    this.pending = null
    this.push({ text: '\n', ...place, dropped: null })
  }

  /** Text that the file computes or that stands for an element: the number of a list. */
  addGenerated(text: string, at: number): void {
    this.push({ text, start: at, end: at, dropped: null })
  }

  drop(run: FileRun, reason: DropReason): void {
    if (/\S/.test(run.text)) this.runs.push({ ...run, dropped: reason })
  }

  /** Is the line at hand still empty? Non-breaking and full-width spaces alone leave it so. */
  get isLineEmpty(): boolean {
    for (let index = this.runs.length - 1; index >= 0; index -= 1) {
      const run = this.runs[index]
      if (run?.dropped !== null) continue
      if (run.text.endsWith('\n')) return true
      if (/\S/.test(run.text)) return false
    }
    return true
  }

  /** Hands over what was collected, without breaks and blank lines at its ends, and begins anew. */
  take(): readonly InlineRun[] {
    const runs = this.runs
    this.runs = []
    this.pending = null
    this.lastCharacter = '\n'
    const isBreak = (run: InlineRun | undefined) => run?.dropped === null && run.text === '\n'
    let first = 0
    while (isBreak(runs[first])) first += 1
    const end = runs.findLastIndex(({ text, dropped }) => dropped !== null || /\S/.test(text))
    const after = runs.findIndex((run, index) => index > end && isBreak(run))
    return runs.slice(first, after < 0 ? runs.length : after)
  }

  private wait(space: FileRun): void {
    const { pending } = this
    this.pending =
      pending === null
        ? space
        : { text: pending.text + space.text, start: pending.start, end: space.end }
  }

  private say(run: FileRun): void {
    const space = this.pending
    this.pending = null
    if (space !== null && this.lastCharacter !== '\n') {
      const beside = this.lastCharacter + run.text.charAt(0)
      if (!(space.text.includes('\n') && wide.test(beside))) this.push(shortened(space))
    }
    this.push({ ...run, dropped: null })
  }

  private push(run: InlineRun): void {
    this.runs.push(run)
    this.lastCharacter = run.text.at(-1) ?? this.lastCharacter
  }
}

/** White space as the one space that a browser makes of it: a slice of the file where its run begins with one, else a character without a place. */
function shortened({ text, start, end }: FileRun): InlineRun {
  const isSlice = text.startsWith(' ') && end > start
  return { text: ' ', start, end: isSlice ? start + 1 : start, dropped: null }
}
