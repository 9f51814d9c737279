import { describe, expect, it } from 'vitest'

import { paragraphs, readNotice, rulesOf } from './read-notice.js'

const body = ['现将有关事项通知如下：', '一、高度重视', '认真落实。']

describe('the parts of a file', () => {
  const signed = ['某省人民政府', '2024年1月2日']

  it.each([
    ['its number first', ['某政发〔2024〕9号', '关于演练的通知', '各市人民政府：']],
    [
      'its mark first',
      ['某省人民政府文件', '某政发〔2024〕9号', '关于演练的通知', '各市人民政府：'],
    ],
    ['its title first', ['关于演练的通知', '某政发〔2024〕9号', '各市人民政府：']],
    ['no number', ['关于演练的通知', '各市人民政府：']],
  ])('hold a second notice apart, with what is attached to it: %s', (_, head) => {
    const { document, findings } = readNotice(
      paragraphs(
        '某政发〔2024〕8号',
        '关于检查的通知',
        '各市人民政府：',
        '一、检查。（财政部负责）',
        ...signed,
        ...head,
        '一、演练。（教育部负责）',
        ...signed,
        '附件',
        '任务分工表',
        '| 序号 | 任务 | 责任单位 |\n|---|---|---|\n| 1 | 演练 | 公安部 |',
      ),
    )
    expect(document.items.map(({ title }) => title)).toEqual(['检查'])
    expect(document.parts.map(({ kind }) => kind)).toEqual(['notice', 'embedded', 'attachment'])
    expect(rulesOf(findings)).toContain('one-notice-a-file')
  })

  it('are the notice and its attachments, numbered as the note says', () => {
    const { document } = readNotice(
      paragraphs(
        '关于检查的通知',
        '各单位：',
        ...body,
        '附件：1.任务分工表',
        '2.报送样式',
        ...signed,
        '附件1',
        '任务分工表',
        '甲',
        '附件2',
        '报送样式',
        '乙',
      ),
    )
    expect(document.attachments).toEqual([
      { label: '1', title: '任务分工表', part: 1 },
      { label: '2', title: '报送样式', part: 2 },
    ])
    expect(document.parts.map(({ label, title }) => `${label ?? ''} ${title ?? ''}`)).toEqual([
      ' 关于检查的通知',
      '附件1 任务分工表',
      '附件2 报送样式',
    ])
  })

  it.each([
    ['附件：1.任务分工表.docx　2.样式.xls'],
    ['附件：1．任务分工表2．样式。'],
    ['附件1：任务分工表', '附件2：样式'],
  ])('are only named where a page lists them below the signature: %s', (...lines) => {
    const { document } = readNotice(
      paragraphs('关于检查的通知', '各单位：', ...body, ...signed, ...lines),
    )
    expect(document.attachments).toEqual([
      { label: '1', title: '任务分工表', part: null },
      { label: '2', title: '样式', part: null },
    ])
    expect(document.parts).toHaveLength(1)
  })

  it('find a title that stands before the line 附件', () => {
    const { document } = readNotice(
      paragraphs(
        '关于检查的通知',
        '各单位：',
        ...body,
        '附件：任务分工表',
        ...signed,
        '任务分工表',
        '附件',
        '甲',
      ),
    )
    expect(document.parts[1]).toMatchObject({
      kind: 'attachment',
      label: '附件',
      title: '任务分工表',
    })
  })

  it('find a title on the line of the label, and in the first row of the table', () => {
    const line = readNotice(
      paragraphs('关于检查的通知', '各单位：', ...body, ...signed, '附件1　任务分工表', '甲'),
    )
    const row = readNotice(
      paragraphs(
        '关于检查的通知',
        '各单位：',
        ...body,
        ...signed,
        '附件',
        '| 任务分工表 | | |\n|---|---|---|\n| 序号 | 工作任务 | 责任单位 |\n| 1 | 开展检查 | 财政部 |',
      ),
    )
    expect(line.document.parts[1]).toMatchObject({ label: '附件1', title: '任务分工表' })
    expect(row.document.parts[1]?.title).toBe('任务分工表')
    expect(row.document.items).toHaveLength(1)
  })

  it('hold a plan that the notice issues, between its signature and its annexes', () => {
    const { document } = readNotice(
      paragraphs(
        '关于印发某行动计划的通知',
        '各单位：',
        '现将《某行动计划（2024—2026年）》印发给你们。',
        ...signed,
        '某行动计划',
        '（2024—2026年）',
        '一、总体要求',
        '加强领导。',
        '附件',
        '任务清单',
        '甲',
      ),
    )
    expect(document.parts.map(({ kind, title }) => `${kind} ${title ?? ''}`)).toEqual([
      'notice 关于印发某行动计划的通知',
      'embedded 某行动计划（2024—2026年）',
      'attachment 任务清单',
    ])
  })

  it('hold a forwarded report whose signature is not the notice’s', () => {
    const { document } = readNotice(
      paragraphs(
        '国务院办公厅转发某局关于防灾工作报告的通知',
        '各省人民政府：',
        '某局《关于防灾工作的报告》已经同意，现转发给你们。',
        '国务院办公厅',
        '一九九七年二月四日',
        '关于防灾工作的报告',
        '国务院：',
        '现报告如下。',
        '国家地震局',
        '一九九七年一月二十日',
      ),
    )
    expect(document).toMatchObject({ issuers: ['国务院办公厅'], issueDate: '1997-02-04' })
    expect(document.parts[1]).toMatchObject({ kind: 'embedded', title: '关于防灾工作的报告' })
  })

  it('keep a second notice apart and say so', () => {
    const { document, findings } = readNotice(
      paragraphs(
        '甲关于检查的通知',
        '甲发〔2024〕1号',
        '各单位：',
        '认真落实。',
        ...signed,
        '乙关于培训的通知',
        '乙发〔2024〕2号',
        '各单位：',
        '（一）开展培训。（财政部负责）',
        '某市人民政府',
        '2024年2月2日',
      ),
    )
    expect(document.documentNumber?.text).toBe('甲发〔2024〕1号')
    expect(document.parts[1]?.kind).toBe('embedded')
    expect(document.items).toEqual([])
    expect(rulesOf(findings)).toContain('one-notice-a-file')
  })

  it('come apart where the paragraph breaks are lost', () => {
    const { document } = readNotice(
      '国务院办公厅关于印发某工作方案的通知国办发〔2020〕9号\n\n各省人民政府：《某工作方案》已经国务院同意，现印发给你们，请落实。国务院办公厅2020年11月1日（此件公开发布）\n\n某工作方案为落实会议精神，现制定如下方案。一、提高实效（一）落实减税政策。（财政部负责）具体措施：1．总结经验。（财政部牵头）2．简化程序。（税务总局负责）（二）稳定就业。（人力资源社会保障部负责）二、加强监管（三）规范执法。（司法部负责）各地区要完善机制。',
      '通知.txt',
    )
    expect(document).toMatchObject({
      title: '国务院办公厅关于印发某工作方案的通知',
      issuers: ['国务院办公厅'],
      issueDate: '2020-11-01',
      notes: ['此件公开发布'],
      mainRecipients: ['各省人民政府'],
    })
    expect(document.parts[1]?.title).toBe('某工作方案')
    expect(document.items.map(({ label, title, category }) => [label, title, category])).toEqual([
      ['（一）', '落实减税政策', '提高实效'],
      ['（二）', '稳定就业', '提高实效'],
      ['（三）', '规范执法', '加强监管'],
    ])
    expect(document.items[0]?.children.map(({ label, title }) => [label, title])).toEqual([
      ['1．', '总结经验'],
      ['2．', '简化程序'],
    ])
    expect(document.duties.map(({ text }) => text)).toEqual(['各地区要完善机制'])
  })
})

describe('a notice that ended', () => {
  it.each(['有效性：失效', '时　　效：此文件宣布失效。', '【已废止】'])(
    'is told by what the page says: %s',
    (line) => {
      const { findings } = readNotice(paragraphs(line, '关于检查的通知', '各单位：', ...body))
      expect(rulesOf(findings)).toEqual(['notice-is-in-force'])
    },
  )

  it('is not taken for one that ends another', () => {
    const { findings } = readNotice(
      paragraphs('关于检查的通知', '各单位：', '本通知自印发之日起施行，原通知同时废止。'),
    )
    expect(findings).toEqual([])
  })
})

describe('a text that is no notice', () => {
  it('is refused with one error', () => {
    const { findings } = readNotice('今天天气很好。\n\n我们去公园散步，买了两斤苹果。')
    expect(findings.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
      'error source-is-notice',
    ])
  })
})
