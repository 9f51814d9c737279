import process from 'node:process'
import { beforeAll, describe, expect, it } from 'vitest'

import type { Flow } from '../../pipeline/model/index.js'
import { millimetre, typeset, type FaceSet, type SetPage } from '../../pipeline/typeset/index.js'
import { checkPlacement } from '../../pipeline/render/pdf/check-placement.js'
import { bundledFaces } from './bundled-faces.js'
import {
  blank,
  brief,
  circular,
  flow,
  heading,
  prose,
  run,
  section,
  styleNamed,
  table,
  text,
  row,
} from './flows.js'
import { linesOfPage } from './lines-of-page.js'

let faces: FaceSet
beforeAll(async () => {
  faces = await bundledFaces()
})

const pagesOf = (given: Flow): readonly SetPage[] => {
  const { pages, findings } = typeset(given, faces)
  expect(findings).toEqual([])
  expect(checkPlacement(given, pages)).toEqual([])
  return pages
}
const textsOf = (page: SetPage | undefined): readonly string[] =>
  page === undefined ? [] : linesOfPage(page).map((line) => line.text)
/** A paragraph that fills exactly so many lines of the type area. */
const filling = (lines: number): string => '国'.repeat(26 + 28 * (lines - 1))

describe('a page of text', () => {
  it('holds 22 lines of 28 characters that fill the type area from edge to edge', () => {
    const [page] = pagesOf(flow('document', [[text('body', filling(30))]]))
    const lines = page === undefined ? [] : linesOfPage(page)
    expect(lines.length).toBe(22)
    expect(lines.slice(1).map((line) => line.text.length)).toEqual(new Array(21).fill(28))
    const first = lines[1]
    expect((first?.x ?? 0) / millimetre).toBeCloseTo(28, 1)
    expect((first?.right ?? 0) / millimetre).toBeCloseTo(184, 1)
    const top = (lines[0]?.y ?? 0) - 0.88 * 15.75
    const bottom = (lines.at(-1)?.y ?? 0) + 0.12 * 15.75
    expect(top / millimetre).toBeCloseTo(37, 1)
    expect(bottom / millimetre).toBeCloseTo(262, 1)
  })

  it('has an even pitch, whatever faces stand in a line', () => {
    const mixed = [run(filling(3)), run('黑体', 'hei'), run(filling(2), 'kai'), run('abc', 'song')]
    const [page] = pagesOf(flow('document', [[text('body', mixed)]]))
    const ys = page === undefined ? [] : linesOfPage(page).map(({ y }) => y)
    const steps = ys.slice(1).map((y, index) => y - (ys[index] ?? 0))
    expect(Math.max(...steps) - Math.min(...steps)).toBeLessThan(0.01)
  })

  it('carries no single line over, and has 22 lines, or 21 where one would be', () => {
    for (let before = 15; before <= 22; before += 1) {
      const pages = pagesOf(
        flow('document', [
          [text('body', filling(before)), text('body', filling(3)), text('body', filling(5))],
        ]),
      )
      expect(pages.length).toBe(2)
      const counts = new Map<string, number[]>()
      pages.forEach((page, index) => {
        for (const line of linesOfPage(page)) {
          const key = line.marks[0]?.from ?? ''
          const perPage = counts.get(key) ?? [0, 0]
          perPage[index] = (perPage[index] ?? 0) + 1
          counts.set(key, perPage)
        }
      })
      for (const [, carried] of counts.values()) expect(carried).not.toBe(1)
      expect(textsOf(pages[0]).length).toBeGreaterThanOrEqual(21)
    }
  })

  it('leaves no heading alone at its foot', () => {
    for (let before = 17; before <= 22; before += 1) {
      const pages = pagesOf(
        flow('document', [
          [
            text('body', filling(before)),
            heading('heading1', '一、总体要求'),
            heading('heading2', '（一）指导思想'),
            text('body', filling(4)),
          ],
        ]),
      )
      const last = textsOf(pages[0]).at(-1) ?? ''
      expect(last).not.toMatch(/^(?:一、|（一）)/)
    }
  })

  it('takes two lines of text along with a signature that would stand alone', () => {
    for (let before = 15; before <= 23; before += 1) {
      const pages = pagesOf(
        flow('document', [
          [
            text('body', filling(before)),
            {
              type: 'signature',
              issuers: [[run('国务院办公厅')]],
              date: [run('2023年7月3日')],
              seal: false,
            },
          ],
        ]),
      )
      const page = pages.find((each) => textsOf(each).includes('国务院办公厅'))
      const body = textsOf(page).filter((line) => /^国+$/.test(line))
      expect(body.length).toBeGreaterThanOrEqual(2)
      expect(textsOf(page)).toContain('2023年7月3日')
    }
  })

  it('says nothing of a page and keeps one page where the flow has no text', () => {
    expect(pagesOf(flow('document', [[]])).length).toBe(1)
    expect(pagesOf(flow('document', [[text('body', '')]])).length).toBe(1)
  })

  it('sets a long document whole, in time that grows in line with it', () => {
    const time = (paragraphs: number): number => {
      const given = flow('document', [prose(paragraphs)])
      const before = process.cpuUsage()
      const { pages } = typeset(given, faces)
      // The process’s own time: what else the machine does is not counted.
      const spent = process.cpuUsage(before).user
      expect(checkPlacement(given, pages)).toEqual([])
      return spent
    }
    time(100)
    const one = Math.min(time(200), time(200), time(200))
    const ten = time(2000)
    expect(ten / one).toBeLessThan(25)
  })
})

