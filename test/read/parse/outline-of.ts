import type { TableCell } from 'mdast'

import { leavesOf, type Finding, type SourceText } from '../../../pipeline/model/index.js'
import { parseSource, type ParseOptions } from '../../../pipeline/read/parse/index.js'

function cellText(cell: TableCell): string {
  const [leaf] = leavesOf({
    tree: {
      type: 'root',
      children: [{ type: 'table', children: [{ type: 'tableRow', children: [cell] }] }],
    },
  })
  const { rowSpan = 1, colSpan = 1, header = false } = cell.data ?? {}
  const spans = rowSpan > 1 || colSpan > 1 ? `[${rowSpan}×${colSpan}]` : ''
  return `${header ? '!' : ''}${spans}${leaf?.text ?? ''}`
}

/** A source as lines to compare: `## heading`, paragraphs, `| cell | [2×1]merged over two rows | !head |`, `![picture](target)`. */
export function outlineOf(source: SourceText | null): string[] {
  if (source === null) return ['nothing']
  return source.tree.children.flatMap((block) => {
    if (block.type === 'table') {
      return block.children.map(
        (row) => `| ${row.children.map((cell) => cellText(cell)).join(' | ')} |`,
      )
    }
    if (block.type === 'image') return [`![${block.alt ?? ''}](${block.url})`]
    const [leaf] = leavesOf({ tree: { type: 'root', children: [block] } })
    const mark = block.type === 'heading' ? `${'#'.repeat(block.depth)} ` : ''
    return [mark + (leaf?.text ?? '')]
  })
}

/** What is dropped, as `reason: text`. */
export function droppedOf(source: SourceText | null): string[] {
  return (source?.dropped ?? []).map(
    ({ span, reason }) => `${reason}: ${source?.text.slice(span.start, span.end) ?? ''}`,
  )
}

/** Findings as `3:1 severity rule`, or `severity rule` without a place. */
export function toldBy(findings: readonly Finding[]): string[] {
  return findings.map(({ severity, rule, place }) =>
    place === null
      ? `${severity} ${rule}`
      : `${place.start.line}:${place.start.column} ${severity} ${rule}`,
  )
}

/** Parses a file given as text (encoded in UTF-8) or bytes. */
export function parseFile(
  name: string,
  content: string | Uint8Array,
  options: Omit<ParseOptions, 'name'> = {},
) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const { source, findings } = parseSource(bytes, { name, ...options })
  return {
    source,
    findings,
    outline: outlineOf(source),
    dropped: droppedOf(source),
    told: toldBy(findings),
  }
}
