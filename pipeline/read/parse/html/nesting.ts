/** Elements whose end tag may be left out, or that have none: they do not nest by being many. */
const unclosed = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd option optgroup tr td th thead tbody tfoot colgroup html head body'.split(
    ' ',
  ),
)

/** Deepest nesting of open tags that a page may have. Saved pages have some 40; the parser’s and our own cost grows with it. */
export const mostNesting = 400

/**
 * How deep a page’s tags nest at most, judged before it is parsed: tags of a kind that were opened and not closed again count as nested, because a
 * parser opens them anew in every paragraph that follows.
 */
export function nestingOf(file: string): number {
  const open = new Map<string, number>()
  let depth = 0
  let deepest = 0
  for (const match of file.matchAll(/<(\/?)([a-z][a-z\d]*)/gi)) {
    const name = (match[2] ?? '').toLowerCase()
    if (unclosed.has(name)) continue
    const count = open.get(name) ?? 0
    if (match[1] === '/') {
      if (count === 0) continue
      open.set(name, count - 1)
      depth -= 1
    } else {
      open.set(name, count + 1)
      depth += 1
      deepest = Math.max(deepest, depth)
    }
  }
  return deepest
}