describe('a space to write on', () => {
  it('fills the line that it stands in, and no character of that line is moved apart', () => {
    const runs = [
      run('请于'),
      blank(4),
      run('年'),
      blank(2),
      run('月'),
      blank(2),
      run('日前将落实举措加盖公章后反馈我厅，电子版同时发送至某处。'),
    ]
    const [page] = pagesOf(flow('document', [[text('body', runs)]]))
    const [first] = page === undefined ? [] : linesOfPage(page)
    expect(first?.right).toBeCloseTo(184 * millimetre, 1)
    expect(first?.marks.every(({ characterSpacing }) => characterSpacing <= 0)).toBe(true)
    const rules = page?.shapes.filter((shape) => shape.type === 'line') ?? []
    expect(rules.length).toBe(3)
    for (const rule of rules) expect(rule.x2 - rule.x1).toBeGreaterThanOrEqual(2 * 15.75)
  })
})

describe('a signature', () => {
  const signed = (
    issuers: readonly string[],
    date: string,
    seal: boolean,
  ): readonly { text: string; x: number; right: number }[] => {
    const pages = pagesOf(
      flow('document', [
        [
          text('body', filling(2)),
          {
            type: 'signature',
            issuers: issuers.map((name) => [run(name)]),
            date: [run(date)],
            seal,
          },
        ],
      ]),
    )
    const lines = pages[0] === undefined ? [] : linesOfPage(pages[0])
    return lines.slice(2)
  }
  const em = 15.75
  const right = 184 * millimetre

  it('without a seal has the issuer empty by two at the right, and the date two to the right of its first character', () => {
    const [issuer, date] = signed(['某某省人民政府办公厅'], '2023年7月3日', false)
    expect(right - (issuer?.right ?? 0)).toBeCloseTo(2 * em, 1)
    expect((date?.x ?? 0) - (issuer?.x ?? 0)).toBeCloseTo(2 * em, 1)
  })

  it('without a seal moves the issuer where the date is longer', () => {
    const [issuer, date] = signed(['国务院'], '2023年12月31日', false)
    expect(right - (date?.right ?? 0)).toBeCloseTo(2 * em, 1)
    expect((date?.x ?? 0) - (issuer?.x ?? 0)).toBeCloseTo(2 * em, 1)
  })

  it('with a seal has the date empty by four and the issuer centred over it', () => {
    const [issuer, date] = signed(['国务院'], '2023年6月24日', true)
    expect(right - (date?.right ?? 0)).toBeCloseTo(4 * em, 1)
    const middle = (line: { x: number; right: number } | undefined): number =>
      ((line?.x ?? 0) + (line?.right ?? 0)) / 2
    expect(middle(issuer)).toBeCloseTo(middle(date), 1)
  })

  it('of a name wider than the page stands over several lines, the date in the middle below', () => {
    const name = '某某自治州人民政府办公厅水利建设与水资源管理领导小组办公室综合协调处'
    const lines = signed([name], '2024年3月5日', false)
    expect(lines.map(({ text }) => text).join('')).toBe(`${name}2024年3月5日`)
    expect(lines).toHaveLength(3)
    for (const line of lines)
      expect(Math.abs((line.x + line.right) / 2 - (right - 14 * em))).toBeLessThan(1)
  })
})

