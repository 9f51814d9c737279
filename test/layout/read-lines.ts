import { mayNotBegin, mayNotEnd } from '../../pipeline/typeset/index.js'
import type { ReadPage } from '../render/pdf/read-pdf.js'

/** Text that stands together on a line of a page, as another library reads it. */
export interface ReadLine {
  readonly page: number
  readonly text: string
  readonly x: number
  readonly right: number
  readonly y: number
  readonly size: number
}

/** Wider than any gap in a line that is filled to both edges: another cell, another column. */
const otherColumn = 0.95

/** The lines of pages, cells apart from each other, page numbers and empty pieces left out. */
export function linesOfPages(pages: readonly ReadPage[]): readonly ReadLine[] {
  const lines: ReadLine[] = []
  pages.forEach((page, index) => {
    const rows = new Map<number, ReadPage['items'][number][]>()
    for (const item of page.items) {
      if (item.text.trim() === '') continue
      const key = Math.round(item.y * 2)
      const row = rows.get(key)
      if (row === undefined) rows.set(key, [item])
      else row.push(item)
    }
    for (const row of rows.values()) {
      row.sort((one, other) => one.x - other.x)
      let line = null as ReadLine | null
      for (const { text, x, y, width, size } of row) {
        if (line === null || x - line.right > otherColumn * size) {
          if (line !== null) lines.push(line)
          line = { page: index, text, x, right: x + width, y, size }
        } else line = { ...line, text: line.text + text, right: x + width }
      }
      if (line !== null) lines.push(line)
    }
  })
  return lines.filter(({ text }) => !/^—\s*\d+\s*—$/u.test(text.trim()))
}

/** Lines that begin with what may not begin one, or end with what may not end one. */
export function forbiddenEdges(lines: readonly ReadLine[]): readonly string[] {
  return lines
    .map(({ text }) => text.trim())
    .filter((text) => {
      const characters = Array.from(text)
      return mayNotBegin(characters[0] ?? '') || mayNotEnd(characters.at(-1) ?? '')
    })
}
