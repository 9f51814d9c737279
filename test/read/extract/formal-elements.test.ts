import { describe, expect, it } from 'vitest'

import { paragraphs, readNotice } from './read-notice.js'

const body = ['现将有关事项通知如下：', '一、高度重视', '认真落实。']

describe('the formal elements of a notice', () => {
  it('are read wherever the number stands', () => {
    const before = readNotice(
      paragraphs('X政发〔2024〕3号', '关于开展检查的通知', '各单位：', ...body),
    )
    const after = readNotice(
      paragraphs('关于开展检查的通知', 'X政发〔2024〕3号', '各单位：', ...body),
    )
    for (const { document } of [before, after]) {
      expect(document.title).toBe('关于开展检查的通知')
      expect(document.documentNumber?.serial).toBe(3)
      expect(document.mainRecipients).toEqual(['各单位'])
    }
  })

  it.each([
    ['国发〔2018〕38号', '国发', 2018, 38],
    ['国发[2018]38号', '国发', 2018, 38],
    ['国办发【２０１８】１２６号', '国办发', 2018, 126],
    ['国办发（1997）2号', '国办发', 1997, 2],
    ['国办函〔二○二三〕十二号', '国办函', 2023, 12],
    ['粤发改高技〔2026〕第078号', '粤发改高技', 2026, 78],
  ])('read the number %s', (text, series, year, serial) => {
    const { document } = readNotice(paragraphs('关于检查的通知', text, '各单位：', ...body))
    expect(document.documentNumber).toEqual({ text, series, year, serial })
  })

  it('read copy number, secrecy, urgency and signers over the title', () => {
    const { document } = readNotice(
      paragraphs(
        '000012',
        '机密★1年',
        '特急',
        '某省人民政府办公厅文件',
        '某政办发〔2024〕5号　　签发人：张三　李四',
        '某省人民政府办公厅关于加强值守的请示',
        '国务院办公厅：',
        '请予批准。',
      ),
    )
    expect(document).toMatchObject({
      copyNumber: '000012',
      secrecy: '机密★1年',
      urgency: '特急',
      signers: ['张三', '李四'],
      title: '某省人民政府办公厅关于加强值守的请示',
      mainRecipients: ['国务院办公厅'],
    })
  })

  it.each([
    ['2018年12月23日', '2018-12-23'],
    ['二〇一八年十二月二十三日', '2018-12-23'],
    ['二○一八年十二月二十三日', '2018-12-23'],
    ['二零一八年十二月二十三日', '2018-12-23'],
  ])('read the date %s', (date, iso) => {
    const { document } = readNotice(
      paragraphs('财政部关于检查的通知', '各单位：', ...body, '财　政　部', date),
    )
    expect(document.issueDate).toBe(iso)
    expect(document.issuers).toEqual(['财政部'])
    expect(document.issuerLevel).toBe('central')
  })

  it('read joint issuers on lines of their own and on one line', () => {
    const lines = readNotice(
      paragraphs('关于检查的通知', '各单位：', ...body, '教 育 部', '财 政 部', '2024年1月2日'),
    )
    const line = readNotice(
      paragraphs(
        '关于检查的通知',
        '各单位：',
        ...body,
        '教育部　　财政部　　国家税务总局',
        '2024年1月2日',
      ),
    )
    const spaced = readNotice(
      paragraphs(
        '关于检查的通知',
        '各单位：',
        ...body,
        '教　育　部　　　财　政　部',
        '2024年1月2日',
      ),
    )
    expect(lines.document.issuers).toEqual(['教育部', '财政部'])
    expect(line.document.issuers).toEqual(['教育部', '财政部', '国家税务总局'])
    expect(spaced.document.issuers).toEqual(['教育部', '财政部'])
  })

  it('read name and date on one line', () => {
    const { document } = readNotice(
      paragraphs('关于检查的通知', '各单位：', ...body, '某市人民政府办公室　2024年1月2日'),
    )
    expect(document).toMatchObject({ issuers: ['某市人民政府办公室'], issueDate: '2024-01-02' })
  })

  it('go on behind a signature in the middle of a page', () => {
    const { document } = readNotice(
      paragraphs(
        '某政办〔2024〕7号',
        '各区人民政府：',
        '现提出如下意见。',
        '某市人民政府办公厅',
        '2024年1月2日',
        '（此件公开发布）',
        '一、加强培训',
        '二、加强检查',
      ),
    )
    expect(document.parts).toHaveLength(1)
    expect(document.notes).toEqual(['此件公开发布'])
    expect(document.parts[0]?.blocks.filter(({ type }) => type === 'heading')).toHaveLength(2)
  })

  it('read the imprint: copies in groups, who printed and when', () => {
    const { document } = readNotice(
      paragraphs(
        '关于检查的通知',
        '各单位：',
        ...body,
        '某省人民政府',
        '2024年1月2日',
        '（联系人：王五；电话：123）',
        '抄送：省委办公厅，省人大常委会办公厅。省军区。',
        '某省人民政府办公厅　　2024年1月3日印发',
      ),
    )
    expect(document.copiesTo).toEqual(['省委办公厅', '省人大常委会办公厅', '省军区'])
    expect(document).toMatchObject({ printedBy: '某省人民政府办公厅', printedOn: '2024-01-03' })
    expect(document.notes).toEqual(['联系人：王五；电话：123'])
  })

  it('leave out what a web site prints over the text', () => {
    const { document } = readNotice(
      paragraphs(
        '索引号：000014349/2023-00041',
        '主题分类：商贸、海关',
        '发文字号：国办发〔2023〕5号',
        '国务院办公厅关于加强检查的通知',
        '国办发〔2023〕5号',
        '各单位：',
        ...body,
      ),
    )
    expect(document).toMatchObject({
      title: '国务院办公厅关于加强检查的通知',
      mainRecipients: ['各单位'],
    })
    expect(document.documentNumber?.serial).toBe(5)
  })

  it('leave out the path to a page, and take the last of several titles', () => {
    const { document } = readNotice(
      paragraphs(
        '您现在的位置：首页 > 政策公告 > 政策文件',
        '某政办发〔2017〕55号 某省人民政府办公厅关于印发某工作方案的通知',
        '某省人民政府办公厅关于印发某工作方案的通知',
        '某政办发〔2017〕55号',
        '来源：某网 发布时间：2017-03-31 16:33',
        '各单位：',
        ...body,
      ),
    )
    const path = readNotice(
      paragraphs('当前位置: 通知公告 国务院办公厅关于推广某举措的通知', '各单位：', ...body),
    )
    expect(document).toMatchObject({
      title: '某省人民政府办公厅关于印发某工作方案的通知',
      mainRecipients: ['各单位'],
    })
    expect(path.document.title).toBe('国务院办公厅关于推广某举措的通知')
  })

  it('join a title whose issuer and kind stand on lines of their own', () => {
    const { document } = readNotice(
      paragraphs('河南省人民政府', '关于印发若干措施的', '通　知', '各单位：', ...body),
    )
    expect(document.title).toBe('河南省人民政府关于印发若干措施的通知')
  })

  it('read a date under the title, and the number of an announcement', () => {
    const { document } = readNotice(
      paragraphs('中共中央 国务院关于加强工作的意见', '（2023年7月14日）', '现提出如下意见。'),
    )
    const announced = readNotice(
      paragraphs('财政部关于某政策的公告', '财政部公告2023年第5号', '现公告如下：', '免税。'),
    )
    expect(document).toMatchObject({
      title: '中共中央 国务院关于加强工作的意见',
      issueDate: '2023-07-14',
      issuerLevel: 'central',
    })
    expect(announced.document.documentNumber).toEqual({
      text: '财政部公告2023年第5号',
      series: '财政部公告',
      year: 2023,
      serial: 5,
    })
  })

  it('are read from lines that a narrow page wrapped', () => {
    const { document } = readNotice(
      '国务院关于检查的通知\n各单位：\n    为了加强检查工作，经国务院同意，现就有关事项通知如\n下，请认真贯彻落实，并将落实情况及时报送国务院办公\n厅。\n    （一）完善制度。健全标准，强化执行，建立台账，定期调\n度，确保各项任务落到实处并取得实效。（财政部、市场监\n管总局负责）\n国务院\n2023年5月6日\n',
      '通知.txt',
    )
    expect(document.issuers).toEqual(['国务院'])
    expect(document.items[0]?.content).toBe(
      '健全标准，强化执行，建立台账，定期调度，确保各项任务落到实处并取得实效。',
    )
    expect(document.items[0]?.responsibilities.map(({ name }) => name)).toEqual([
      '财政部',
      '市场监管总局',
    ])
  })

  it('do not take a sentence that begins with an office and a date for a signature', () => {
    const { document } = readNotice(
      paragraphs('关于检查的通知', '各单位：', '国务院办公厅2020年11月1日印发了方案。请认真落实。'),
    )
    expect(document.issuers).toEqual([])
    expect(document.parts[0]?.blocks).toHaveLength(3)
  })
})

