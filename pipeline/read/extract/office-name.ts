/** How the name of a body that signs papers ends. */
const ends =
  /(?:政府|办公厅|办公室|委员会|总局|总署|[部委局厅署院会办行社团组])$|法院|检察院$|兵团$|公司$|中心$|联席会议$|指挥部$|军区$|管委会$|联合会$/

/** &sp; and the like: what an editor left of a blank. */
const leftover = /&[a-z]{2,6};/gi

/** A name as printed without the blanks that spread it over a line: 教　育　部 → 教育部. */
export function closedUp(text: string): string {
  return text.replace(leftover, '').replace(/\s/g, '')
}

/** Whether a text could be the name of a body and nothing else: short, no punctuation, ends as such names end. */
export function isOfficeName(text: string): boolean {
  const name = closedUp(text).replace(/[（(](?:代章|章|盖章|印章?|公章)[）)]$/, '')
  return (
    name.length >= 2 &&
    name.length <= 40 &&
    ends.test(name) &&
    !/[。，；：、！？“”《》:;,.!?\d]/.test(name) &&
    !/^(?:各|第|关于|附件|以上|现将|为了?|按照)/.test(name)
  )
}

/**
 * The names in a signing line, as printed but closed up. Blanks between names part them (教育部　　财政部); blanks inside one spread it (教 育 部).
 * Each with its offsets.
 */
export function splitOfficeNames(
  text: string,
): readonly { readonly name: string; readonly start: number; readonly end: number }[] {
  const words = [...text.replace(leftover, (mark) => ' '.repeat(mark.length)).matchAll(/\S+/g)].map(
    (match) => ({
      name: match[0],
      start: match.index,
      end: match.index + match[0].length,
    }),
  )
  if (words.length > 1 && words.every(({ name }) => name.length > 1 && isOfficeName(name)))
    return words
  const wide = [...text.trim().matchAll(/\s+/g)].map((match) => match[0].length)
  const widest = Math.max(0, ...wide)
  const narrowest = Math.min(...wide, widest)
  const parts = widest > narrowest ? splitAtGaps(text, widest) : []
  if (parts.length > 1 && parts.every(({ name }) => isOfficeName(name))) return parts
  const [start, end] = [words[0]?.start ?? 0, words.at(-1)?.end ?? text.length]
  return [{ name: closedUp(text), start, end }]
}

function splitAtGaps(text: string, width: number) {
  const parts: { name: string; start: number; end: number }[] = []
  const gap = new RegExp(`\\s{${width},}`, 'g')
  let at = text.length - text.trimStart().length
  const last = text.trimEnd().length
  for (const match of text.slice(0, last).matchAll(gap)) {
    if (match.index < at) continue
    parts.push({ name: closedUp(text.slice(at, match.index)), start: at, end: match.index })
    at = match.index + match[0].length
  }
  return [...parts, { name: closedUp(text.slice(at, last)), start: at, end: last }]
}
