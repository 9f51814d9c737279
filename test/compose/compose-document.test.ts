import { describe, expect, it } from 'vitest'

import type { AppliedCorrection, Finding, ItemId } from '../../pipeline/model/index.js'
import { makeFinding } from '../../pipeline/messages/index.js'
import { by, compose, duty, generic, item, notice, office } from './build-document.js'
import {
  columnValues,
  flowAt,
  linesAt,
  sheetNamed,
  textAt,
  textOfRuns,
  workbookAt,
} from './read-layout.js'

const three = notice({
  items: [
    item(1, '建设水网', {
      content: '建成骨干水网。',
      responsibilities: [by('水利部', 'lead'), by('财政部', 'support', '资金保障')],
      deadlines: [{ text: '2023年底前', kind: 'yearEnd', date: '2023-12-31' }],
    }),
    item(2, '保护水源', { responsibilities: [by('生态环境部'), by('水利部')] }),
    item(3, '开展宣传', { responsibilities: [generic('各有关部门')] }),
  ],
  duties: [
    duty('审计署要加强审计监督', [by('审计署')]),
    duty('国务院各有关部门要密切协作', [generic('国务院各有关部门')]),
    duty('各省级人民政府要加强领导', [generic('各省级人民政府')]),
  ],
})

describe('which papers are made', () => {
  it('makes the document’s papers, then each agency’s in protocol order, then what is bound from them', () => {
    const { jobs, findings, agencies, dutyAgencies } = compose(three)
    expect(findings).toEqual([])
    expect(agencies).toEqual(['财政部', '生态环境部', '水利部'])
    expect(dutyAgencies).toEqual(['审计署'])
    expect(jobs.map((job) => job.path)).toEqual([
      'document.json',
      '任务分工函.docx',
      '任务分工函.pdf',
      '任务分工总表.xlsx',
      '发文登记表.pdf',
      '发文登记表.xlsx',
      '核对.txt',
      '简报.pdf',
      ...['财政部', '生态环境部', '水利部'].flatMap((name) => [
        `agencies/${name}/任务分工函.docx`,
        `agencies/${name}/任务分工函.pdf`,
        `agencies/${name}/任务分工表.xlsx`,
        `agencies/${name}/附件1任务分工表.docx`,
        `agencies/${name}/任务提示.pdf`,
      ]),
      ...['财政部', '生态环境部', '水利部'].flatMap((name) => [
        `packets/${name}.pdf`,
        `packets/${name}.zip`,
      ]),
      '审阅.html',
    ])
    expect(new Set(jobs.map((job) => job.agency))).toEqual(
      new Set([null, '财政部', '生态环境部', '水利部']),
    )
  })

  it('makes nothing for generic actors, and says so nowhere as if they were agencies', () => {
    const { agencies } = compose(
      notice({ items: [item(1, '宣传', { responsibilities: [generic('各部门')] })] }),
    )
    expect(agencies).toEqual([])
  })

  it('makes only the products that are asked for, by id or by title', () => {
    expect(compose(three, { only: ['简报', 'model'] }).jobs.map((job) => job.path)).toEqual([
      'document.json',
      '简报.pdf',
    ])
  })

  it('makes only an agency’s papers when one is asked for, by any of its names', () => {
    const document = notice({
      items: [item(1, '甲', { responsibilities: [by('国家发展改革委'), by('财政部')] })],
    })
    const { jobs, findings } = compose(document, { agency: ['发改委', '教育部'] })
    expect(jobs).toHaveLength(7)
    expect(new Set(jobs.map((job) => job.agency))).toEqual(new Set(['国家发展改革委']))
    expect(findings.map((each) => [each.rule, each.values.agency, each.values.known])).toEqual([
      ['agency-is-in-document', '教育部', ['国家发展改革委', '财政部']],
    ])
  })

  it('makes papers of an agency that running text alone names only where the office wants it', () => {
    const composed = compose(three, {
      office: office({ packets: { duties: true, duplex: false } }),
    })
    expect(composed.jobs.filter((job) => job.agency === '审计署').map((job) => job.path)).toEqual([
      'agencies/审计署/任务分工函.docx',
      'agencies/审计署/任务分工函.pdf',
      'agencies/审计署/任务提示.pdf',
      'packets/审计署.pdf',
      'packets/审计署.zip',
    ])
    expect(linesAt(composed, 'agencies/审计署/任务分工函.docx').join('\n')).not.toContain('附件1')
    expect(composed.agencies).not.toContain('审计署')
  })

  it('gives names of one house one packet', () => {
    const { agencies, jobs } = compose(
      notice({
        items: [
          item(1, '版权保护', { responsibilities: [by('国家版权局')] }),
          item(2, '宣传', { responsibilities: [by('中央宣传部')] }),
        ],
      }),
    )
    expect(agencies).toEqual(['中央宣传部'])
    expect(jobs.filter((job) => job.product === 'packet')).toHaveLength(1)
    const lines = linesAt(
      compose(notice({ items: [item(1, '版权保护', { responsibilities: [by('国家版权局')] })] })),
      'agencies/中央宣传部/任务分工函.docx',
    )
    expect(lines.join('\n')).toContain('涉及你部（国家版权局）的事项')
  })

  it('makes no packet for an abolished body with several successors until a person says which', () => {
    const composed = compose(
      notice({
        items: [item(1, '检验', { responsibilities: [by('质检总局')] })],
        issueDate: '2023-05-06',
      }),
    )
    expect(composed.agencies).toEqual([])
    expect(linesAt(composed, '简报.pdf').join('\n')).toContain('质检总局已撤销且职责由多个单位承接')
  })

  it('is a function of its input', () => {
    expect(JSON.stringify(compose(three))).toBe(JSON.stringify(compose(three)))
  })

  it('writes the model as JSON that reads back', () => {
    expect(JSON.parse(textAt(compose(three), 'document.json'))).toEqual(three)
  })
})

