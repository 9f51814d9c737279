import { describe, expect, it } from 'vitest'

import { loadTemplates } from '../../pipeline/compose/index.js'
import {
  distributionSchema,
  sha256,
  type Bundle,
  type Distribution,
  type Packet,
} from '../../pipeline/model/index.js'
import { by, compose, duty, generic, item, notice, office, packageFiles } from './build-document.js'
import {
  columnValues,
  flowAt,
  jobAt,
  linesAt,
  sheetNamed,
  textOfRuns,
  workbookAt,
} from './read-layout.js'

const two = notice({
  items: [
    item(1, '兴修水利', { responsibilities: [by('水利部'), by('财政部')] }),
    item(2, '节水', { responsibilities: [by('水利部')] }),
  ],
})
const withoutUnits = notice({
  items: [...two.items, item(null, '调水', { origins: ['body'] })],
  duties: [duty('各有关部门要加强协同。', [generic('各有关部门')])],
})

const templatesWith = (more: Parameters<typeof loadTemplates>[0]) =>
  loadTemplates([...more, ...packageFiles]).templates
/** A stand-in for the product that sets the notice anew. */
const noticeTemplate = {
  name: '通知.md',
  path: '通知.md',
  origin: 'office' as const,
  text: '---\nproduct: notice\ntitle: 通知\nper: [document]\nformats: [pdf, docx]\nfile: 通知\nstyle: document\nproperties: { title: 通知 }\n---\n\n# {{ document.title }}\n',
}
const withNotice = { templates: templatesWith([noticeTemplate]) }
const withoutNotice = {
  templates: loadTemplates(packageFiles.filter(({ name }) => name !== '通知.md')).templates,
}

function packetAt(composed: ReturnType<typeof compose>, name: string): Packet {
  const { layout } = jobAt(composed, `packets/${name}.pdf`)
  if (layout.type !== 'packet') throw new Error('no packet')
  return layout
}

const distribution = (parts: object): Distribution => distributionSchema.parse(parts)

describe('a packet', () => {
  it('is bound from circular, notice, task note and receipt, in this order, and depends on their files', () => {
    const composed = compose(two, withNotice)
    const { parts } = packetAt(composed, '财政部')
    expect(parts.map(({ from }) => from)).toEqual([
      { type: 'file', path: 'agencies/财政部/任务分工函.pdf' },
      { type: 'file', path: '通知.pdf' },
      { type: 'file', path: 'agencies/财政部/任务提示.pdf' },
      { type: 'section', section: 1 },
    ])
    expect(jobAt(composed, 'packets/财政部.pdf').dependsOn).toEqual([
      'agencies/财政部/任务分工函.pdf',
      '通知.pdf',
      'agencies/财政部/任务提示.pdf',
    ])
  })

  it('lists the notice as missing where no template makes it', () => {
    const composed = compose(two, withoutNotice)
    const { parts, missing } = packetAt(composed, '财政部')
    expect(parts[1]).toEqual({
      title: '附件2　国务院关于做好水网建设工作的通知（国发〔2023〕1号）',
      from: { type: 'missing' },
    })
    expect(missing).toBe('缺件')
    expect(linesAt(composed, 'packets/财政部.pdf')).toContain(
      'row: 2 | 附件2　国务院关于做好水网建设工作的通知（国发〔2023〕1号） | ',
    )
  })

  it('takes the office’s own PDFs behind the notice', () => {
    const attachments = [{ path: 'sources/a.attachments/扫描件.pdf', sha256: sha256('scan') }]
    const composed = compose(two, { ...withNotice, attachments })
    expect(packetAt(composed, '财政部').parts[2]).toEqual({
      title: '原件：扫描件',
      from: { type: 'asset', path: 'sources/a.attachments/扫描件.pdf' },
    })
    expect(jobAt(composed, 'packets/财政部.pdf').assets).toEqual(attachments)
  })

  it('says on its cover whose it is, its number, copies and marks, and that nobody has checked it', () => {
    const composed = compose(
      { ...two, secrecy: '机密★1年', urgency: '特急' },
      {
        office: office({ series: '某办函', number: '〔2023〕15号' }),
        distribution: distribution({
          recipients: [
            { recipient: '财政部', copies: 2, kind: '机要交换', numbers: '1-2' },
            { recipient: '水利部', numbers: 3 },
          ],
        }),
      },
    )
    const lines = linesAt(composed, 'packets/财政部.pdf')
    expect(lines).toEqual(
      expect.arrayContaining([
        'row: 收文单位 | 财政部',
        'row: 文号 | 某办函〔2023〕15号',
        'row: 份数 | 2份',
        'row: 份号 | 000001—000002',
        'row: 密级 | 机密★1年',
        'row: 缓急 | 特急',
        'title: 回执',
      ]),
    )
    const flow = flowAt(composed, 'packets/财政部.pdf')
    expect([flow.draftMark, flow.secrecy, flow.urgency]).toEqual(['未核对', '机密★1年', '特急'])
    const checked = compose(two, { office: office({ final: ['guofa-2023-1'] }) })
    expect(flowAt(checked, 'packets/财政部.pdf').draftMark).toBeNull()
  })

  it('begins its parts on right-hand pages where the office says so', () => {
    const composed = compose(two, { office: office({ packets: { duties: false, duplex: true } }) })
    expect(packetAt(composed, '财政部').duplex).toBe(true)
    expect(packetAt(compose(two), '财政部').duplex).toBe(false)
  })

  it('brings what it is bound from where it alone is asked for', () => {
    const composed = compose(two, { ...withNotice, only: ['packet'], agency: ['财政部'] })
    expect(composed.jobs.map(({ path }) => path)).toEqual([
      '通知.pdf',
      'agencies/财政部/任务分工函.pdf',
      'agencies/财政部/任务提示.pdf',
      'packets/财政部.pdf',
    ])
  })
})

