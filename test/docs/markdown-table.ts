/** A cell as Markdown takes it: on one line, its bars escaped, no `<` that could begin HTML outside code. */
function cellOf(text: string): string {
  const line = text.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ')
  return line.replace(/`[^`]*`|</g, (found) => (found === '<' ? '&lt;' : found))
}

/** A table of GitHub’s Markdown. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cellOf).join(' | ')} |`
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n')
}
