/*
 * Notices of our own words, one for each situation that a page can be in. Each is the text of a file, as a person would keep it.
 */

const sentence =
  '各单位要把水网建设作为重点工作，建立台账，逐项落实，按月调度，年底前将进展情况汇总后报送水务局办公室，重大问题随时报告。'

/** Paragraphs of running text, each a character longer at its head, so that marks come to stand at every place of a line. */
function paragraphs(count: number, length = 3): string {
  return Array.from(
    { length: count },
    (_, index) => `${'水'.repeat(index)}${sentence.repeat(length)}（第${index + 1}段）`,
  ).join('\n\n')
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

const wideRows = (count: number): readonly (readonly string[])[] =>
  Array.from({ length: count }, (_, index) => [
    String(index + 1),
    `“分级管理”水库改造第${index + 1}批`,
    sentence.repeat(2),
    '水务局、财政厅',
    '全省',
  ])

const wideTable = (count: number): string =>
  table(['序号', '改造事项', '主要内容', '负责单位', '实施范围'], wideRows(count))

const ending = '江北省人民政府\n\n2024年3月5日\n\n（此件公开发布）'
const title = '江北省人民政府关于推进水网建设的通知'
const addressed = '各市、县人民政府，省政府各部门：'

const levels = `一、总体安排

（一）统筹推进。${sentence}

1.落实资金。财政部门统筹安排。

（1）按季拨付。不得截留。

（二）压实责任。${sentence}

二、工作要求

${sentence}`

const longTitle = `江北省人民政府关于${'加强水网建设和水源保护统筹推进城乡供水一体化'.repeat(8)}等工作的通知`

const tens = ['', '十', '二十', '三十']
const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九']
const manyRecipients = `${Array.from({ length: 39 }, (_, index) => `江北省第${tens[Math.floor((index + 1) / 10)] ?? ''}${(index + 1) % 10 === 0 ? '' : (digits[(index + 1) % 10] ?? '')}水利工程管理局`).join('，')}：`

/** Merged cells, as a web page has them. */
function mergedTable(rows: number): string {
  const cells = (index: number): string => {
    const group = index % 4 === 0 ? `<td rowspan="4">第${index / 4 + 1}类指标</td>` : ''
    const kind = index % 2 === 0 ? `<td rowspan="2">${index / 2 + 1}项</td>` : ''
    return `<tr>${group}${kind}<td>${index + 1}</td><td>供水水质“达标率”（${index + 1}）</td><td>定量</td></tr>`
  }
  const body = Array.from({ length: rows }, (_, index) => cells(index)).join('\n')
  return `<table><tr><th colspan="2">指标</th><th>编号</th><th>名称</th><th>性质</th></tr>\n<tr><td colspan="5">一、基础指标</td></tr>\n${body}</table>`
}

const numbers = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => index + 1)

/** An attachment note of so many names, and the leaves that it names. */
const listOf = (count: number): string =>
  numbers(count)
    .map((at) => `${at === 1 ? '附件：' : ''}${at}.第${at}批水网建设任务表`)
    .join('\n\n')
const leavesOf = (count: number): string =>
  numbers(count)
    .map((at) => `附件${at}\n\n第${at}批水网建设任务表\n\n${sentence}`)
    .join('\n\n')

interface NoticeText {
  readonly name: string
  readonly text: string
}

const page = (body: string): string =>
  `<!doctype html><html><head><meta charset="utf-8"><title>x</title></head><body><div id="content">${body}</div></body></html>`
const p = (lines: readonly string[]): string => lines.map((line) => `<p>${line}</p>`).join('\n')

