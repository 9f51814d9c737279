import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'

import { breakLines, type Line } from '../../pipeline/typeset/break-lines.js'
import { makeMeasure, plainRun, type Item } from '../../pipeline/typeset/items.js'
import { mayNotBegin, mayNotEnd } from '../../pipeline/typeset/line-edges.js'
import { stretchOf } from '../../pipeline/typeset/set-line.js'
import { bundledFaces } from './bundled-faces.js'
import { prose } from './flows.js'

const size = 15.75
const width = 442.2

let items: (text: string) => readonly Item[]
beforeAll(async () => {
  const measure = makeMeasure(await bundledFaces())
  items = (text) => measure.items([plainRun(text)], { face: 'fang', size, colour: 'black' })
})

const textOf = (line: Line): string =>
  line.items
    .slice(line.from, line.to)
    .map(({ text }) => text)
    .join('')
const broken = (text: string, room = width, firstIndent = 0): readonly Line[] =>
  breakLines(items(text), { width: room, firstIndent, hangingIndent: 0 })
const texts = (text: string, room = width): readonly string[] => broken(text, room).map(textOf)

/** Characters of the longest stretch of a text that no line may end in: between two of them one may not end a line, or one begin it. */
function longestStretch(text: string): number {
  const stretches = [0]
  let before = ''
  for (const character of text) {
    const parts = before !== '' && !mayNotEnd(before) && !mayNotBegin(character)
    if (parts && character !== ' ') stretches.push(0)
    stretches.push((stretches.pop() ?? 0) + 1)
    if (character !== ' ') before = character
  }
  return Math.max(...stretches)
}

describe('breakLines', () => {
  it('sets 28 characters on a line of the type area', () => {
    const lines = texts('国'.repeat(28 * 3))
    expect(lines.map((line) => line.length)).toEqual([28, 28, 28])
  })

  it('indents the first line by two characters and no other', () => {
    const lines = broken('国'.repeat(54), width, 2 * size)
    expect(lines.map(({ indent, from, to }) => [indent, to - from])).toEqual([
      [2 * size, 26],
      [0, 28],
    ])
  })

  it('takes a full stop in by closing up marks, or a character down with it', () => {
    for (const text of ['国'.repeat(28) + '。务院', '国务院，' + '国'.repeat(24) + '。务院']) {
      const [first, second] = texts(text)
      expect(second?.startsWith('。')).toBe(false)
      expect((first ?? '') + (second ?? '')).toBe(text)
    }
  })

  it('keeps —— and …… whole at the end of a line', () => {
    const dash = texts('国'.repeat(27) + '——务院')
    expect(dash).toEqual(['国'.repeat(27), '——务院'])
    expect(texts('国'.repeat(27) + '……务院')).toEqual(['国'.repeat(27), '……务院'])
  })

  it('keeps a number with its unit, and 第 with its number', () => {
    expect(texts('国'.repeat(27) + '5项工作')).toEqual(['国'.repeat(27), '5项工作'])
    expect(texts('国'.repeat(26) + '第14项')).toEqual(['国'.repeat(26), '第14项'])
  })

  it('parts a number from its unit rather than tear a short line apart', () => {
    const lines = texts('（第2023年', 3.5 * size)
    expect(lines.length).toBe(2)
    expect(lines.join('')).toBe('（第2023年')
  })

  it('breaks a row of quoted names between the names’ characters, with quotes at the right sides', () => {
    const text = '“动产质押融资业务模式”、“科创企业票据融资新模式”、“知识产权质押融资模式创新”等6项'
    const lines = texts(text)
    expect(lines.join('')).toBe(text)
    for (const line of lines) {
      expect(line).not.toMatch(/^[”、]/)
      expect(line).not.toMatch(/“$/)
    }
  })

  it('never leaves one character alone on a last line', () => {
    const lines = texts('国'.repeat(28) + '务。')
    expect(lines.at(-1)?.length).toBeGreaterThan(2)
  })

  it('keeps a supplementary character and a variation selector whole', () => {
    const text = '𬍛'.repeat(40) + '葛\u{E0100}'.repeat(20)
    const lines = texts(text)
    expect(lines.join('')).toBe(text)
    expect(lines.filter((line) => /\p{Cs}/u.test(line))).toEqual([])
  })

  it('breaks a word of 8,000 letters, and 50,000 characters, in a moment', () => {
    const before = performance.now()
    expect(texts('见' + 'a'.repeat(8000)).join('').length).toBe(8001)
    expect(texts('工程建设项目审批，'.repeat(5556)).join('').length).toBe(50_004)
    expect(performance.now() - before).toBeLessThan(5000)
  })

  it('keeps line breaks and drops the spaces around a line’s end', () => {
    expect(texts('国务院\n办公厅\r\n')).toEqual(['国务院', '办公厅', ''])
    expect(texts('abc def ghi', 70)).toEqual(['abc def', 'ghi'])
  })

  it('ends no line with a mark that may not, behind which a space is left out', () => {
    expect(texts('国国国国／ 国', 6 * size + 1)).toEqual(['国国国', '国／ 国'])
    expect(texts('国国国国（ 国', 6 * size + 1)).toEqual(['国国国国', '（ 国'])
  })

  it('sets an empty text as one empty line', () => {
    expect(texts('')).toEqual([''])
  })

  it('fills long lines of real prose with at most 0.15 em between characters', () => {
    const wide: number[] = []
    for (const { runs } of prose(40)) {
      const text = runs.map((each) => (each.type === 'text' ? each.text : '')).join('')
      const lines = broken(text, width, 2 * size)
      lines.forEach((line, index) => {
        if (line.to - line.from < 20) return
        const next = lines[index + 1]
        // A line before a number, an address or a name of over 3 em that cannot be parted is as wide as it has to be.
        if (next !== undefined && /^[（“《]?[\w:@.—]{5,}/.test(textOf(next))) return
        wide.push(stretchOf(line, 'justify') / size)
      })
    }
    expect(wide.length).toBeGreaterThan(50)
    expect(Math.max(...wide)).toBeLessThanOrEqual(0.15)
  })

  it('never begins or ends a line with a forbidden mark, whatever the text', () => {
    const piece = fc.constantFrom(
      ...'国务院，。；：？！、“”‘’（）《》〔〕—…％￥·～／第56年号项a b1.,'.split(''),
      '——',
      '……',
      '𬍛',
    )
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 120 }),
        fc.integer({ min: 6, max: 30 }),
        (pieces, characters) => {
          const text = pieces.join('')
          const lines = broken(text, characters * size + 1)
          const set = lines.map(textOf)
          expect(set.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
          lines.forEach((line, index) => {
            expect(line.width - line.endTrim).toBeLessThanOrEqual(line.room + 0.02)
            // What may be parted nowhere and is wider than the line has to be parted somewhere.
            if (longestStretch(text) > characters) return
            const here = set[index] ?? ''
            if (index > 0 && !/^(?:——|……)/.test(here))
              expect(mayNotBegin(here[0] ?? '')).toBe(false)
            if (index < set.length - 1) expect(mayNotEnd(here.at(-1) ?? '')).toBe(false)
          })
        },
      ),
      { numRuns: 300 },
    )
  })
})
