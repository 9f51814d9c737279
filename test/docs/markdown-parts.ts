/** A fenced block of a document: what it is marked as, and its lines. */
export interface CodeBlock {
  readonly mark: string
  readonly body: string
}

/** The fenced blocks of a document, in order. */
export function codeBlocks(markdown: string): readonly CodeBlock[] {
  return [...markdown.matchAll(/^```([^\n`]*)\n([\s\S]*?)^```$/gm)].map(
    ([, mark = '', body = '']) => ({ mark, body }),
  )
}

/** The document without its fenced blocks. */
export function withoutCode(markdown: string): string {
  return markdown.replace(/^```[^\n`]*\n[\s\S]*?^```$/gm, '')
}

/** Headings with their depth, in order. */
export function headingsOf(markdown: string): readonly { depth: number; text: string }[] {
  return [...withoutCode(markdown).matchAll(/^(#+) (.+)$/gm)].map(([, marks = '', text = '']) => ({
    depth: marks.length,
    text,
  }))
}

/** The anchor that GitHub gives a heading. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\- _]/gu, '')
    .replaceAll(' ', '-')
}

/** Where links and pictures lead, without what stands in code. */
export function targetsOf(markdown: string): readonly string[] {
  const text = withoutCode(markdown).replace(/`[^`\n]*`/g, '')
  return [...text.matchAll(/\]\(([^()\s]+)\)/g)].map(([, target = '']) => target)
}

/** Tables as their shape: columns, and rows below the head. */
export function tablesOf(markdown: string): readonly string[] {
  const tables = withoutCode(markdown).matchAll(/(?:^\|.*\|$\n?)+/gm)
  return [...tables].map(([table]) => {
    const rows = table.trim().split('\n')
    const columns = (rows[1] ?? '').split('|').length - 2
    return `${String(columns)} × ${String(rows.length - 2)}`
  })
}
