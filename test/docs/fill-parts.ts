/*
 * Parts of a document that are made from code stand between two comments:
 *
 *     <!-- make docs: commands -->
 *     …
 *     <!-- end: commands -->
 */
const part = /^<!-- make docs: ([\w-]+) -->\n[\s\S]*?^<!-- end: \1 -->$/gm

/**
 * The document with its made parts made anew.
 *
 * @throws where it asks for a part that nobody makes
 */
export function fillParts(text: string, parts: ReadonlyMap<string, string>): string {
  return text.replace(part, (_, name: string) => {
    const content = parts.get(name)
    if (content === undefined) throw new Error(`no part is called ${name}`)
    return `<!-- make docs: ${name} -->\n\n${content.trim()}\n\n<!-- end: ${name} -->`
  })
}

/** The names of the parts that a document holds, in order. */
export function partsOf(text: string): readonly string[] {
  return [...text.matchAll(part)].map(([, name = '']) => name)
}