describe('the ZIP', () => {
  const entriesAt = (composed: ReturnType<typeof compose>, path: string): Bundle['entries'] => {
    const { layout } = jobAt(composed, path)
    if (layout.type !== 'bundle') throw new Error('no bundle')
    return layout.entries
  }

  it('holds the agency’s files, the notice and the separate table, under names to be read', () => {
    const composed = compose(two, withNotice)
    expect(entriesAt(composed, 'packets/财政部.zip').map(({ name }) => name)).toEqual([
      '任务分工函.docx',
      '任务分工函.pdf',
      '附件1 任务分工表（财政部）.docx',
      '附件1 任务分工表（财政部）填报用.xlsx',
      '附件2 通知（国发〔2023〕1号）.pdf',
      '附件2 通知（国发〔2023〕1号）.docx',
      '任务提示.pdf',
    ])
  })

  it('says in its name how secret and urgent it is', () => {
    const composed = compose({ ...two, secrecy: '机密', urgency: '特急' }, withNotice)
    expect(jobAt(composed, 'packets/【机密】【特急】财政部.zip').format).toBe('zip')
  })

  it('heads the separate table with the number and 附件1, flush left on the first line', () => {
    const composed = compose(two, { office: office({ series: '某办函', number: '〔2023〕15号' }) })
    const path = 'agencies/财政部/附件1任务分工表.docx'
    expect(linesAt(composed, path)[0]).toBe('attachmentLabel: 某办函〔2023〕15号附件1')
    expect(flowAt(composed, path).sections[0]?.orientation).toBe('landscape')
    expect(linesAt(compose(two), path)[0]).toBe('attachmentLabel: ____〔____〕___号附件1')
  })

  it('says what it lacks', () => {
    const { findings } = compose(two, withoutNotice)
    expect(findings).toMatchObject([
      {
        rule: 'bundle-is-whole',
        values: {
          files: ['附件2 通知（国发〔2023〕1号）.pdf', '附件2 通知（国发〔2023〕1号）.docx'],
        },
      },
    ])
  })
})