/** Situation → the file. */
export const noticeTexts: Readonly<Record<string, NoticeText>> = {
  'one page': {
    name: 'one-page.md',
    text: `${title}\n\n江政发〔2024〕12号\n\n${addressed}\n\n${sentence}\n\n${ending}\n`,
  },
  'many pages, document form': {
    name: 'many-pages.md',
    text: `${title}\n\n江政发〔2024〕12号\n\n${addressed}\n\n${paragraphs(12)}\n\n${levels}\n\n${ending}\n`,
  },
  'many pages, letter form': {
    name: 'letter.md',
    text: `${title}\n\n江政函〔2024〕8号\n\n${addressed}\n\n${levels}\n\n${paragraphs(6)}\n\n${ending}\n`,
  },
  'landscape annex of three pages between portrait ones': {
    name: 'landscape.md',
    text: `${title}\n\n江政函〔2024〕9号\n\n${addressed}\n\n${levels}\n\n附件：1.水库改造任务表\n\n2.报送要求\n\n${ending}\n\n附件1\n\n水库改造任务表\n\n${wideTable(22)}\n\n附件2\n\n报送要求\n\n${sentence}\n`,
  },
  'landscape annex in document form': {
    name: 'landscape-document.md',
    text: `${title}\n\n江政发〔2024〕13号\n\n${addressed}\n\n${levels}\n\n附件：1.水库改造任务表\n\n2.报送要求\n\n${ending}\n\n附件1\n\n水库改造任务表\n\n${wideTable(14)}\n\n附件2\n\n报送要求\n\n${sentence}\n`,
  },
  'letter of one paragraph': {
    name: 'one-paragraph.md',
    text: `${title}\n\n江政函〔2024〕14号\n\n${addressed}\n\n${sentence.repeat(40)}\n\n附件：1.江北省水网建设三年行动重点任务分工和责任单位及完成时限安排表\n\n2.联系人名单\n\n${ending}\n\n附件1\n\n江北省水网建设三年行动重点任务分工和责任单位及完成时限安排表\n\n${sentence}\n\n附件2\n\n联系人名单\n\n${sentence}\n`,
  },
  'letter to recipients too long for page 1': {
    name: 'letter-recipients.md',
    text: `${title}\n\n江政函〔2024〕15号\n\n${manyRecipients}\n\n${paragraphs(3)}\n\n江北省人民政府\n\n2024年3月5日\n\n抄送：省委各部门，省人大常委会办公厅。\n`,
  },
  'headings that would stand alone': {
    name: 'headings.md',
    text: `${title}\n\n江政发〔2024〕16号\n\n${addressed}\n\n${tens
      .flatMap((ten) => digits.slice(1).map((digit) => `${ten}${digit}`))
      .map(
        (serial, index) =>
          `${serial}、建设事项\n\n${index % 2 === 0 ? sentence : '按年度计划组织实施。\n\n按季度报送进展情况。'}`,
      )
      .join('\n\n')}\n\n江北省人民政府\n\n2024年3月5日\n`,
  },
  'two attachments': {
    name: 'attachments.md',
    text: `${title}\n\n江政办发〔2024〕3号\n\n${addressed}\n\n${sentence}\n\n附件：1.江北省水网建设三年行动重点任务分工和责任单位及完成时限安排表\n\n2.联系人名单\n\n江北省人民政府办公厅\n\n2024年3月5日\n\n附件1\n\n江北省水网建设三年行动重点任务分工和责任单位及完成时限安排表\n\n${table(
      ['序号', '名称', '里程'],
      [
        ['1', '北线', '12'],
        ['2', '南线', '30'],
      ],
    )}\n\n附件2\n\n联系人名单\n\n${table(
      ['姓名', '电话'],
      [
        ['喆堃', '010-1'],
        ['镕', '010-2'],
      ],
    )}\n`,
  },
  'six attachments to one sentence': {
    name: 'six-attachments.md',
    text: `${title}\n\n江政发〔2024〕17号\n\n${addressed}\n\n${sentence}\n\n${listOf(6)}\n\n江北省人民政府\n\n2024年3月5日\n\n${leavesOf(6)}\n`,
  },
  'one paragraph that leaves no room for the signature': {
    name: 'no-room.md',
    text: `${title}\n\n江政发〔2024〕18号\n\n${addressed}\n\n${sentence.repeat(4).slice(0, 200)}。\n\n江北省人民政府\n\n2024年3月5日\n`,
  },
  'joint issuers and signers': {
    name: 'joint.md',
    text: `国水办发〔2024〕8号　　签发人：王一　李二\n\n国家水务局办公室　国家农田局办公室关于水网建设情况的报告\n\n国务院：\n\n${levels}\n\n国家水务局办公室\n\n国家农田局办公室\n\n2024年5月6日\n\n（联系人：张三，电话：010-12345678）\n`,
  },
  'three issuers, three signers': {
    name: 'three.md',
    text: `国水办发〔2024〕9号　　签发人：王一　李二　张小三\n\n国家水务局办公室　国家农田局办公室　国家粮食局办公室关于灌区改造情况的报告\n\n国务院：\n\n${levels}\n\n国家水务局办公室\n\n国家农田局办公室\n\n国家粮食局办公室\n\n2024年5月6日\n`,
  },
  'no recipients': {
    name: 'no-recipients.md',
    text: `${title}\n\n江政发〔2024〕12号\n\n${sentence.repeat(40)}\n\n${ending}\n`,
  },
  'title of 200 characters': {
    name: 'long-title.md',
    text: `${longTitle}\n\n江政发〔2024〕12号\n\n${addressed}\n\n${paragraphs(3)}\n\n${ending}\n`,
  },
  'secrecy, urgency and a copy number': {
    name: 'secret.md',
    text: `000012\n\n机密★1年\n\n特急\n\n江政发〔2024〕2号\n\n${title}\n\n${addressed}\n\n${levels}\n\n江北省人民政府\n\n2024年3月5日\n`,
  },
  'secrecy in a letter': {
    name: 'secret-letter.md',
    text: `秘密★6个月\n\n加急\n\n江政函〔2024〕2号\n\n${title}\n\n${addressed}\n\n${levels}\n\n江北省人民政府\n\n2024年3月5日\n`,
  },
  'copies in a letter': {
    name: 'letter-copies.md',
    text: `000031\n\n秘密\n\n${title}\n\n江政函〔2024〕11号\n\n${addressed}\n\n${levels}\n\n江北省人民政府\n\n2024年3月5日\n\n（联系人：李四，电话：010-12345678）\n\n抄送：省委各部门，省人大常委会办公厅，省政协办公厅，省监委，省法院，省检察院，省军区。\n`,
  },
  'table of 120 rows with merged cells': {
    name: 'merged.html',
    text: page(
      `${p([title, '江政发〔2024〕12号', addressed, sentence, '附件：水网指标', '江北省人民政府', '2024年3月5日', '附件', '水网指标'])}\n${mergedTable(120)}`,
    ),
  },
  'forwarded document with a table': {
    name: 'forwarded.md',
    text: `江北省人民政府办公厅转发省水务局关于水源保护意见的通知\n\n江政办发〔2024〕5号\n\n${addressed}\n\n省水务局《关于水源保护的意见》已经省政府同意，现转发给你们，请认真贯彻执行。\n\n江北省人民政府办公厅\n\n2024年4月1日\n\n关于水源保护的意见\n\n（2024年3月）\n\n省人民政府：\n\n${levels}\n\n${table(
      ['水源', '面积'],
      [
        ['北湖', '120'],
        ['南湖', '80'],
      ],
    )}\n\n江北省水务局\n\n2024年3月20日\n`,
  },
  'recipients too long for page 1': {
    name: 'recipients.md',
    text: `${title}\n\n江政发〔2024〕12号\n\n${manyRecipients}\n\n${paragraphs(3)}\n\n江北省人民政府\n\n2024年3月5日\n\n抄送：省委各部门，省人大常委会办公厅。\n\n江北省人民政府办公厅　　2024年3月6日印发\n`,
  },
  'copies in two groups': {
    name: 'copies.md',
    text: `${title}\n\n江政发〔2024〕12号\n\n${addressed}\n\n${paragraphs(2)}\n\n江北省人民政府\n\n2024年3月5日\n\n抄送：省委各部门，省人大常委会办公厅，省政协办公厅，省监委，省法院，省检察院，省军区，各民主党派省委。\n\n中央驻江北各单位。\n\n江北省人民政府办公厅　　2024年3月6日印发\n`,
  },
  'order with a signature stamp': {
    name: 'order.md',
    text: `江北省水务厅令\n\n第12号\n\n《水网工程验收办法》已经2024年5月6日厅务会议审议通过，现予公布，自2024年8月1日起施行。\n\n厅长　张　喆\n\n2024年5月20日\n\n水网工程验收办法\n\n第一条　为了规范水网工程验收，制定本办法。\n\n第二条　县级以上水务部门负责验收。\n`,
  },
  'order of several pages': {
    name: 'long-order.md',
    text: `江北省水务厅令\n\n第13号\n\n${paragraphs(9)}\n\n${levels}\n\n厅长　张　喆\n\n2024年5月20日\n\n（此件公开发布）\n\n抄送：省委各部门，省人大常委会办公厅，省政协办公厅，省监委，省法院，省检察院，省军区，各民主党派省委。\n\n江北省水务厅办公室　　2024年5月21日印发\n`,
  },
  'signature that would stand alone': {
    name: 'signature.md',
    text: `${title}\n\n江政函〔2024〕10号\n\n${addressed}\n\n${'水网建设按年度计划组织实施。\n\n'.repeat(13)}江北省人民政府\n\n2024年3月5日\n`,
  },
}

/** The file of a situation. Throws where there is none. */
export function noticeNamed(situation: string): NoticeText {
  const notice = noticeTexts[situation]
  if (notice === undefined) throw new Error(`no situation ${situation}`)
  return notice
}
