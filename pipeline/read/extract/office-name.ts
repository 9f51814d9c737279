/** How the name of a body that signs papers ends. */
const ends =
  /(?:政府|办公厅|办公室|督查室|研究室|参事室|委员会|总局|总署|[部委局厅署院会办行社团组处校])$|法院|兵团$|公司$|集团$|大学$|中心$|联席会议$|军区$|[总支大]队$|^(?:中共|共青团)中央$|(?:文|侨|残|妇|台|工商|社科)联$|[作科记]协$/

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
    !/[。，；：、！？《》:;,.!?\d]/.test(name.replace(/“[^“”]{2,10}”/g, '')) &&
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
  const joined = joinSpread(words)
  if (joined.length > 1 && joined.every(({ name }) => isOfficeName(name))) return joined
  const wide = [...text.trim().matchAll(/\s+/g)].map((match) => match[0].length)
  const widest = Math.max(0, ...wide)
  const narrowest = Math.min(...wide, widest)
  const parts = widest > narrowest ? splitAtGaps(text, widest) : []
  if (parts.length > 1 && parts.every(({ name }) => isOfficeName(name))) return parts
  const [start, end] = [words[0]?.start ?? 0, words.at(-1)?.end ?? text.length]
  return [{ name: closedUp(text), start, end }]
}

/** 人力资源社会保障部　教　育　部: words of one letter in a row are one name that is spread. */
function joinSpread(words: readonly { name: string; start: number; end: number }[]) {
  const joined: { name: string; start: number; end: number; single: boolean }[] = []
  for (const word of words) {
    const last = joined.at(-1)
    const single = word.name.length === 1
    if (single && last?.single === true && !isOfficeName(last.name)) {
      joined[joined.length - 1] = { ...last, name: last.name + word.name, end: word.end }
    } else joined.push({ ...word, single })
  }
  return joined.map(({ name, start, end }) => ({ name, start, end }))
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
