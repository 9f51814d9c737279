import { describe, expect, it } from 'vitest'

import { indexAgencies } from '../../../pipeline/agencies/index.js'
import { correctionLines } from '../../../pipeline/compose/review/correction-lines.js'
import { correctionsFileSchema } from '../../../pipeline/model/index.js'
import { readDocument } from '../../../pipeline/read/read-document.js'
import { parse } from 'yaml'

/* Items that stand in text and annex, both of which say who is responsible, by when, and what is to be done. */
const notice = `国务院关于推进示范工作的通知

国函〔2024〕8号

各省、自治区、直辖市人民政府：

现就有关事项通知如下：

一、主要任务

（一）规范涉企收费公示。公示收费目录清单，2024年12月底前完成。（财政部牵头，市场监管总局配合）

（二）优化办税缴费服务流程。减少材料报送，2025年6月底前完成。（税务总局牵头，财政部负责资金保障）

附件：示范工作任务分工表

国务院

2024年3月5日

附件

示范工作任务分工表

| 序号 | 改革事项 | 主要内容 | 牵头单位 | 配合单位 | 完成时限 |
|--|--|--|--|--|--|
| 1 | 规范涉企收费公示 | 建立常态化公示制度。 | 财政部 | 市场监管总局 | 2024年12月底前 |
| 2 | 优化办税缴费服务流程 | 减少材料。 | 税务总局 | 公安部 | 2025年6月底前 |
`

function read(corrections: string | null) {
  const { document, findings } = readDocument({
    path: 'notice.md',
    bytes: new TextEncoder().encode(notice),
    corrections: corrections === null ? null : correctionsFileSchema.parse(parse(corrections)),
    correctionsPath: 'notice.corrections.yaml',
    agencies: indexAgencies(),
  })
  if (document === null) throw new Error('no document')
  const item = (title: string) => {
    const found = document.items
      .flatMap((each) => [each, ...each.children])
      .find((each) => each.title === title)
    if (found === undefined) throw new Error(`no item ${title}`)
    return found
  }
  const rules = findings.map(({ rule }) => rule).filter((rule) => rule.startsWith('correct'))
  return { document, item, rules }
}

const first = '规范涉企收费公示'
const second = '优化办税缴费服务流程'
const who = (item: ReturnType<ReturnType<typeof read>['item']>) =>
  item.responsibilities.map(({ name, role, part, from }) =>
    [role, name, ...(part === null ? [] : [part]), ...(from === 'correction' ? ['✎'] : [])].join(
      ' ',
    ),
  )
/** The lines that the review page gives to copy, with `set` changed as a person would. */
function changed(title: string, change: (set: string) => string): string {
  const lines = correctionLines(read(null).item(title), '见原件')
  const [before = '', after = ''] = lines.split('  set:')
  return `corrections:\n${before}  set:${change(after)}`
}

describe('an item that text and annex both speak of', () => {
  it('is read as one, who is named in both once', () => {
    const item = read(null).item(first)
    expect(item.origins).toEqual(['body', 'annex'])
    expect(who(item)).toEqual(['lead 财政部', 'support 市场监管总局'])
  })

  it('takes the lines that the review page gives, changed, for text and annex alike', () => {
    const { document, item, rules } = read(
      changed(first, (set) => set.replace('agency: 财政部', 'agency: 国家发展改革委')),
    )
    expect(rules).toEqual([])
    expect(who(item(first))).toEqual(['support 市场监管总局', 'lead 国家发展改革委 ✎'])
    // One decision, told once.
    expect(document.corrections).toMatchObject([
      { field: 'agencies', was: '财政部、市场监管总局', now: '市场监管总局、国家发展改革委' },
    ])
  })

  it('takes them unchanged, and stays as it was read', () => {
    const { item, rules } = read(changed(first, (set) => set))
    expect(rules).toEqual([])
    expect(who(item(first))).toEqual(['lead 财政部', 'support 市场监管总局'])
  })

  it('keeps what each of them names alone, and the part that an agency is named for', () => {
    const before = who(read(null).item(second))
    const { item, rules } = read(
      changed(second, (set) => set.replace('agency: 公安部', 'agency: 司法部')),
    )
    expect(rules).toEqual([])
    expect(who(item(second)).sort()).toEqual(
      before.map((each) => (each === 'support 公安部' ? 'support 司法部 ✎' : each)).sort(),
    )
  })

  it('takes deadlines and contents too, once their lines are switched on', () => {
    const switchedOn = changed(first, (set) =>
      set
        .replace('2024年12月底前', '2025年3月底前')
        .replace(/# content: .*/u, '# content: 全部重写'),
    ).replace(/# (?=deadlines|content| {2}- )/gu, '')
    const { item, rules } = read(switchedOn)
    expect(rules).toEqual([])
    expect(item(first).content).toBe('全部重写')
    expect(item(first).deadlines.map(({ text }) => text)).toEqual(['2025年3月底前'])
  })

  it('refuses what is not the whole of what is read', () => {
    const corrections = `corrections:
  - { item: 1, was: { agencies: [财政部] }, set: { agencies: [海关总署] }, why: 见原件 }
`
    const { item, rules } = read(corrections)
    expect(rules).toEqual(['correction-still-applies'])
    expect(who(item(first))).toEqual(['lead 财政部', 'support 市场监管总局'])
  })
})
