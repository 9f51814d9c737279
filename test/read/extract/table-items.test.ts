import { describe, expect, it } from 'vitest'

import { allItems, namesOf, paragraphs, readNotice, rulesOf } from './read-notice.js'

const table = (...rows: readonly string[]) => {
  const columns = (rows[0]?.split('|').length ?? 2) - 2
  return [rows[0], `|${'---|'.repeat(columns)}`, ...rows.slice(1)].join('\n')
}
const read = (...rows: readonly string[]) =>
  readNotice(
    paragraphs(
      '关于分工的通知',
      '各单位：',
      '见附件。',
      '某部',
      '2024年5月1日',
      '附件',
      '任务分工表',
      table(...rows),
    ),
  )
const html = (rows: string) =>
  readNotice(
    `<html><body><p>关于分工的通知</p><p>各单位：</p><p>见附件。</p><p>附件</p><p>任务分工表</p><table>${rows}</table></body></html>`,
    '通知.html',
  )

describe('items of a table', () => {
  it('are read under a head of bodies with persons', () => {
    const { document } = read(
      '| 序号 | 重点工作 | 牵头单位及责任人 | 责任单位、责任领导 |',
      '| 1 | 扩大投资 | 市发展改革委：李某 | 市财政局 |',
    )
    const [item] = document.items
    expect(item?.responsibilities.map(({ name, role }) => [name, role])).toEqual([
      ['市发展改革委', 'lead'],
      ['市财政局', 'responsible'],
    ])
  })

  it('stand under a row with a Chinese number and a name, its other cells empty', () => {
    const { document } = read(
      '| 序号 | 重点工作 | 责任单位 | 完成时限 |',
      '| 一 | 经济发展（2项） | | |',
      '| 1 | 扩大投资 | 财政部 | 年底前 |',
      '| 2 | 促进消费 | 商务部 | 年底前 |',
      '| 二 | 民生保障（1项） | | |',
      '| 3 | 新建学校 | 教育部 | 年底前 |',
    )
    expect(document.items.map(({ title, category }) => [category, title])).toEqual([
      ['经济发展', '扩大投资'],
      ['经济发展', '促进消费'],
      ['民生保障', '新建学校'],
    ])
    expect(document.counts.map(({ said, counted }) => [said, counted])).toEqual([
      [2, 2],
      [1, 1],
    ])
  })

  it('are no rows that explain or sum', () => {
    const { document, findings } = read(
      '| 序号 | 工作任务 | 责任单位 | 分值 |',
      '| 1 | 完善监测 | 财政部 | 60 |',
      '| 2 | 说明 | 教育部 | 40 |',
      '| 合计 | | | 100 |',
      '| 备注 | 财政部含所属单位。 | | |',
    )
    expect(allItems(document.items).map(({ title }) => title)).toEqual(['完善监测', '说明'])
    expect(rulesOf(findings)).not.toContain('item-has-agency')
    expect(document.text).toContain('财政部含所属单位。')
  })

  it('are read under any of the usual heads, with blanks in them', () => {
    const { document, findings } = read(
      '| 序 号 | 工 作 任 务 | 主 要 内 容 | 牵 头 单 位 | 配 合 单 位 | 完 成 时 限 | 适用范围 |',
      '| 1 | 完善监测 | 建立监测体系。 | 财政部 | 税务总局 | 2024年底前 | 全国（不含港澳台地区） |',
      '| 2 | 加强宣传 | 组织宣传。 | 教育部 | / | — | 无 |',
    )
    expect(document.items).toMatchObject([
      { serial: 1, title: '完善监测', content: '建立监测体系。', scope: '全国（不含港澳台地区）' },
      { serial: 2, title: '加强宣传', content: '组织宣传。', scope: null, deadlines: [] },
    ])
    expect(document.items[0]?.responsibilities.map(({ name, role }) => [name, role])).toEqual([
      ['财政部', 'lead'],
      ['税务总局', 'support'],
    ])
    expect(namesOf(document.items[1])).toEqual(['教育部'])
    expect(document.items[0]?.deadlines).toMatchObject([{ text: '2024年底前', date: '2024-12-31' }])
    expect(findings).toEqual([])
  })

  it('take category and count from a row over the whole width', () => {
    const { document, findings } = read(
      '| 序号 | 改革举措 | 主要内容 | 指导部门 |',
      '| 一、产权保护方面（共2项） | | | |',
      '| 1 | 甲举措 | 内容甲。 | 司法部 |',
      '| 2 | 乙举措 | 内容乙。 | 司法部 |',
      '| 二、金融创新方面（共2项） | 二、金融创新方面（共2项） | 二、金融创新方面（共2项） | 二、金融创新方面（共2项） |',
      '| 3 | 丙举措 | 内容丙。 | 财政部 |',
    )
    expect(document.items.map(({ category }) => category)).toEqual([
      '产权保护方面',
      '产权保护方面',
      '金融创新方面',
    ])
    expect(document.items[0]?.responsibilities[0]?.role).toBe('guide')
    expect(rulesOf(findings)).toEqual(['count-agrees-with-list'])
    expect(document.items).toHaveLength(3)
  })

  it('read 同上 and 〃 as the cell above', () => {
    const { document } = read(
      '| 序号 | 任务 | 内容 | 责任单位 |',
      '| 1 | 甲 | 内容甲 | 财政部 |',
      '| 2 | 乙 | 内容乙 | 同上 |',
      '| 3 | 丙 | 内容丙 | 〃 |',
    )
    expect(document.items.map(namesOf)).toEqual([['财政部'], ['财政部'], ['财政部']])
  })

  it('have children where number and name cover several rows, and a merged cell of bodies belongs to all', () => {
    const { document } = html(
      `<tr><th>序号</th><th>工作事项</th><th>主要内容</th><th>责任单位</th></tr>
       <tr><td rowspan="2">1</td><td rowspan="2">改善服务</td><td>优化窗口。统一标准。</td><td>民政部</td></tr>
       <tr><td>延长时间。</td><td rowspan="2">财政部</td></tr>
       <tr><td>2</td><td>加强监管</td><td>开展检查。</td></tr>`,
    )
    expect(document.items.map(({ serial, title, content }) => [serial, title, content])).toEqual([
      [1, '改善服务', null],
      [2, '加强监管', '开展检查。'],
    ])
    expect(document.items[0]?.children.map(({ title, content }) => [title, content])).toEqual([
      ['优化窗口', '统一标准。'],
      ['延长时间', null],
    ])
    expect(allItems(document.items).map(namesOf)).toEqual([[], ['民政部'], ['财政部'], ['财政部']])
    const shared = allItems(document.items)
      .slice(2)
      .map(({ responsibilities }) => responsibilities[0]?.statement)
    expect(new Set(shared).size).toBe(1)
  })

  it('are one where number, name and content cover the same rows', () => {
    const { document } = html(
      `<tr><th>序号</th><th>工作事项</th><th>主要内容</th><th>责任单位</th></tr>
       <tr><td rowspan="2">1</td><td rowspan="2">改善服务</td><td rowspan="2">优化窗口。</td><td>民政部</td></tr>
       <tr><td>财政部</td></tr>`,
    )
    expect(document.items).toHaveLength(1)
    expect(namesOf(document.items[0])).toEqual(['民政部', '财政部'])
  })

  it('are read under a head of two lines', () => {
    const { document } = html(
      `<tr><th rowspan="2">序号</th><th rowspan="2">重点任务</th><th colspan="2">责任分工</th></tr>
       <tr><th>牵头单位</th><th>配合单位</th></tr>
       <tr><td>1</td><td>改善服务</td><td>民政部</td><td>财政部</td></tr>`,
    )
    expect(document.items[0]?.responsibilities.map(({ name, role }) => [name, role])).toEqual([
      ['民政部', 'lead'],
      ['财政部', 'support'],
    ])
  })

  it('go on over a page: a second table without a head, a head repeated inside', () => {
    const { document } = readNotice(
      paragraphs(
        '关于分工的通知',
        '各单位：',
        '附件',
        '任务分工表',
        table(
          '| 序号 | 任务 | 责任单位 |',
          '| 1 | 甲任务 | 财政部 |',
          '| 序号 | 任务 | 责任单位 |',
          '| 2 | 乙任务 | 教育部 |',
        ),
        '续表',
        table('| 3 | 丙任务 | 司法部 |', '| 4 | 丁任务 | 公安部 |'),
      ),
    )
    expect(document.items.map(({ serial, title }) => [serial, title])).toEqual([
      [1, '甲任务'],
      [2, '乙任务'],
      [3, '丙任务'],
      [4, '丁任务'],
    ])
  })

  it('are read from lines that tabs or blanks part', () => {
    const lines = (...rows: readonly string[]) =>
      readNotice(
        `国务院关于分工的通知\n\n各单位：\n\n附件\n\n任务分工表\n\n${rows.join('\n')}\n\n国务院\n`,
        '通知.txt',
      )
    const tabs = lines('序号\t工作任务\t内容\t责任单位', '1\t开展检查\t按月 通报\t财政部')
    const blanks = lines('序号 工 作 任 务 牵头负责部门', '1 就业 1000万人以上 教育部')
    expect(tabs.document.items).toMatchObject([{ title: '开展检查', content: '按月 通报' }])
    expect(blanks.document.items).toMatchObject([{ serial: 1, title: '就业 1000万人以上' }])
    expect(namesOf(blanks.document.items[0])).toEqual(['教育部'])
    expect(tabs.document.parts[1]?.blocks.at(2)?.type).toBe('table')
  })

  it('are missed where a list of tasks has a form that is not known', () => {
    const { findings } = read('| 甲 | 乙 |', '| 开展检查 | 财政部 |')
    expect(findings).toMatchObject([
      { rule: 'promised-tasks-are-read', values: { title: '任务分工表' } },
    ])
  })

  it('tell of a column that they leave out', () => {
    const { findings } = read(
      '| 序号 | 任务 | 责任单位 | 信用代码 |',
      '| 1 | 甲任务 | 财政部 | 9 |',
    )
    expect(findings).toMatchObject([
      { rule: 'table-columns-known', severity: 'info', values: { column: '信用代码' } },
    ])
  })

  it('tell of numbers that are left out or stand twice', () => {
    const { findings } = read(
      '| 序号 | 任务 | 责任单位 |',
      '| 1 | 甲任务 | 财政部 |',
      '| 3 | 乙任务 | 财政部 |',
      '| 3 | 丙任务 | 财政部 |',
    )
    expect(rulesOf(findings)).toEqual(['numbering-continuous', 'numbering-unique'])
  })

  it('name their bodies in brackets where no column does', () => {
    const { document } = read(
      '| 序号 | 工作任务 |',
      '| 1 | 开展检查（财政部牵头，教育部配合） |',
      '| 2 | 优化服务。统一标准。（司法部负责） |',
    )
    expect(document.items.map((item) => [item.title, item.content, ...namesOf(item)])).toEqual([
      ['开展检查', null, '财政部', '教育部'],
      ['优化服务', '统一标准。', '司法部'],
    ])
  })

  it('follow a rule that a note under the table declares', () => {
    const { document } = html(
      `<tr><th>序号</th><th>任务</th><th>责任单位</th></tr>
       <tr><td>1</td><td>开展检查</td><td>财政部、教育部</td></tr></table><p>注：排在第一位的为牵头单位。</p><table>`,
    )
    expect(document.items[0]?.responsibilities.map(({ role, from }) => [role, from])).toEqual([
      ['lead', 'rule'],
      ['responsible', 'notice'],
    ])
  })

  it('follow a rule that the head of their column declares', () => {
    const { document } = read(
      '| 序号 | 任务 | 责任单位（列第一位的为牵头单位，下同） |',
      '| 1 | 开展检查 | 财政部、教育部 |',
    )
    expect(document.items[0]?.responsibilities.map(({ role }) => role)).toEqual([
      'lead',
      'responsible',
    ])
  })

  it('have persons that lead apart from bodies', () => {
    const { document } = read(
      '| 序号 | 任务 | 责任人 | 责任单位 |',
      '| 1 | 开展检查 | 张三 | 财政部 |',
    )
    expect(document.items).toMatchObject([{ persons: ['张三'] }])
    expect(namesOf(document.items[0])).toEqual(['财政部'])
  })

  it.each([
    [
      '| 一级指标 | 二级指标 | 指标说明 |',
      '| 质量 | 1.占比 | 计算方法：甲除以乙。指标来源：国家卫生健康委。 |',
    ],
    ['| 省（市） | 1995年招生人数 | 分年度招生任务 |', '| 江苏 | 100 | 140 |'],
    ['| 姓名 | 单位 | 电话 |', '| 张三 | 财政部 | 123 |'],
  ])('are not made of a table of something else: %s', (...rows) => {
    expect(read(...rows).document.items).toEqual([])
  })
})
