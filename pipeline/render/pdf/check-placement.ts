import { makeFinding } from '../../messages/index.js'
import type { Finding, Flow } from '../../model/index.js'
import { flowTexts, type SetPage } from '../../typeset/index.js'

/** Spaces and line breaks are left out on both sides: those at a line’s end are not drawn. */
const bare = (text: string): string => text.replace(/[\s\u0085]+/gu, '')

const excerpt = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}……` : text)

function lost(expected: string, found: string): Finding {
  let at = 0
  while (at < expected.length && expected[at] === found[at]) at += 1
  const from = Math.max(0, at - 10)
  return makeFinding('page-holds-every-character', {
    values: { expected: excerpt(expected.slice(from)), found: excerpt(found.slice(from)) },
  })
}

/** Half a point over the edge is rounding, and the blank half of a mark. */
const tolerance = 9

/** The first mark of a page that stands off the paper: where one does, all that follow it do. */
function outside(page: SetPage, index: number): Finding[] {
  return page.marks
    .filter(({ x, y, width, turn }) => {
      const right = turn === 0 ? x + width : x
      const bottom = turn === 0 ? y : y + width
      return x < -0.5 || y < 0 || right > page.width + tolerance || bottom > page.height
    })
    .slice(0, 1)
    .map(({ text }) =>
      makeFinding('page-holds-every-mark', { values: { text: excerpt(text), page: index + 1 } }),
    )
}

/**
 * Compares what stands on the pages with what the flow gave, text by text and character by character, and looks for marks off the paper.
 * An error for the first loss of each text. What is repeated or our own (heads, page numbers) is not counted.
 */
export function checkPlacement(flow: Flow, pages: readonly SetPage[]): readonly Finding[] {
  const found = new Map<string, string[]>()
  for (const page of pages)
    for (const { from, text } of page.marks) {
      if (from === null) continue
      const pieces = found.get(from)
      if (pieces === undefined) found.set(from, [text])
      else pieces.push(text)
    }
  const findings: Finding[] = []
  for (const [key, text] of flowTexts(flow)) {
    const expected = bare(text)
    const placed = bare((found.get(key) ?? []).join(''))
    if (expected !== placed) findings.push(lost(expected, placed))
    found.delete(key)
  }
  for (const pieces of found.values()) findings.push(lost('', bare(pieces.join(''))))
  return [...findings, ...pages.flatMap(outside)]
}

/** Compares what was turned into glyphs with what stood on the pages. */
export function checkDrawn(
  pages: readonly SetPage[],
  drawn: readonly string[],
): readonly Finding[] {
  const wanted = pages.flatMap(({ marks }) => [
    ...marks.filter(({ turn }) => turn === 0),
    ...marks.filter(({ turn }) => turn !== 0),
  ])
  const expected = wanted.map(({ text }) => text).join('')
  const found = drawn.join('')
  return expected === found ? [] : [lost(expected, found)]
}