describe('the circular', () => {
  const composed = compose(three)
  const water = linesAt(composed, 'agencies/水利部/任务分工函.docx')

  it('lists tasks by role, whole, with whom they are shared, and leaves empty groups out', () => {
    expect(water).toContain('heading1: 一、牵头任务（1项）')
    expect(water).toContain('heading1: 二、按职责分工负责任务（1项）')
    expect(water.join('\n')).not.toContain('配合任务')
    expect(water).toContain(
      'body: （一）建设水网（第1项）。建成骨干水网。（牵头单位：水利部；配合单位：财政部（资金保障）；完成时限：2023年底前）',
    )
    expect(water).toContain('body: （一）保护水源（第2项）。（负责单位：生态环境部、水利部）')
  })

  it('never makes a lead of the agency that stands first', () => {
    const lines = linesAt(composed, 'agencies/生态环境部/任务分工函.docx').join('\n')
    expect(lines).toContain('按职责分工负责任务（1项）')
    expect(lines).not.toContain('牵头')
  })

  it('says what is asked of bodies of its kind, and nothing that is asked of others', () => {
    expect(water).toContain('body: 国务院各有关部门要密切协作。')
    expect(water.join('\n')).not.toContain('审计署')
    expect(water.join('\n')).not.toContain('各省级人民政府')
  })

  it('is a visible draft with visible blanks while there is no office', () => {
    expect(flowAt(composed, 'agencies/水利部/任务分工函.docx').draftMark).toBe('代拟稿')
    expect(water).toContain('number: ____〔____〕___号')
    expect(water).toContain('signature: __________ ____年__月__日')
    expect(water).toContain('note: （联系人：_____；电话：________）')
    expect(water[0]).not.toContain('masthead')
  })

  it('is complete with an office, and no draft once the document is final', () => {
    const complete = compose(three, {
      office: office({
        name: '国家发展改革委',
        series: '发改函',
        number: '〔2023〕15号',
        date: '2023-07-05',
        contact: '张三',
        phone: '010-1234',
        replyBy: '2023-07-31',
        final: ['guofa-2023-1'],
      }),
    })
    const lines = linesAt(complete, 'agencies/水利部/任务分工函.docx')
    expect(lines.join('\n')).not.toContain('_')
    expect(lines.slice(0, 4)).toEqual([
      'masthead: 国家发展改革委',
      'number: 发改函〔2023〕15号',
      'title: 国家发展改革委关于做好水网建设工作任务分工的函',
      'recipients: 水利部：',
    ])
    expect(lines).toContain('signature: 国家发展改革委 2023年7月5日')
    expect(flowAt(complete, 'agencies/水利部/任务分工函.docx').draftMark).toBeNull()
  })

  it('is a notice downward where the office says so, with its own closing and no other', () => {
    const lines = linesAt(
      compose(three, { office: office({ name: '国务院办公厅', genre: { department: '通知' } }) }),
      'agencies/水利部/任务分工函.docx',
    )
    expect(lines).toContain('title: 国务院办公厅关于做好水网建设工作任务分工的通知')
    expect(lines).toContain('body: 请认真贯彻落实。')
    expect(lines.join('\n')).not.toContain('函复')
  })

  it('names the annex on its leaf as in the attachment note, on a landscape page', () => {
    const flow = flowAt(composed, 'agencies/水利部/任务分工函.docx')
    expect(water).toContain('attachment: 任务分工表（水利部）')
    expect(water).toContain('attachmentTitle: 任务分工表（水利部）')
    expect(flow.sections.map((section) => [section.form, section.orientation])).toEqual([
      ['letter', 'portrait'],
      ['plain', 'landscape'],
    ])
  })

  it('carries secrecy and urgency, and never 此件公开发布', () => {
    const secret = compose(notice({ ...three, secrecy: '机密★1年', urgency: '特急' }))
    for (const job of secret.jobs.filter((each) => each.format !== 'json')) {
      if (job.layout.type === 'flow')
        expect([job.path, job.layout.secrecy, job.layout.urgency]).toEqual([
          job.path,
          '机密★1年',
          '特急',
        ])
      if (job.layout.type === 'workbook') expect(job.layout.secrecy).toBe('机密★1年　特急')
      if (job.layout.type === 'text') expect(job.layout.text.split('\n')[0]).toBe('机密★1年　特急')
      if (job.layout.type === 'page') {
        // It shows the source, with all that the source says.
        expect(JSON.stringify(job.layout)).toContain('机密★1年　特急')
        continue
      }
      expect(JSON.stringify(job.layout)).not.toContain('此件公开发布')
    }
  })
})

