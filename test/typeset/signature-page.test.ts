import { beforeAll, describe, expect, it } from 'vitest'

import type { Flow, FlowBlock, StyleSheet } from '../../pipeline/model/index.js'
import { typeset, type FaceSet, type SetPage } from '../../pipeline/typeset/index.js'
import { bundledFaces } from './bundled-faces.js'
import { flow, run, styleNamed, text } from './flows.js'
import { linesOfPage } from './lines-of-page.js'

const millimetre = 72 / 25.4
const em = 15.75
let faces: FaceSet
beforeAll(async () => {
  faces = await bundledFaces()
})

const signature: FlowBlock = {
  type: 'signature',
  issuers: [[run('某某省人民政府')]],
  date: [run('2024年3月5日')],
  seal: false,
}
const lines = (count: number): readonly FlowBlock[] =>
  Array.from({ length: count }, (_, at) => text('body', `第${at + 1}行文字`))
const pagesOf = (given: Flow): readonly SetPage[] => typeset(given, faces).pages
const stepsOf = (page: SetPage | undefined): readonly number[] => {
  const ys = page === undefined ? [] : linesOfPage(page).map(({ y }) => y)
  return ys.slice(1).map((y, at) => y - (ys[at] ?? 0))
}
const grid = (225 * millimetre - em) / 21

describe('a page that a signature would be parted from', () => {
  it('is closed up where one or two lines are wanting, evenly, and nothing goes to another page', () => {
    const pages = pagesOf(flow('document', [[...lines(20), signature]]))
    expect(pages).toHaveLength(1)
    const steps = stepsOf(pages[0]).slice(0, 19)
    expect(Math.max(...steps) - Math.min(...steps)).toBeLessThan(0.01)
    expect(steps[0]).toBeLessThan(grid)
    expect(steps[0]).toBeGreaterThan(0.9 * grid)
    const last = Math.max(
      ...(pages[0]?.marks.map(({ y }) => y) ?? []).filter((y) => y < 262 * millimetre),
    )
    expect(last).toBeLessThan(262 * millimetre)
  })

  it('keeps the grid where the signature has room', () => {
    const steps = stepsOf(pagesOf(flow('document', [[...lines(19), signature]]))[0]).slice(0, 18)
    for (const step of steps) expect(step).toBeCloseTo(grid, 2)
  })

  it('is opened to its foot where text goes along with the signature', () => {
    const [first, second] = pagesOf(flow('document', [[...lines(22), signature]]))
    const left = first === undefined ? [] : linesOfPage(first)
    expect(left.length).toBeLessThan(22)
    expect(left.at(-1)?.y).toBeCloseTo(262 * millimetre - 0.12 * em, 0)
    const steps = stepsOf(first)
    expect(Math.max(...steps) - Math.min(...steps)).toBeLessThan(0.01)
    expect(linesOfPage(second ?? ({ marks: [] } as never))[0]?.text).toMatch(/^第\d+行文字$/u)
  })

  it('closes up further where page 1 would be left without text', () => {
    const opening: readonly FlowBlock[] = [
      { ...text('masthead', '某某省人民政府文件'), keepWithNext: true },
      text('number', '某政发〔2024〕1号'),
      text('title', '关于推进水网建设的通知'),
      text('recipients', '各市、县人民政府：'),
      ...lines(1),
      { type: 'attachmentNote', names: ['甲表', '乙表', '丙表'] },
      signature,
    ]
    const given = flow('document', [opening])
    const sections = given.sections.map((section) => ({ ...section, form: 'document' as const }))
    const pages = pagesOf({ ...given, sections })
    const all = pages.map((page) => linesOfPage(page).map((line) => line.text))
    expect(all[0]).toContain('第1行文字')
    expect(pages).toHaveLength(1)
  })
})

describe('joint issuers with seals', () => {
  it.each([
    [2, [2]],
    [3, [3]],
    [4, [2, 2]],
    [5, [3, 2]],
  ])('%i stand in rows of at most three, the date under the last', (count, rows) => {
    const issuers = Array.from({ length: count }, (_, at) => [run(`某某省第${at + 1}厅`)])
    const date = [run('2024年3月5日')]
    const [page] = pagesOf(
      flow('document', [[...lines(2), { type: 'signature', issuers, date, seal: true }]]),
    )
    const signed = page?.marks.filter(({ text: one }) => /厅|年/u.test(one)) ?? []
    const ys = [...new Set(signed.map(({ y }) => y))]
    expect(ys.slice(0, -1).map((y) => signed.filter((mark) => mark.y === y).length)).toEqual(rows)
    const [last, dated] = signed.slice(-2)
    const middle = (mark: typeof last) => (mark?.x ?? 0) + (mark?.width ?? 0) / 2
    expect(middle(dated)).toBeCloseTo(middle(last), 1)
    // Two empty lines between rows of seals.
    if (rows.length > 1) expect((ys[1] ?? 0) - (ys[0] ?? 0)).toBeCloseTo(3 * grid, 0)
  })
})

describe('margins of a print on both sides', () => {
  it('are mirrored on even pages, numbers still outside', () => {
    const style: StyleSheet = { ...styleNamed('document'), mirrored: true }
    const pages = pagesOf(flow(style, [lines(70)]))
    const lefts = pages.map((page) => Math.min(...linesOfPage(page).map(({ x }) => x - 2 * em)))
    expect(lefts[0]).toBeCloseTo(28 * millimetre, 1)
    expect(lefts[1]).toBeCloseTo(26 * millimetre, 1)
    expect(lefts[2]).toBeCloseTo(28 * millimetre, 1)
    const numbers = pages.map(
      ({ marks }) => marks.find(({ text: one }) => one.startsWith('— '))?.x ?? 0,
    )
    expect(numbers[0]).toBeGreaterThan(400)
    expect(numbers[1]).toBeCloseTo(26 * millimetre + 14, 0)
  })
})
