import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { indexAgencies } from '../../../../pipeline/agencies/index.js'
import {
  formCases,
  nameCases,
  officeCases,
  wordCases,
  type OneSentenceCase,
} from './one-sentence-cases.js'
import { offset, readCase, saidBy } from './read-case.js'
import { unseenCases } from './unseen-cases.js'

function title([text, , speaker]: OneSentenceCase): string {
  const where = [speaker?.place, speaker?.column, speaker?.date].filter(
    (each) => each !== undefined,
  )
  return `${text.replaceAll('\n', '⏎')} ${where.length === 0 ? '' : `[${where.join(' ')}]`}`
}

describe.each([
  ['words of responsibility', wordCases],
  ['forms of a statement', formCases],
  ['names', nameCases],
  ['shapes of offices', officeCases],
  ['shapes nobody had seen', unseenCases],
])('%s', (_, cases) => {
  it.each(cases.map((each) => [title(each), each] as const))('reads %s', (_title, each) => {
    const [text, said, speaker] = each
    const reading = readCase(text, speaker)
    expect(saidBy(reading)).toEqual(said)
    for (const { value, span } of reading.responsibilities)
      expect(value.text).toBe(text.slice(span.start - offset, span.end - offset))
  })
})

describe('the printed words', () => {
  it.each([
    ['（水利部负责，财政部配合）', ['负责', '配合']],
    ['（水利部会同财政部负责）', ['会同', '会同']],
    ['（水利部、财政部按职责分工负责）', ['按职责分工负责', '按职责分工负责']],
    ['（水利部牵头负责）', ['牵头负责']],
    ['〔责任单位：水利部〕', ['责任单位']],
  ])('are kept beside the role: %s', (text, words) => {
    expect(readCase(text).responsibilities.map(({ value }) => value.word)).toEqual(words)
  })

  it('are the head of the column in a table', () => {
    const [found] = readCase('水利部', { column: '指导部门' }).responsibilities
    expect(found?.value).toMatchObject({ role: 'guide', word: '指导部门' })
  })
})

describe('what of the item a body does', () => {
  it('is what stands behind 负责, up to the next body', () => {
    const reading = readCase('（水利部负责资金安排、绩效评价，审计署负责监督检查）')
    expect(reading.responsibilities.map(({ value }) => value.part)).toEqual([
      '资金安排、绩效评价',
      '监督检查',
    ])
  })

  it('is what stands before 由', () => {
    const reading = readCase('（资金安排由财政部负责，技术支撑由科技部负责）')
    expect(reading.responsibilities.map(({ value }) => [value.name, value.part])).toEqual([
      ['财政部', '资金安排'],
      ['科技部', '技术支撑'],
    ])
  })

  it('is nothing where the words only fill up', () => {
    const [found] = readCase('（水利部负责组织实施）').responsibilities
    expect(found?.value.part).toBeNull()
  })
})

describe('identity', () => {
  it('keeps the printed text beside the full and the short name', () => {
    const [, second] = readCase('省水利厅、医保局', {
      level: 'province',
      place: '湖北省',
      column: '责任单位',
    }).responsibilities
    expect(second?.value).toMatchObject({
      agency: '湖北省医疗保障局',
      name: '湖北省医保局',
      text: '医保局',
    })
  })

  it('keeps a note in brackets in the text alone', () => {
    const [found] = readCase('市场监管总局（国家标准委）', { column: '负责单位' }).responsibilities
    expect(found?.value).toMatchObject({ name: '市场监管总局', text: '市场监管总局（国家标准委）' })
  })
})