describe('what stays inside', () => {
  const doubt: Finding = makeFinding('template-renders', {
    severity: 'warning',
    values: { what: '疑点' },
  })
  const lacking = notice({
    items: [
      item(1, '甲', { responsibilities: [by('财政部')], origins: ['body', 'annex'] }),
      item(2, '乙', { responsibilities: [by('财政部')], origins: ['body', 'annex'] }),
      item(null, '丙', { origins: ['body'] }),
      item(null, '丁', { origins: ['body'] }),
    ],
  })
  const composed = compose(lacking, { findings: [doubt] })

  it('says in the brief what the copy lacks, as a fact about the copy', () => {
    const brief = linesAt(composed, '简报.pdf').join('\n')
    expect(brief).toContain(
      '所据文本未载负责单位（2项）。丙；丁。所据文本附表仅列第1、2项，请核对原件。',
    )
    expect(brief).toContain('疑点')
  })

  it('says nothing of it to an agency', () => {
    for (const job of composed.jobs.filter((each) => each.agency !== null)) {
      // The cover alone says that nobody has checked the document, as the brief does.
      const text = JSON.stringify(job.layout).replace('"draftMark":"未核对"', '')
      for (const word of ['所据文本', '核对', '疑点', '丙', '丁'])
        expect([job.path, text.includes(word)]).toEqual([job.path, false])
    }
  })

  it('lists it in the ledger and in 核对.txt', () => {
    const sheet = sheetNamed(workbookAt(composed, '任务分工总表.xlsx'), '分工')
    expect(columnValues(sheet, '备注')).toEqual([
      null,
      null,
      '所据文本未载负责单位，请核对原件',
      '所据文本未载负责单位，请核对原件',
    ])
    expect(textAt(composed, '核对.txt')).toContain(
      '未载负责单位2项（附表仅列第1、2项，请核对原件）',
    )
  })

  it('marks the brief 未核对 until the office says the document was checked', () => {
    expect(flowAt(composed, '简报.pdf').draftMark).toBe('未核对')
    const checked = compose(lacking, { office: office({ final: ['guofa-2023-1'] }) })
    expect(flowAt(checked, '简报.pdf').draftMark).toBeNull()
  })
})

