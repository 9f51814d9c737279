import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import { officialDocumentSchema } from '../../../pipeline/model/index.js'
import { namesOf, readNotice } from './read-notice.js'

const file = new URL('../../../sources/guohan-2023-56.md', import.meta.url)
const { document, findings } = readNotice(readFileSync(file), 'guohan-2023-56.md')
const withAgencies = document.items.filter((item) => item.responsibilities.length > 0)
const assignments = withAgencies.flatMap((item) => item.responsibilities)

describe('the sample notice', () => {
  it('is a document of the model', () => {
    expect(officialDocumentSchema.parse(JSON.parse(JSON.stringify(document)))).toEqual(document)
  })

  it('has its formal elements', () => {
    expect(document.title).toBe('国务院关于做好自由贸易试验区第七批改革试点经验复制推广工作的通知')
    expect(document.documentNumber).toEqual({
      text: '国函〔2023〕56号',
      series: '国函',
      year: 2023,
      serial: 56,
    })
    expect(document.issuers).toEqual(['国务院'])
    expect(document.issuerLevel).toBe('central')
    expect(document.issueDate).toBe('2023-06-24')
    expect(document.mainRecipients).toEqual([
      '各省、自治区、直辖市人民政府',
      '国务院各部委、各直属机构',
    ])
    expect(document.notes).toEqual(['此件公开发布'])
    const annex = '自由贸易试验区第七批改革试点经验复制推广工作任务分工表'
    expect(document.attachments).toEqual([{ label: null, title: annex, part: 1 }])
    expect(document.parts.map(({ kind, label, title }) => [kind, label, title])).toEqual([
      ['notice', null, document.title],
      ['attachment', '附件', annex],
    ])
  })

  it('has 24 items: 22 nationwide in five groups, one for free-trade zones, one for the coast', () => {
    expect(document.items).toHaveLength(24)
    const groups = new Map<string | null, number>()
    for (const { category } of document.items) groups.set(category, (groups.get(category) ?? 0) + 1)
    expect([...groups]).toEqual([
      ['投资贸易便利化领域', 3],
      ['政府管理创新领域', 5],
      ['金融开放创新领域', 6],
      ['产业高质量发展领域', 5],
      ['知识产权保护领域', 3],
      [null, 2],
    ])
    expect(document.items.slice(0, 22).every(({ scope }) => scope === '全国')).toBe(true)
    expect(document.items.slice(22).map(({ scope }) => scope)).toEqual(['自贸试验区', '沿海地区'])
    expect(document.items[10]?.title).toBe('证券、期货、基金境外金融职业资格认可机制')
    expect(document.items[3]?.title).toBe('水路运输危险货物‘谎报匿报四步稽查法’')
  })

  it('names eight agencies for nine items in ten assignments, and nobody leads', () => {
    expect(withAgencies.map((item) => [item.serial, ...namesOf(item)])).toEqual([
      [1, '住房城乡建设部'],
      [2, '海关总署'],
      [3, '中国民航局'],
      [4, '交通运输部'],
      [5, '交通运输部'],
      [6, '交通运输部'],
      [7, '人力资源社会保障部'],
      [8, '国家医保局'],
      [9, '中国人民银行', '税务总局'],
    ])
    expect(assignments.map(({ role, kind, word }) => `${role} ${kind} ${word ?? ''}`)).toEqual(
      assignments.map(() => 'responsible agency 负责单位'),
    )
    expect(new Set(assignments.map(({ statement }) => statement)).size).toBe(9)
  })

  it('joins a row to its item by name, and by a name that nearly agrees', () => {
    expect(document.items.filter(({ origins }) => origins.length === 2)).toHaveLength(9)
    expect(document.items[2]?.title).toBe('航空货运电子信息化')
    expect(document.items[1]?.title).toBe('出口货物检验检疫证单‘云签发’平台')
  })

  it('says what differs and what lacks, and nothing else', () => {
    expect(findings.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
      'warning annex-agrees-with-text',
      'warning annex-covers-items',
    ])
    const [renamed, missing] = findings
    expect(renamed?.values).toEqual({ text: '航空货运电子信息化', annex: '航空货运电子化' })
    const spans = [renamed?.span, renamed?.related[0]?.span]
    expect(spans.map((span) => document.text.slice(span?.start, span?.end))).toEqual([
      '航空货运电子信息化',
      '航空货运电子化',
    ])
    expect(missing?.values).toMatchObject({ listed: '1—9', total: 24, missing: 15 })
    expect(missing?.values.names).toEqual(document.items.slice(9).map(({ title }) => title))
  })

  it('counts what it says', () => {
    expect(document.counts.map(({ said, counted, of }) => [of, said, counted])).toEqual([
      ['投资贸易便利化领域', 3, 3],
      ['政府管理创新领域', 5, 5],
      ['金融开放创新领域', 6, 6],
      ['产业高质量发展领域', 5, 5],
      ['知识产权保护领域', 3, 3],
    ])
  })

  it('asks things of bodies in running text, apart from the items', () => {
    const asked = document.duties.map((duty) => ({
      who: duty.responsibilities.map(({ name, kind }) => `${kind} ${name}`),
      text: duty.text.slice(0, 14),
    }))
    expect(asked).toContainEqual({ who: ['agency 商务部'], text: '商务部要牵头组织开展复制推广' })
    expect(asked).toContainEqual({
      who: ['generic 国务院各有关部门'],
      text: '国务院各有关部门要结合工作职',
    })
    expect(asked).toContainEqual({
      who: ['generic 各省（自治区、直辖市）人民政府'],
      text: '各省（自治区、直辖市）人民政',
    })
    expect(assignments.map(({ name }) => name)).not.toContain('商务部')
  })

  it('says where each value stands', () => {
    const at = (pointer: string) =>
      document.places[pointer]?.map(({ start, end }) => document.text.slice(start, end))
    expect(at('/title')?.join('')).toBe(document.title)
    expect(at('/items/0/title')).toEqual([document.items[0]?.title, document.items[0]?.title])
    expect(at('/items/8/responsibilities/1')).toEqual(['税务总局'])
    expect(at('/items/22/scope')).toEqual(['自贸试验区'])
    expect(at('/issueDate')).toEqual(['2023年6月24日'])
    expect(at('/items/0/serial')).toEqual(['1'])
  })

  it('gives each item an id that says where it stands', () => {
    expect(document.items[0]?.id).toBe('正文/一/（一）/1/工程建设项目审批统一化、标准化、信息化')
    expect(document.items[23]?.id).toBe('正文/一/（二）/2/入海排污口规范化分级分类管理新模式')
    expect(new Set(document.items.map(({ id }) => id)).size).toBe(24)
  })
})