describe('an attachment note', () => {
  const note = (names: readonly string[]): readonly { text: string; x: number }[] => {
    const pages = pagesOf(
      flow('document', [[text('body', filling(1)), { type: 'attachmentNote', names }]]),
    )
    return pages[0] === undefined ? [] : linesOfPage(pages[0]).slice(1)
  }
  it('has no number for one name, and its continuation under the name’s first character', () => {
    const [first, second] = note(['自由贸易试验区第七批改革试点经验复制推广工作任务分工表'])
    expect(first?.text.startsWith('附件：自由')).toBe(true)
    expect((second?.x ?? 0) - (first?.x ?? 0)).toBeCloseTo(3 * 15.75, 1)
  })
  it('numbers several names and stands them under each other', () => {
    const lines = note(['任务分工表', '国务院通知'])
    expect(lines.map((line) => line.text)).toEqual(['附件：1.任务分工表', '2.国务院通知'])
  })
})

describe('sections', () => {
  const one = (more: Parameters<typeof section>[1]): ReturnType<typeof section> =>
    section([text('body', '国务院')], more)

  it('begin on a new page, or on a right-hand page behind a blank one', () => {
    const pages = pagesOf(flow('document', [one({}), one({ start: 'odd' }), one({})]))
    expect(pages.map(textsOf)).toEqual([['国务院'], [], ['国务院'], ['国务院']])
    expect(pages.map(({ number }) => number)).toEqual([1, null, 3, 4])
  })

  it('number their pages on, anew, or not at all; a letter’s first page shows none', () => {
    const pages = pagesOf(
      flow('document', [
        one({}),
        one({ numbering: 'restart' }),
        one({ numbering: 'none' }),
        one({ form: 'letter' }),
      ]),
    )
    expect(pages.map(({ number }) => number)).toEqual([1, 1, null, null])
  })

  it('put odd numbers right and even ones left, empty by one, 7 mm below the type area', () => {
    const pages = pagesOf(flow('document', [one({}), one({})]))
    const numbers = pages.map(({ marks }) => marks.filter(({ from }) => from === null))
    const right = numbers[0]?.at(-1)
    const left = numbers[1]?.[0]
    expect(184 * millimetre - ((right?.x ?? 0) + (right?.width ?? 0))).toBeCloseTo(14, 1)
    expect((left?.x ?? 0) - 28 * millimetre).toBeCloseTo(14, 1)
  })

  it('turn a wide table’s page, head at the binding edge, its number at the left edge and turned', () => {
    const [page] = pagesOf(flow('document', [one({ orientation: 'landscape' })]))
    expect((page?.width ?? 0) / millimetre).toBeCloseTo(297, 3)
    const [line] = page === undefined ? [] : linesOfPage(page)
    expect(((line?.y ?? 0) - 0.88 * 15.75) / millimetre).toBeCloseTo(28, 1)
    expect((line?.x ?? 0) / millimetre).toBeCloseTo(35 + (2 * 15.75) / millimetre, 1)
    expect(
      page?.marks
        .filter(({ turn }) => turn === 90)
        .map((mark) => mark.text)
        .join(''),
    ).toBe('— 1 —')
  })
})