describe('corrections', () => {
  const correction = (kind: AppliedCorrection['kind'], id: string): AppliedCorrection => ({
    item: id as ItemId,
    kind,
    field: kind === 'row' ? 'item' : 'agencies',
    was: null,
    now: '财政部',
    why: '核对原件',
    basis: null,
    page: kind === 'row' ? 5 : null,
  })
  const corrected = notice({
    items: [
      item(1, '甲', { id: '甲' as ItemId, responsibilities: [by('财政部')] }),
      item(2, '乙', {
        id: '乙' as ItemId,
        responsibilities: [by('财政部')],
        origins: ['body', 'correction'],
      }),
      item(3, '丙', { id: '丙' as ItemId, responsibilities: [by('财政部')] }),
    ],
    corrections: [correction('set', '甲'), correction('row', '乙')],
  })

  it('are marked in brief and ledger', () => {
    const composed = compose(corrected)
    const brief = linesAt(composed, '简报.pdf').join('\n')
    expect(brief).toContain('人工校正1处，据原件补录1项')
    const sheet = sheetNamed(workbookAt(composed, '任务分工总表.xlsx'), '分工')
    expect(columnValues(sheet, '备注')).toEqual(['人工校正', '据原件补录', null])
    expect(textAt(composed, '核对.txt')).toContain(
      '据原件补录：第2项 乙；现为「财政部」。理由：核对原件；依据原件第5页',
    )
  })
})

describe('the brief', () => {
  it('has at most 1,000 characters outside its table for a long notice full of doubts', () => {
    const items = Array.from({ length: 200 }, (_each, at) =>
      item(
        at < 60 ? at + 1 : null,
        `第${at}号任务的名称相当长以至于不得不换行显示并且还要更长一些`,
        {
          responsibilities:
            at < 60 ? [by('财政部', 'lead'), by('水利部', 'support'), by('教育部', 'support')] : [],
          origins: at < 60 ? ['body', 'annex'] : ['body'],
          deadlines:
            at < 60 ? [{ text: '2023年12月31日前完成任务', kind: 'by', date: '2023-12-31' }] : [],
        },
      ),
    )
    const findings = items.map((each) =>
      makeFinding('item-stands-once', { values: { title: each.title }, item: each.id }),
    )
    const composed = compose(notice({ items, duties: three.duties }), { findings })
    const text = flowAt(composed, '简报.pdf')
      .sections.flatMap((section) => section.blocks)
      .map((block) => {
        if (block.type === 'text') return textOfRuns(block.runs)
        return block.type === 'figures'
          ? block.entries.map((each) => each.value + each.label).join('')
          : ''
      })
      .join('')
    expect(text.length).toBeLessThanOrEqual(1000)
    expect(text).toContain('另有57处时限')
  })

  it('has no chart under five tasks', () => {
    expect(linesAt(compose(three), '简报.pdf').join('\n')).not.toContain('bars')
  })

  it('takes a masthead only from the office', () => {
    const lines = linesAt(
      compose(three, {
        office: office({
          name: '国务院办公厅',
          date: '2023-07-05',
          brief: { name: '督查简报', issue: '12', to: ['国务院领导同志'], copies: 30 },
        }),
      }),
      '简报.pdf',
    )
    expect(lines.slice(0, 3)).toEqual([
      'masthead: 督查简报',
      'number: 第12期　　国务院办公厅　　2023年7月5日',
      'rule',
    ])
    expect(lines.at(-1)).toBe('small: 报、送：国务院领导同志。　　（共印30份）')
    expect(linesAt(compose(three), '简报.pdf')[1]).toBe('subtitle: 供领导参阅')
  })
})