describe('the head of a notice', () => {
  it('names those addressed over several lines', () => {
    const { document } = readNotice(
      '关于检查的通知\n各区人民政府，市政府各部门，\n市属各企业、各高校：\n现通知如下。\n',
      '通知.txt',
    )
    expect(document.mainRecipients).toEqual(['各区人民政府', '市政府各部门', '市属各企业、各高校'])
  })

  it('ends in nobody’s list of duties', () => {
    const { document } = readNotice(
      paragraphs('关于职责的通知', '各单位：', '现明确如下。', '省水利厅：做好水情监测。'),
    )
    expect(document.parts[0]?.blocks).toHaveLength(4)
  })

  it('tells that a copy has no title', () => {
    const { document, findings } = readNotice(
      paragraphs(
        '某政办〔2024〕7号',
        '各区人民政府：',
        ...body,
        '某市人民政府办公厅',
        '2024年1月2日',
      ),
    )
    expect(document.title).toBeNull()
    expect(findings.filter(({ rule }) => rule === 'title-is-printed')).toHaveLength(1)
  })

  it('joins issuers who stand on lines of their own over the title', () => {
    const { document } = readNotice(
      paragraphs('某省教育厅', '某省财政厅', '关于检查的通知', '各单位：', ...body),
    )
    expect(document.title).toBe('某省教育厅　某省财政厅关于检查的通知')
  })

  it('keeps the place of an issuer apart from what its name says besides', () => {
    const standing = (name: string) => {
      const { document } = readNotice(
        paragraphs('关于检查的通知', '各单位：', ...body, name, '2024年1月2日'),
      )
      return [document.issuerLevel, document.issuerPlace]
    }
    expect(standing('某江市城市管理局')).toEqual(['city', '某江市'])
    expect(standing('国家税务总局某江省税务局')).toEqual(['province', '某江省'])
  })

  it('does not take an assignment on a line of its own for a note', () => {
    const { document } = readNotice(
      paragraphs('关于检查的通知', '各单位：', '一、公开结果。', '（市政务公开办负责）'),
    )
    expect(document.notes).toEqual([])
  })
})
