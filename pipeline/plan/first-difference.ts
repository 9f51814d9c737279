import { cellsOf, titleSeparator, type Digest } from './digest-layout.js'
import { labels } from './labels.js'

/** Titles of the columns of the table that a row stands in: `表 第3行` → those of `表 栏目`. */
function titlesFor(row: string, digests: ReadonlyMap<string, string>): readonly string[] {
  const table = row.replace(/ [^ ]+$/, '')
  return digests.get(`${table} ${labels.columns}`)?.split(titleSeparator) ?? []
}

/** A row that differs, with the first column in which it does. */
function nameCell(label: string, before: string, after: string, titles: readonly string[]): string {
  const was = cellsOf(before)
  const is = cellsOf(after)
  if (was === null || is === null) return label
  const columns = [...new Set([...was.keys(), ...is.keys()])].sort((a, b) => a - b)
  const column = columns.find((each) => was.get(each) !== is.get(each))
  const title = column === undefined ? undefined : titles[column]
  return title === undefined || title === '' ? label : labels.cell(label, title)
}

/** Where two lists of digests first differ, in the order of the new one: `表 第1行 主要内容`. Null where they do not. */
export function firstDifference(
  before: readonly Digest[],
  after: readonly Digest[],
): string | null {
  const was = new Map(before)
  const is = new Map(after)
  for (const [label, value] of after) {
    const old = was.get(label)
    if (old === value) continue
    return old === undefined
      ? labels.added(label)
      : nameCell(label, old, value, titlesFor(label, is))
  }
  const gone = before.find(([label]) => !is.has(label))
  return gone === undefined ? null : labels.removed(gone[0])
}
