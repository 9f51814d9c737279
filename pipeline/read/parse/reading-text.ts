import type { OriginRun, Span } from '../../model/index.js'

/** Builds a reading text from what a file holds, and remembers where each run of it comes from. */
export class ReadingText {
  private readonly parts: string[] = []
  private readonly runs: OriginRun[] = []
  private length = 0
  private separated = 0

  /** Adds text at the end; `at` says where the file holds it. Runs that follow each other in text and file become one. */
  append(text: string, at: OriginRun['at']): Span {
    const start = this.length
    const end = start + text.length
    if (text === '') return { start, end }
    this.parts.push(text)
    this.length = end
    const before = this.runs.at(-1)
    if (before && follows(before, at)) {
      this.runs[this.runs.length - 1] = { ...before, end }
    } else this.runs.push({ start, end, at })
    return { start, end }
  }

  /** Adds a separator, unless nothing stands before it. */
  separate(separator: string): void {
    if (this.length > 0) this.append(separator, { kind: 'generated' })
    this.separated = this.length
  }

  /** Is a separator the last that was added, or nothing at all? */
  get isSeparated(): boolean {
    return this.separated === this.length
  }

  get end(): number {
    return this.length
  }

  get text(): string {
    return this.parts.join('')
  }

  /** What was added from an offset on. */
  since(offset: number): string {
    let first = this.parts.length
    for (let from = this.length; first > 0 && from > offset; first -= 1) {
      from -= this.parts[first - 1]?.length ?? 0
    }
    const added = this.parts.slice(first).join('')
    return added.slice(Math.max(0, added.length - (this.length - offset)))
  }

  get origin(): readonly OriginRun[] {
    return this.runs
  }
}

/** Does text at `at` go on where a run ends? */
function follows(run: OriginRun, at: OriginRun['at']): boolean {
  if (run.at.kind === 'offset') {
    return at.kind === 'offset' && at.offset === run.at.offset + run.end - run.start
  }
  if (run.at.kind === 'docx') {
    return at.kind === 'docx' && at.part === run.at.part && at.paragraph === run.at.paragraph
  }
  return run.at.kind === 'generated' && at.kind === 'generated'
}
