import { makeFinding } from '../../messages/index.js'
import type { Finding, SheetCell, Workbook } from '../../model/index.js'
import { cleanStrings } from '../seal/clean-strings.js'

/**
 * A spreadsheet takes a cell that begins so for a formula when it opens the file, or parts it: full-width forms too, which Chinese versions
 * accept. An apostrophe before it makes it text (OWASP, CSV Injection).
 */
const dangerous = /^[=+\-@＝＋－＠\t\r\n]/u
/** RFC 4180: what must stand in quotes; blanks at the edges too, which readers trim. */
const quoted = /[",\r\n]|^\s|\s$/u

function fieldOf(text: string): string {
  const harmless = dangerous.test(text) ? `'${text}` : text
  return quoted.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

function cellText(cell: SheetCell | null): string {
  if (cell?.value == null || cell.kind === 'formula') return ''
  return cell.kind === 'number' ? String(cell.value) : fieldOf(String(cell.value))
}

/**
 * The first sheet of a workbook as CSV (RFC 4180): the head and every row under it, hidden columns too, no bands, groups or totals, and a BOM, without
 * which Excel reads UTF-8 as the code page of its machine. A cell of several rows stands in each of them.
 */
export function renderCsv(workbook: Workbook): {
  readonly bytes: Uint8Array
  readonly findings: readonly Finding[]
} {
  const lines: string[] = []
  let removed: readonly string[] = []
  const write = (fields: readonly string[]): void => {
    const cleaned = cleanStrings(fields)
    removed = [...removed, ...cleaned.removed]
    lines.push(`${cleaned.value.join(',')}\r\n`)
  }
  const sheet = workbook.sheets[0]
  const columns = sheet?.columns ?? []
  write(columns.map(({ title }) => fieldOf(title.replace(/\s+/gu, ''))))
  const above: string[] = []
  const covered: number[] = []
  for (const row of sheet?.rows ?? []) {
    if (row.kind !== 'row') continue
    columns.forEach((_, index) => {
      const cell = row.cells[index] ?? null
      const isCovered = cell === null && (covered[index] ?? 0) > 0
      if (!isCovered) above[index] = cellText(cell)
      covered[index] = isCovered ? (covered[index] ?? 0) - 1 : (cell?.rowSpan ?? 1) - 1
    })
    write(columns.map((_, index) => above[index] ?? ''))
  }
  const values = { count: removed.length, characters: [...new Set(removed)] }
  return {
    bytes: new TextEncoder().encode(`\uFEFF${lines.join('')}`),
    findings: removed.length === 0 ? [] : [makeFinding('characters-can-be-written', { values })],
  }
}