describe('rules', () => {
  it('that a statement declares with 下同 hold for it and to the end of the document', () => {
    const reading = readCase('（责任单位：市水务局、市财政局。列第一位的为牵头单位，下同）', {
      level: 'city',
      place: '江苏省苏州市',
    })
    expect(reading.rules).toEqual([
      { kind: 'first-leads', text: '列第一位的为牵头单位', from: offset, to: null, value: null },
    ])
    expect(reading.responsibilities.map(({ value }) => [value.role, value.from])).toEqual([
      ['lead', 'rule'],
      ['responsible', 'notice'],
    ])
  })

  it('without 下同 hold for the statement alone', () => {
    const text = '（责任单位：水利部、财政部，列首位的为牵头单位）'
    expect(readCase(text).rules).toMatchObject([{ from: offset, to: offset + text.length }])
  })

  it('do not hold before they are declared', () => {
    const late = { kind: 'first-leads', text: '列首位的为牵头单位', from: 500, to: 900 } as const
    const reading = readCase('（责任单位：水利部、财政部）', { rules: [late] })
    expect(saidBy(reading)).toEqual({ responsible: ['水利部', '财政部'] })
  })

  it('never override a word of the statement itself', () => {
    const rule = { kind: 'first-leads', text: '列首位的为牵头单位', from: 0, to: 900 } as const
    const reading = readCase('（责任单位：水利部、财政部（牵头））', { rules: [rule] })
    expect(saidBy(reading)).toEqual({ lead: ['财政部'], responsible: ['水利部'] })
  })

  it('of scope give the default that holds for what follows', () => {
    const reading = readCase(
      '（负责部门：水利部；适用范围：全部试点地区，以下除单独注明的外，适用范围均为全部试点地区）',
    )
    expect(reading.scope?.value).toBe('全部试点地区')
    expect(reading.rules).toMatchObject([{ kind: 'scope', value: '全部试点地区', to: null }])
  })

  it.each([
    ['以上各项均需各省级人民政府负责。', { reach: 'preceding' }, '各省级人民政府'],
    ['以下均需各区政府落实，不再列出。', { reach: 'following' }, '各区政府'],
    ['其余由水利部负责。', { reach: 'rest' }, '水利部'],
    ['第3—5项由水利部负责。', { reach: 'items', first: 3, last: 5 }, '水利部'],
  ])('over a range name its items and bodies: %s', (text, range, name) => {
    const { ranges, responsibilities } = readCase(text)
    expect(responsibilities).toEqual([])
    expect(ranges).toHaveLength(1)
    expect(ranges[0]?.range).toEqual(range)
    const [found] = ranges[0]?.responsibilities ?? []
    expect(found?.value).toMatchObject({ name, from: 'rule' })
    const span = found?.span ?? { start: 0, end: 0 }
    expect(text.slice(span.start - offset, span.end - offset)).toBe(name)
  })
})

it('a rule over all tasks speaks of its own item too', () => {
  const reading = readCase('（责任单位：水利部。具体任务均涉及各市人民政府，不再做分工，下同）')
  expect(saidBy(reading)).toEqual({ responsible: ['水利部'], generic: ['各市人民政府'] })
  expect(reading.ranges.map(({ range }) => range)).toEqual([{ reach: 'following' }])
})

describe('findings', () => {
  it.each([
    ['（水利部、财政部等6部门负责）', {}, ['declared-bodies-are-named']],
    ['（水利部、财政部等2部门负责）', {}, []],
    ['★水利部、财政部', { column: '责任单位' }, ['lead-mark-is-explained']],
    [
      '（责任单位：水利部、财政部）',
      { rules: [{ kind: 'before-comma', text: '第一个逗号前为牵头单位', from: 0, to: 900 }] },
      ['lead-comma-is-printed'],
    ],
    ['（水利部牵头，财政部等配合）', {}, []],
    [
      '水利部、要进一步研究明确的其他承担工作的人',
      { column: '责任单位' },
      ['statement-is-read-whole'],
    ],
    ['水利部，2023年底前完成', { column: '责任单位' }, []],
    ['水利部负责资金安排、绩效评价', { column: '责任单位' }, []],
  ] as const)('of %s are exactly these', (text, speaker, rules) => {
    expect(readCase(text, speaker).findings.map(({ rule }) => rule)).toEqual(rules)
  })
})

describe('the scope of a statement', () => {
  it.each([
    ['（负责部门：药监局，适用范围：浙江、上海）', '浙江、上海'],
    ['（责任单位：水利部；推广范围：全国（不含港澳台地区））', '全国（不含港澳台地区）'],
  ])('is kept whole: %s', (text, scope) => {
    const { scope: found } = readCase(text)
    expect(found?.value).toBe(scope)
    const span = found?.span ?? { start: 0, end: 0 }
    expect(text.slice(span.start - offset, span.end - offset)).toBe(scope)
  })
})

