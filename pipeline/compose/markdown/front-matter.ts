/** The YAML at the head of a template: where its text stands (UTF-16 offsets), and where the template’s body begins. */
export interface FrontMatter {
  readonly start: number
  readonly end: number
  readonly body: number
}

const fence = /^---[ \t]*\n([\s\S]*?)^---[ \t]*(?:\n|$)/mu

/** Finds the front matter; null where the text does not begin with one. */
export function frontMatterOf(text: string): FrontMatter | null {
  const match = fence.exec(text)
  if (match?.index !== 0) return null
  const start = text.indexOf('\n') + 1
  return { start, end: start + (match[1]?.length ?? 0), body: match[0].length }
}

/** The text with its front matter blanked: everything else keeps its offset, line and column. */
export function withoutFrontMatter(text: string, matter: FrontMatter): string {
  return text.slice(0, matter.body).replace(/[^\n]/g, ' ') + text.slice(matter.body)
}
