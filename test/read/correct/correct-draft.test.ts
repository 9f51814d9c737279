import { describe, expect, it } from 'vitest'

import { indexAgencies } from '../../../pipeline/agencies/index.js'
import { sentenceOf } from '../../../pipeline/messages/index.js'
import {
  correctionsFileSchema,
  type CorrectionsFile,
  type Item,
  type OfficialDocument,
} from '../../../pipeline/model/index.js'
import { readDocument } from '../../../pipeline/read/read-document.js'

const agencies = indexAgencies()

const notice = `国务院关于推进示范工作的通知

国函〔2024〕8号

各省、自治区、直辖市人民政府：

现就有关事项通知如下：

一、主要内容

1.便利化领域：“规范涉企收费公示”、“优化办税缴费服务流程”、“压缩口岸通关时间举措”等3项。

附件：示范工作任务分工表

国务院

2024年3月5日

附件

示范工作任务分工表

| 序号 | 改革事项 | 主要内容 | 牵头单位 | 配合单位 | 推广范围 |
|--|--|--|--|--|--|
| 1 | 规范涉企收费公示 | 公示收费目录。 | 财政部 | 市场监管总局 | 全国 |
| 2 | 优化办税缴费流程 | 减少材料。 | 税务总局 | 财政部 | 全国 |
`

function read(corrections: unknown): {
  document: OfficialDocument
  sentences: (rule: string) => string[]
  item: (title: string) => Item
} {
  const file: CorrectionsFile | null =
    corrections === null ? null : correctionsFileSchema.parse(corrections)
  const { document, findings } = readDocument({
    path: 'notice.md',
    bytes: new TextEncoder().encode(notice),
    corrections: file,
    correctionsPath: 'notice.corrections.yaml',
    agencies,
  })
  if (document === null) throw new Error('no document')
  return {
    document,
    sentences: (rule) =>
      findings.filter((each) => each.rule === rule).map((each) => sentenceOf(each, 'zh')),
    item: (title) => {
      const found = document.items.find((each) => each.title === title)
      if (found === undefined) throw new Error(`no item ${title}`)
      return found
    },
  }
}

const who = (item: Item) =>
  item.responsibilities.map(({ role, name, from }) => `${role} ${name} ${from}`)