describe('any list of known names', () => {
  const current = indexAgencies().entries.filter(({ until }) => until === null)

  it('is read whole, in order, whatever stands between the names', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.constantFrom(...current),
            fc.constantFrom('name', 'short'),
            fc.constantFrom('、', '，', '；', '\n', ' 、', '和', '及', '／', '、\n'),
          ),
          { minLength: 1, maxLength: 8 },
        ),
        (names) => {
          const text = names
            .map(([agency, form, mark], index) => `${index === 0 ? '' : mark}${agency[form]}`)
            .join('')
          const { responsibilities, findings } = readCase(text, {
            column: '责任单位',
            date: '2023-06-24',
          })
          expect(responsibilities.map(({ value }) => value.name)).toEqual(
            names.map(([agency]) => agency.short),
          )
          expect(findings).toEqual([])
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('any statement of groups with their words', () => {
  const current = indexAgencies().entries.filter(({ until }) => until === null)
  const roleOf = {
    牵头: 'lead',
    牵头负责: 'lead',
    共同牵头: 'lead',
    按职责分工负责: 'responsible',
    分别负责: 'responsible',
    指导: 'guide',
  } as const
  const group = fc.record({
    names: fc.array(fc.constantFrom(...current), { minLength: 1, maxLength: 4 }),
    join: fc.constantFrom('、', '和', '及', '与'),
    open: fc.boolean(),
    word: fc.constantFrom(...(Object.keys(roleOf) as (keyof typeof roleOf)[])),
  })

  it('gives each name the role of the word behind its group', () => {
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 3 }), (groups) => {
        const text = groups
          .map(({ names, join, open, word }) => {
            const shorts = names.map(({ short }) => short)
            const last = shorts.pop() ?? ''
            const list = shorts.length === 0 ? last : `${shorts.join('、')}${join}${last}`
            return `${list}${open ? '等' : ''}${word}`
          })
          .join('，')
        const { responsibilities, open } = readCase(`（${text}）`, { date: '2023-06-24' })
        expect(responsibilities.map(({ value }) => [value.name, value.role])).toEqual(
          groups.flatMap(({ names, word }) => names.map(({ short }) => [short, roleOf[word]])),
        )
        expect(open).toBe(groups.some((each) => each.open))
      }),
      { numRuns: 200 },
    )
  })
})

describe('any text', () => {
  const words = [
    '水利部',
    '国家发展改革委',
    '各地区',
    '公安部门',
    '牵头',
    '负责',
    '配合',
    '会同',
    '由',
    '等',
    '和',
    '、',
    '，',
    '；',
    '（',
    '）',
    '责任单位：',
    '2023年底前',
    '*',
    '\n',
    '市',
    '张三同志',
    '第3项',
    '下同',
  ]

  it('is read without an error, and every name stands where it says', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...words), { maxLength: 14 }),
        fc.constantFrom(undefined, '责任单位', '牵头单位'),
        (parts, column) => {
          const text = parts.join('')
          const reading = readCase(text, column === undefined ? {} : { column })
          for (const { value, span } of reading.responsibilities) {
            expect(value.text).toBe(text.slice(span.start - offset, span.end - offset))
            expect(value.text.trim()).not.toBe('')
          }
          for (const { value, span } of reading.deadlines)
            expect(value.text).toBe(text.slice(span.start - offset, span.end - offset))
        },
      ),
      { numRuns: 200 },
    )
  })

  it('with no word of leading makes nobody lead', () => {
    const quiet = words.filter((word) => !/牵头|会同|负责|责任|配合/.test(word))
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...quiet), { maxLength: 12 }), (parts) => {
        const { responsibilities } = readCase(parts.join(''), { column: '负责单位' })
        expect(responsibilities.filter(({ value }) => value.role === 'lead')).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  it('that is broken beyond reading takes little time', () => {
    for (const broken of ['等', '和', '各有关', '财 ', '（', '由', '牵头'])
      expect(() => readCase(broken.repeat(700))).not.toThrow()
  })
})
