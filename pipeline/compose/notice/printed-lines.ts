/*
 * Lines of a source as an office would set them: what is one paragraph, where a heading ends, what is a label, a date or a signature by its shape.
 * Each pattern with what it is for.
 */

/** 一、 （一） 1. （1）: the labels of the four levels. GB/T 9704-2012, 7.3.3. */
const labels: readonly RegExp[] = [
  /^[一二三四五六七八九十百]+、/u,
  /^（[一二三四五六七八九十百]+）/u,
  /^\d+[.．、]/u,
  /^（\d+）/u,
]
/** 。 at the end of a sentence, a colon before a list: a line that ends so is a paragraph’s last. */
const ends = /[。：；！？”」』）…]$/u
const wide = /[\p{Script=Han}　-〿＀-￯“”‘’]/u

/** Level 1 to 4 of a printed label; null where a line begins with none. */
export function levelOf(line: string): 1 | 2 | 3 | 4 | null {
  const index = labels.findIndex((label) => label.test(line))
  return index === -1 ? null : ((index + 1) as 1 | 2 | 3 | 4)
}

/** Lines put together: nothing between Chinese characters, a space between words. */
export function joinLines(lines: readonly string[]): string {
  return lines.reduce((text, line) => {
    if (text === '' || line === '') return text + line
    const tight = wide.test(text.at(-1) ?? '') || wide.test(line[0] ?? '')
    return tight ? text + line : `${text} ${line}`
  }, '')
}

/** A title in one line: no space between Chinese characters that only parted its lines. A full-width one, between two issuers, stays. */
export function titleLine(text: string): string {
  return joinLines(
    text
      .split(/[ \t\n\u00A0]+/u)
      .map((piece) => piece.trim())
      .filter((piece) => piece !== ''),
  )
}

/** The paragraphs of a block with line breaks: a line that goes on in the middle of a sentence is joined to the one before. */
export function paragraphsOf(text: string): readonly string[] {
  const paragraphs: string[] = []
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line === '') continue
    const last = paragraphs.at(-1)
    if (last === undefined || ends.test(last) || levelOf(line) !== null) paragraphs.push(line)
    else paragraphs[paragraphs.length - 1] = joinLines([last, line])
  }
  return paragraphs
}

/** The longest sentence that is still a heading. */
const longestHeading = 40

/** Where a run-in heading ends, `（一）加强统筹。由各单位落实。`: after its 。; null where the first sentence is all there is, or no heading. */
export function runInEnd(line: string): number | null {
  const stop = line.indexOf('。')
  if (stop === -1 || stop + 1 >= line.length || stop > longestHeading) return null
  return stop + 1
}

/** 国家水务局办公室, 部　长　张　喆: short, no sentence. */
export function looksSigned(line: string): boolean {
  return line.length <= 40 && !/[。；：！？，、）]/u.test(line) && levelOf(line) === null
}

/** 现就有关事项通知如下：, 主要做好以下工作：: a sentence that opens a list, addressed to nobody. */
const opensList = /如下[：:]$|以下[^，、]{0,10}[：:]$|^现|，现/u

/** 国务院：, 各省、自治区、直辖市人民政府：: to whom a paper is addressed; names alone, however many. */
export function looksAddressed(line: string): boolean {
  if (!/[：:]$/u.test(line) || /[。；！？]/u.test(line) || levelOf(line) !== null) return false
  return !opensList.test(line) && line.split(/[，、]/u).every((name) => name.length <= 30)
}

/** （2021—2025年）, （2021年3月4日通过）: a line in brackets right under a title. */
export function looksLikeSubtitle(line: string): boolean {
  return line.length <= 60 && /^（[^（）]*）$/u.test(line)
}

/** 部　长　张　喆 → [部　长, 张　喆]: who signs an order in which office; null where the office is none of these. */
export function officeAndName(line: string): readonly [office: string, name: string] | null {
  const office =
    /^((?:代\s*)?(?:主\s*席|总\s*理|部\s*长|主\s*任|省\s*长|市\s*长|州\s*长|县\s*长|厅\s*长|区\s*长|局\s*长|署\s*长|行\s*长|院\s*长|检\s*察\s*长))\s+(\S.*)$/u.exec(
      line,
    )
  return office === null ? null : [office[1] ?? '', office[2] ?? '']
}

/** 中华人民共和国水务部令第12号 → [中华人民共和国水务部令, 第12号]; null where a title names no order. */
export function orderOf(title: string): readonly [mark: string, number: string | null] | null {
  const order = /^(.*令)(第?[^第]{1,12}号)?$/u.exec(title)
  return order === null ? null : [order[1] ?? '', order[2] ?? null]
}