describe('the circular to all', () => {
  const composed = compose(withoutUnits)
  const lines = linesAt(composed, '任务分工函.docx')

  it('goes to every agency in protocol order, with the table of all rows that have agencies', () => {
    expect(lines).toContain('recipients: 财政部、水利部：')
    expect(lines.join('\n')).toContain('明确承担单位的任务共2项，涉及2个单位，分工见附件1。')
    const rows = lines.filter((line) => line.startsWith('row: '))
    expect(rows.slice(1).map((row) => row.split(' | ')[2])).toEqual(['兴修水利', '节水'])
    expect(lines.join('\n')).not.toContain('调水')
  })

  it('closes once, and has its annexes', () => {
    expect(lines.filter((line) => /请予支持并函复|请认真贯彻落实/u.test(line))).toEqual([
      'body: 请予支持并函复。',
    ])
    expect(lines).toContain('attachment: 任务分工表')
    expect(lines.filter((line) => line.startsWith('heading1'))).toEqual([
      'heading1: 一、任务分工',
      'heading1: 二、《通知》正文的有关要求',
      'heading1: 三、工作要求',
    ])
  })

  it('is not made where nobody has a task', () => {
    const { jobs } = compose(notice({ items: [item(1, '宣传')] }))
    expect(jobs.filter(({ product }) => product === 'circularToAll')).toEqual([])
  })

  it('tells the sender what it leaves out', () => {
    expect(composed.findings).toMatchObject([
      {
        rule: 'circular-lists-assigned-tasks',
        severity: 'info',
        values: { count: 1, items: ['调水'] },
      },
    ])
    expect(compose(two).findings).toEqual([])
  })
})

describe('the register', () => {
  it('has one copy for each agency and no numbers where nothing else is said', () => {
    const composed = compose(two)
    const sheet = sheetNamed(workbookAt(composed, '发文登记表.xlsx'), '发文登记表')
    expect(sheet.columns.map(({ title }) => title)).toEqual([
      '序号',
      '发文日期',
      '发文字号',
      '标题',
      '密级',
      '缓急',
      '份数',
      '份号（起—止）',
      '收文单位',
      '发送方式',
      '签收人',
      '签收时间',
      '清退/归卷',
      '备注',
    ])
    expect(columnValues(sheet, '收文单位')).toEqual(['财政部', '水利部'])
    expect(columnValues(sheet, '份数')).toEqual([1, 1])
    expect(columnValues(sheet, '份号（起—止）')).toEqual([null, null])
  })

  it('has who gets which copies, what is kept, and a total of all', () => {
    const said = distribution({
      recipients: [
        { recipient: '财政部', copies: 2, kind: '机要交换', numbers: '1-2' },
        { recipient: '水利部', copies: 1, numbers: 3, note: '加急' },
      ],
      kept: { copies: 2, numbers: '4-5' },
    })
    const composed = compose(two, { distribution: said })
    const sheet = sheetNamed(workbookAt(composed, '发文登记表.xlsx'), '发文登记表')
    expect(columnValues(sheet, '收文单位')).toEqual(['财政部', '水利部', '存档'])
    expect(columnValues(sheet, '份号（起—止）')).toEqual([
      '000001—000002',
      '000003',
      '000004—000005',
    ])
    const lines = linesAt(composed, '发文登记表.pdf')
    expect(lines).toContain('body: 共5份，其中分发3份，存档2份。')
    expect(composed.findings).toEqual([])
  })

  it('takes the list that is a document’s own, and warns of an agency that nobody sends to', () => {
    const said = distribution({
      recipients: [{ recipient: '财政部', copies: 9 }],
      documents: { 'guofa-2023-1': { recipients: [{ recipient: '水利部', copies: 4 }] } },
    })
    const composed = compose(two, { distribution: said })
    const sheet = sheetNamed(workbookAt(composed, '发文登记表.xlsx'), '发文登记表')
    expect(columnValues(sheet, '份数')).toEqual([4])
    expect(linesAt(composed, 'packets/水利部.pdf')).toContain('row: 份数 | 4份')
    expect(linesAt(composed, 'packets/财政部.pdf')).toContain('row: 份数 | ___份')
    expect(composed.findings).toMatchObject([
      { rule: 'distribution-names-every-agency', values: { agencies: ['财政部'] } },
    ])
  })
})

it('no paper says that it is open to the public', () => {
  for (const job of compose(two, withNotice).jobs) {
    if (job.layout.type !== 'flow' && job.layout.type !== 'packet') continue
    const flow = job.layout.type === 'packet' ? job.layout.flow : job.layout
    const text = flow.sections
      .flatMap(({ blocks }) => blocks)
      .map((block) => (block.type === 'text' ? textOfRuns(block.runs) : ''))
    expect(text.join('\n')).not.toContain('公开发布')
  }
})
