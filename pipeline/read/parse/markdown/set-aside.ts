import type { Span } from '../../../model/index.js'

/** A stretch of a Markdown file that is not read as Markdown. */
export interface Region extends Span {
  readonly kind: 'yaml-head' | 'comment' | 'html-table' | 'markup' | 'annotation'
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

/** `<!--`, `<table`, `:::` around a styled paragraph, `[^1]: ` before the text of a note. */
function kindOf(start: string): Exclude<Region['kind'], 'yaml-head'> {
  if (start.startsWith(':')) return 'markup'
  if (start.startsWith('[')) return 'annotation'
  return start.endsWith('<!--') ? 'comment' : 'html-table'
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
  const starts =
    /^[ \t]*<!--|<table\b|^:{3,}[ \t]*(?:\{[^{}\n]{0,200}\}|[\w-]{0,40})[ \t]*$|^\[\^[^\]\s]{1,20}\]:[^\n]*/gim
  starts.lastIndex = head?.end ?? 0
  const commentEnd = commentEnds(text)
  // A table that is never closed is text; so are those after it, without another look at the whole rest.
  let tablesClose = true
  for (let match = starts.exec(text); match; match = starts.exec(text)) {
    const start = match.index
    const kind = kindOf(match[0])
    if (kind === 'markup' || kind === 'annotation') {
      regions.push({ kind, start, end: start + match[0].length })
      continue
    }
    const isTable = kind === 'html-table'
    if (isTable && !tablesClose) continue
    const end = isTable ? tableEnd(text, start) : commentEnd(start)
    if (end !== null) {
      regions.push({ kind, start, end })
      starts.lastIndex = end
    } else if (isTable) tablesClose = false
  }
  return regions
}
