import { describe, expect, it } from 'vitest'

import { namesOf, paragraphs, readNotice, rulesOf } from './read-notice.js'

const rows = (...lines: readonly string[]) =>
  ['| 序号 | 改革事项 | 主要内容 | 负责单位 |', '|---|---|---|---|', ...lines].join('\n')
const read = (list: string, table: string, note = '（此件公开发布）') =>
  readNotice(
    paragraphs(
      '国务院关于复制推广改革经验的通知',
      '各单位：',
      '通知如下：',
      list,
      '附件：任务分工表',
      '国务院',
      '2024年5月1日',
      note,
      '附件',
      '任务分工表',
      table,
    ),
  )
const list = '1.服务领域：“窗口一站式服务机制”、“企业开办信息化平台”、“外资备案承诺制”等3项。'

describe('items of text and annex', () => {
  it('become one with both origins, the annex’s number and content', () => {
    const { document, findings } = read(
      list,
      rows(
        '| 1 | 窗口一站式服务机制 | 甲 | 民政部 |',
        '| 2 | 企业开办信息化平台 | 乙 | 财政部 |',
        '| 3 | 外资备案承诺制 | 丙 | 商务部 |',
      ),
    )
    expect(
      document.items.map((item) => [item.serial, item.content, item.category, ...namesOf(item)]),
    ).toEqual([
      [1, '甲', '服务领域', '民政部'],
      [2, '乙', '服务领域', '财政部'],
      [3, '丙', '服务领域', '商务部'],
    ])
    expect(document.items.map(({ origins }) => origins)).toEqual(Array(3).fill(['body', 'annex']))
    expect(findings).toEqual([])
  })

  it('that are named differently keep the text’s name and are told', () => {
    const { document, findings } = read(
      list,
      rows(
        '| 1 | 窗口一站式服务机制 | 甲 | 民政部 |',
        '| 2 | 企业开办信息平台 | 乙 | 财政部 |',
        '| 3 | 外资备案承诺制 | 丙 | 商务部 |',
      ),
    )
    expect(document.items[1]?.title).toBe('企业开办信息化平台')
    expect(findings).toMatchObject([
      {
        rule: 'annex-agrees-with-text',
        values: { text: '企业开办信息化平台', annex: '企业开办信息平台' },
      },
    ])
  })

  it('that the annex lacks are named in one message, and nobody is made up for them', () => {
    const { document, findings } = read(list, rows('| 1 | 窗口一站式服务机制 | 甲 | 民政部 |'))
    expect(findings).toMatchObject([
      {
        rule: 'annex-covers-items',
        severity: 'warning',
        values: {
          listed: '1',
          total: 3,
          missing: 2,
          names: ['企业开办信息化平台', '外资备案承诺制'],
        },
      },
    ])
    expect(document.items.slice(1).map(namesOf)).toEqual([[], []])
  })

  it('that the annex lacks are a matter of information where the text was cut', () => {
    const { findings } = read(
      list,
      rows('| 1 | 窗口一站式服务机制 | 甲 | 民政部 |'),
      '（本文有删减）',
    )
    expect(findings).toMatchObject([{ rule: 'annex-covers-items', severity: 'info' }])
  })

  it('that the text lacks stand where the annex has them, and are told', () => {
    const { document, findings } = read(
      list,
      rows(
        '| 1 | 窗口一站式服务机制 | 甲 | 民政部 |',
        '| 2 | 跨省远程评标 | 乙 | 司法部 |',
        '| 3 | 企业开办信息化平台 | 丙 | 财政部 |',
        '| 4 | 外资备案承诺制 | 丁 | 商务部 |',
      ),
    )
    expect(document.items.map(({ serial }) => serial)).toEqual([1, 2, 3, 4])
    expect(rulesOf(findings)).toEqual(['text-covers-annex'])
  })

  it('stay apart where the annex is about something else', () => {
    const { document, findings } = read(
      list,
      rows('| 1 | 召开动员会议 | 甲 | 民政部 |', '| 2 | 报送工作总结 | 乙 | 财政部 |'),
    )
    expect(document.items).toHaveLength(5)
    expect(findings).toEqual([])
  })
})