describe('correctDraft', () => {
  it('leaves a document without corrections as it was read', () => {
    const { document, item, sentences } = read(null)
    expect(document.corrections).toEqual([])
    expect(who(item('规范涉企收费公示'))).toEqual([
      'lead 财政部 notice',
      'support 市场监管总局 notice',
    ])
    expect(sentences('annex-agrees-with-text')).toHaveLength(1)
  })

  it('sets the annex’s name where `was` is the annex’s, so that text and annex agree', () => {
    const { document, item, sentences } = read({
      corrections: [
        {
          item: 2,
          was: { title: '优化办税缴费流程' },
          set: { title: '优化办税缴费服务流程' },
          why: '附表漏字',
        },
      ],
    })
    expect(sentences('annex-agrees-with-text')).toEqual([])
    expect(item('优化办税缴费服务流程').origins).toEqual(['body', 'annex'])
    expect(document.corrections).toMatchObject([
      {
        kind: 'set',
        field: 'title',
        was: '优化办税缴费流程',
        now: '优化办税缴费服务流程',
        why: '附表漏字',
      },
    ])
    expect(document.corrections[0]?.item).toBe(item('优化办税缴费服务流程').id)
  })

  it('sets agencies: who stays keeps place and origin, who is new is a correction in the role of whom it replaces', () => {
    const { item } = read({
      corrections: [
        {
          item: 1,
          was: { agencies: ['财政部', '市场监管总局'] },
          set: { agencies: ['财政部', { agency: '海关总署', role: 'support' }] },
          why: '来函更正',
        },
      ],
    })
    expect(who(item('规范涉企收费公示'))).toEqual([
      'lead 财政部 notice',
      'support 海关总署 correction',
    ])
  })

  it('applies nothing where `was` no longer holds, and says what is read now', () => {
    const { document, item, sentences } = read({
      corrections: [
        {
          item: 1,
          was: { agencies: ['财政部'] },
          set: { agencies: ['海关总署'] },
          why: '来函更正',
        },
        { item: 1, was: { scope: '自贸试验区' }, set: { scope: '沿海地区' }, why: '误' },
      ],
    })
    expect(who(item('规范涉企收费公示'))).toEqual([
      'lead 财政部 notice',
      'support 市场监管总局 notice',
    ])
    expect(document.corrections).toEqual([])
    expect(sentences('correction-still-applies')).toEqual([
      expect.stringContaining('现读到的是「财政部、市场监管总局」'),
      expect.stringContaining('现读到的是「全国」'),
    ])
  })

  it('applies all of a correction or none of it', () => {
    const { document } = read({
      corrections: [
        {
          item: 1,
          was: { scope: '全国', content: '别的内容' },
          set: { scope: '沿海地区', content: '公示目录' },
          why: '误',
        },
      ],
    })
    expect(document.corrections).toEqual([])
    expect(document.items[0]?.scope).toBe('全国')
  })

  it('asks for what was before it sets anything', () => {
    const { sentences } = read({
      corrections: [{ item: 1, was: {}, set: { scope: '沿海地区' }, why: '误' }],
    })
    expect(sentences('correction-says-what-was')).toHaveLength(1)
  })

  it('adds agencies and deadlines, and a single value only where there is none', () => {
    const { item, sentences } = read({
      corrections: [
        {
          item: 2,
          add: { agencies: ['海关总署'], deadlines: ['2024年12月31日前'] },
          why: '来函明确',
        },
        { item: 2, add: { scope: '沿海地区' }, why: '误' },
        { item: 2, add: { agencies: ['税务总局'] }, why: '误' },
      ],
    })
    const corrected = item('优化办税缴费服务流程')
    expect(who(corrected).at(-1)).toBe('responsible 海关总署 correction')
    expect(corrected.deadlines).toEqual([
      { text: '2024年12月31日前', kind: 'by', date: '2024-12-31' },
    ])
    expect(sentences('correction-adds-what-is-missing')).toHaveLength(2)
  })

  it('removes what is there, an item as a whole too, and tells what is not', () => {
    const { document, sentences } = read({
      corrections: [
        { item: 1, remove: { agencies: ['市场监管总局'] }, why: '来函' },
        { item: 2, remove: { agencies: ['海关总署'] }, why: '误' },
        { item: 2, remove: 'item', why: '来函' },
      ],
    })
    expect(document.items.map((each) => each.title)).toEqual([
      '规范涉企收费公示',
      '压缩口岸通关时间举措',
    ])
    expect(document.items[0]?.responsibilities.map((each) => each.name)).toEqual(['财政部'])
    expect(sentences('correction-still-applies')).toHaveLength(1)
    expect(document.corrections.map(({ kind, field }) => `${kind} ${field}`)).toEqual([
      'remove agencies',
      'remove item',
    ])
  })

  it('adds rows that the copy lacks, which join the text’s items as printed rows do', () => {
    const { document, item, sentences } = read({
      corrections: [
        {
          rows: [
            {
              serial: 3,
              title: '压缩口岸通关时间举措',
              content: '压缩时间。',
              agencies: [{ agency: '海关总署', role: 'lead' }],
              scope: '全国',
            },
          ],
          page: 4,
          why: '电子版附表不全',
        },
      ],
    })
    const added = item('压缩口岸通关时间举措')
    expect(added).toMatchObject({
      serial: 3,
      content: '压缩时间。',
      origins: ['body', 'correction'],
    })
    expect(who(added)).toEqual(['lead 海关总署 correction'])
    expect(document.corrections).toMatchObject([{ kind: 'row', page: 4, item: added.id }])
    expect(sentences('annex-covers-items')).toEqual([])
  })

  it('refuses a row whose number the annex has', () => {
    const { document, sentences } = read({
      corrections: [{ rows: [{ serial: 2, title: '压缩口岸通关时间举措' }], page: 4, why: '误' }],
    })
    expect(document.corrections).toEqual([])
    expect(sentences('correction-rows-are-missing')).toHaveLength(1)
  })

  it('names the nearest item where a correction finds none', () => {
    const { document, sentences } = read({
      corrections: [{ item: 7, remove: 'item', why: '误' }],
    })
    expect(document.items).toHaveLength(3)
    expect(sentences('correction-finds-its-item')).toHaveLength(1)
  })

  it('takes an unknown agency as it is written, with a warning', () => {
    const { item, sentences } = read({
      corrections: [{ item: 1, add: { agencies: ['财政步'] }, why: '误' }],
    })
    expect(who(item('规范涉企收费公示')).at(-1)).toBe('responsible 财政步 correction')
    expect(sentences('corrected-agency-is-known')).toEqual([expect.stringContaining('财政步')])
  })
})

describe('acceptFindings', () => {
  it('silences the messages that a person accepted, by rule, item or text, and no others', () => {
    const rule = 'annex-agrees-with-text'
    expect(read({ accept: [{ rule, why: '如此' }] }).sentences(rule)).toEqual([])
    expect(read({ accept: [{ rule, item: 2, why: '如此' }] }).sentences(rule)).toEqual([])
    expect(read({ accept: [{ rule, text: '缴费流程', why: '如此' }] }).sentences(rule)).toEqual([])
    expect(read({ accept: [{ rule, item: 1, why: '如此' }] }).sentences(rule)).toHaveLength(1)
  })

  it('tells of an acceptance that silences nothing', () => {
    const { sentences } = read({ accept: [{ rule: 'date-exists', why: '如此' }] })
    expect(sentences('acceptance-silences-something')).toHaveLength(1)
  })

  it('refuses to silence an error', () => {
    const { sentences } = read({
      corrections: [{ item: 9, remove: 'item', why: '误' }],
      accept: [{ rule: 'correction-finds-its-item', why: '如此' }],
    })
    expect(sentences('correction-finds-its-item')).toHaveLength(1)
    expect(sentences('acceptance-is-no-error')).toHaveLength(1)
  })
})
