import type { Span } from '../../../model/index.js'

/** A stretch of a Markdown file that is not read as Markdown. */
export interface Region extends Span {
  readonly kind: 'yaml-head' | 'comment' | 'html-table'
}

/** A line that YAML may have: a key, an indented line, a list entry, a comment. */
const yamlLine = /^(?:\s*|\s+\S.*|-\s.*|#.*|[^\s:：，。]{1,60}:(?:\s.*)?)$/u
const mostYamlLines = 200

/** The front matter between two lines of `---` at the very start: `---\ntitle: 通知\n---`. */
function yamlHead(text: string): Region | null {
  if (!/^---[ \t]*\n/.test(text)) return null
  let start = text.indexOf('\n') + 1
  let keys = 0
  for (let line = 0; line < mostYamlLines && start < text.length; line += 1) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    const content = text.slice(start, end)
    if (/^(?:---|\.\.\.)[ \t]*$/.test(content)) {
      return keys > 0 || line === 0 ? { kind: 'yaml-head', start: 0, end } : null
    }
    if (!yamlLine.test(content)) return null
    if (content.includes(':')) keys += 1
    start = end + 1
  }
  return null
}

/** The end of the `</table>` that closes the table which begins at `start`; null where none does. */
function tableEnd(text: string, start: number): number | null {
  const tags = /<(\/?)table\b[^>]{0,2000}>/gi
  tags.lastIndex = start
  let depth = 0
  for (let match = tags.exec(text); match; match = tags.exec(text)) {
    depth += match[1] === '/' ? -1 : 1
    if (depth === 0) return match.index + match[0].length
  }
  return null
}

/**
 * Finds where comments end that have their first and last line to themselves. Ends are looked up once, in order, so that a text of
 * thousands of openings costs no more than its length.
 */
function commentEnds(text: string): (start: number) => number | null {
  let close = -1
  let endsLine = false
  return (start) => {
    if (close < start) {
      const found = text.indexOf('-->', start)
      close = found < 0 ? Infinity : found + '-->'.length
      endsLine = found >= 0 && /^[ \t]*(?:\n|$)/.test(text.slice(close, close + 200))
    }
    return endsLine ? close : null
  }
}

/** What of a Markdown file is read apart, in order: its YAML head, comments over whole lines, tables written in HTML. */
export function setAside(text: string): readonly Region[] {
  const regions: Region[] = []
  const head = yamlHead(text)
  if (head) regions.push(head)
  const starts = /^[ \t]*<!--|<table\b/gim
  starts.lastIndex = head?.end ?? 0
  const commentEnd = commentEnds(text)
  // A table that is never closed is text; so are those after it, without another look at the whole rest.
  let tablesClose = true
  for (let match = starts.exec(text); match; match = starts.exec(text)) {
    const isTable = !match[0].endsWith('<!--')
    const start = match.index
    if (isTable && !tablesClose) continue
    const end = isTable ? tableEnd(text, start) : commentEnd(start)
    if (end !== null) {
      regions.push({ kind: isTable ? 'html-table' : 'comment', start, end })
      starts.lastIndex = end
    } else if (isTable) tablesClose = false
  }
  return regions
}
