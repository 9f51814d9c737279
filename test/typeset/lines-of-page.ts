import type { SetMark, SetPage } from '../../pipeline/typeset/index.js'

export interface PageLine {
  readonly y: number
  readonly x: number
  readonly right: number
  readonly text: string
  readonly size: number
  readonly marks: readonly SetMark[]
}

/** Lines of a page’s running text, from head to foot: marks of one baseline, left to right. Page numbers and draft marks are left out. */
export function linesOfPage(page: SetPage): readonly PageLine[] {
  const rows = new Map<number, SetMark[]>()
  for (const mark of page.marks) {
    if (mark.from === null && !/附件：|^\d+\.$/.test(mark.text)) continue
    const row = rows.get(mark.y)
    if (row === undefined) rows.set(mark.y, [mark])
    else row.push(mark)
  }
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([y, marks]) => {
      const sorted = marks.toSorted((a, b) => a.x - b.x)
      const last = sorted.at(-1)
      return {
        y,
        x: sorted[0]?.x ?? 0,
        right: (last?.x ?? 0) + (last?.width ?? 0),
        text: sorted.map(({ text }) => text).join(''),
        size: sorted[0]?.size ?? 0,
        marks: sorted,
      }
    })
}
