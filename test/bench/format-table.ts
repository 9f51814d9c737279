import { eastAsianWidth } from 'get-east-asian-width'

/** Columns of a terminal that a text takes: two for a full-width character. */
function widthOf(text: string): number {
  return Array.from(text).reduce((sum, each) => sum + eastAsianWidth(each.codePointAt(0) ?? 0), 0)
}

/** Rows of texts and numbers → aligned lines: columns with a number in them to the right, texts to the left. */
export function formatTable(rows: readonly (readonly (string | number)[])[]): readonly string[] {
  const texts = rows.map((row) =>
    row.map((cell) => (typeof cell === 'number' ? cell.toLocaleString('en-US') : cell)),
  )
  const columns = Math.max(0, ...rows.map((row) => row.length))
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...texts.map((row) => widthOf(row[column] ?? ''))),
  )
  const toTheRight = widths.map((_, column) => rows.some((row) => typeof row[column] === 'number'))
  return texts.map((row) =>
    row
      .map((text, column) => {
        const blanks = ' '.repeat((widths[column] ?? 0) - widthOf(text))
        return toTheRight[column] === true ? `${blanks}${text}` : `${text}${blanks}`
      })
      .join('  ')
      .trimEnd(),
  )
}