describe('marks of the whole document', () => {
  it('stand at the head of every page that bears something, in 〔 〕 unless they have brackets', () => {
    const marks = (draftMark: string): readonly (string | undefined)[] =>
      pagesOf(flow('document', [[text('body', filling(30))]], { draftMark })).map(
        ({ marks: all }) => all.find(({ text: each }) => each.includes('稿'))?.text,
      )
    expect(marks('代拟稿')).toEqual(['〔代拟稿〕', '〔代拟稿〕'])
    expect(marks('【送审稿】')).toEqual(['【送审稿】', '【送审稿】'])
  })

  it('secrecy and urgency stand at the head of the first page, flush left, in 黑体', () => {
    const [page] = pagesOf(
      flow('document', [[text('body', filling(2))]], { secrecy: '机密★1年', urgency: '特急' }),
    )
    const lines = page === undefined ? [] : linesOfPage(page)
    expect(lines.slice(0, 2).map((line) => line.text)).toEqual(['机密★1年', '特急'])
    expect(lines[0]?.x).toBeCloseTo(28 * millimetre, 1)
    expect(lines[0]?.marks[0]?.face.startsWith('hei')).toBe(true)
  })
})

describe('fit', () => {
  const tasks = (count: number): Flow =>
    flow('brief', [
      section(
        Array.from({ length: count }, () =>
          text('body', '各地区、各部门要深入贯彻落实党中央、国务院决策部署。'.repeat(3)),
        ),
        { fit: 1 },
      ),
    ])
  const natural = styleNamed('brief').text.body

  it('leaves alone what fits', () => {
    const [page] = pagesOf(tasks(10))
    expect(page === undefined ? 0 : linesOfPage(page)[0]?.size).toBe(natural.size)
  })

  it('closes lines and sizes up, never below 10.5 pt, until the pages are enough', () => {
    const [page, ...more] = pagesOf(tasks(20))
    expect(more).toEqual([])
    const lines = page === undefined ? [] : linesOfPage(page)
    const step = (lines[1]?.y ?? 0) - (lines[0]?.y ?? 0)
    expect(step).toBeLessThan(natural.pitch ?? 0)
    expect(Math.min(...lines.map(({ size }) => size))).toBeGreaterThanOrEqual(10.5)
  })

  it('says so where even that is not enough, and loses nothing', () => {
    const given = tasks(60)
    const { pages, findings } = typeset(given, faces)
    expect(findings.map(({ rule, values }) => [rule, values])).toEqual([
      ['pages-fit', { pages: pages.length, wanted: 1 }],
    ])
    expect(checkPlacement(given, pages)).toEqual([])
  })
})

describe('the flows of the products', () => {
  it('a circular and a brief lose nothing, and the brief fits one page', () => {
    expect(pagesOf(circular()).length).toBe(2)
    expect(pagesOf(circular({ seal: true, paragraphs: 5 })).length).toBe(3)
    expect(pagesOf(brief()).length).toBe(1)
  })

  it('bookmarks follow the headings, each on its page', () => {
    const pages = pagesOf(circular())
    expect(
      pages.map(({ bookmarks }) =>
        bookmarks.map(({ level, title }) => `${level} ${title.slice(0, 4)}`),
      ),
    ).toEqual([['1 某某市人', '2 一、按职', '3 （一）工'], ['2 二、有关']])
  })

  it('sets a flow the same way twice, and leaves it as it was', () => {
    const given = brief()
    const before = JSON.stringify(given)
    const first = JSON.stringify(typeset(given, faces))
    expect(JSON.stringify(typeset(given, faces))).toBe(first)
    expect(JSON.stringify(given)).toBe(before)
  })

  it('nothing in a brief is smaller than 9 pt, not even in its chart', () => {
    const sizes = pagesOf(brief()).flatMap(({ marks }) => marks.map(({ size }) => size))
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(9)
  })

  it('a chart of one series or of none is drawn too', () => {
    const chart = (series: readonly string[], values: readonly number[]): Flow =>
      flow('brief', [
        [
          { type: 'bars', title: '任务分布', unit: '项', series, rows: [{ label: '甲', values }] },
          { type: 'figures', entries: [] },
          table({ 甲: 1 }, [row(['乙'])]),
        ],
      ])
    expect(pagesOf(chart(['负责'], [3])).length).toBe(1)
    expect(pagesOf(chart(['牵头', '配合', '负责', '指导'], [1, 0, 200, 3])).length).toBe(1)
    expect(pagesOf(chart([], [])).length).toBe(1)
  })
})
