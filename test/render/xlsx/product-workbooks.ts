import { composeOverview, noticeRows } from '../../../pipeline/compose/index.js'
import type {
  Item,
  Job,
  OfficialDocument,
  Office,
  Workbook,
} from '../../../pipeline/model/index.js'
import {
  by,
  compose,
  duty,
  index,
  item,
  notice,
  office,
  templates,
} from '../../compose/build-document.js'
import { longText } from './sample-workbooks.js'

/** The workbooks that a build makes, of made-up notices that are hard on them. */

const bodies = [
  '国家发展改革委',
  '教育部',
  '工业和信息化部',
  '公安部',
  '民政部',
  '司法部',
  '财政部',
  '自然资源部',
  '水利部',
  '商务部',
] as const
const bodyAt = (at: number): string => bodies[at % bodies.length] ?? ''

/** An item of parts that each have a body of their own: rows under one heading, over several pages. */
function parted(serial: number): Item {
  const children = Array.from({ length: 9 }, (_, at): Item => {
    const part = item(null, `事项${serial}的第${at + 1}部分`, {
      label: `（${at + 1}）`,
      content: `逐条明确第${serial}项第${at + 1}部分的办理条件、材料、流程和时限，公开办理结果，方便企业和群众查询办理。`,
      responsibilities: [by(bodyAt(serial + at), 'lead'), by(bodyAt(serial + at + 1), 'support')],
    })
    return { ...part, id: `附件/${serial}/${at + 1}` as Item['id'] }
  })
  return item(serial, `由各单位分头办理的事项${serial}`, { children })
}

const parts = notice({
  id: 'parts',
  items: Array.from({ length: 9 }, (_, at) => parted(at + 1)),
  duties: [duty('审计署要加强审计监督。', [by('审计署')])],
})

const shared = notice({
  id: 'shared',
  title: '国务院关于做好共同事项的通知',
  documentNumber: { text: '国发〔2023〕2号', series: '国发', year: 2023, serial: 2 },
  items: [
    item(3, '十个单位共同办理的事项', {
      content: '建立会商机制，定期通报进展。',
      category: '综合',
      scope: '全国',
      responsibilities: bodies.map((name, at) => by(name, at === 0 ? 'lead' : 'support')),
      deadlines: [{ text: '2023年12月底前', kind: 'by', date: '2023-12-31' }],
    }),
    item(4, '=开头的事项', {
      content: '+内容以符号开头，_x0041_仍是原文',
      responsibilities: [by('财政部'), by('审计署', 'guide')],
      deadlines: [{ text: '2024年6月底前', kind: 'by', date: '2024-06-30' }],
    }),
    item(5, '水网建设', { responsibilities: [by('水利部', 'lead', '前段工作')] }),
  ],
})

const long = notice({
  id: 'long',
  secrecy: '秘密',
  items: [
    item(1, '内容极长的事项', { content: longText(30_000), responsibilities: [by('水利部')] }),
    item(2, '内容短的事项', { content: '一句话。', responsibilities: [by('水利部', 'lead')] }),
  ],
})

const many = notice({
  id: 'many',
  items: Array.from({ length: 200 }, (_, at) =>
    item(at + 1, `第${at + 1}项任务`, {
      content: at % 7 === 0 ? longText(240) : '按职责抓好落实。',
      responsibilities: [
        by('财政部', at % 2 === 0 ? 'lead' : 'support'),
        by(bodyAt(at), 'support'),
      ],
      deadlines: [{ text: '年内', kind: 'yearEnd', date: '2023-12-31' }],
    }),
  ),
})

const other = notice({
  id: 'other',
  title: '国务院关于做好另一批事项的通知',
  documentNumber: { text: '国发〔2023〕3号', series: '国发', year: 2023, serial: 3 },
  items: [
    item(1, '水网建设。', { content: '与前件同一事项。', responsibilities: [by('水利部')] }),
    item(2, '另外的事项', { responsibilities: [by('民政部', 'lead'), by('水利部', 'support')] }),
  ],
})

const nobody = notice({
  id: 'nobody',
  items: [item(1, '未载单位的事项'), item(2, '也未载单位的事项', { content: '内容。' })],
})

export interface ProductCase {
  readonly name: string
  readonly document: OfficialDocument
  readonly office: Office | null
}

/** Notices by what is hard about them. */
export const productCases: readonly ProductCase[] = [
  { name: 'sub-rows merged over pages', document: parts, office: null },
  {
    name: 'ten agencies, lead and support, deadlines',
    document: shared,
    office: office({ reportedBy: 'lead' }),
  },
  { name: 'content of 30,000 characters', document: long, office: null },
  { name: 'an agency of 200 items', document: many, office: null },
  { name: 'no agency at all', document: nobody, office: null },
]

export interface ProductWorkbook {
  /** Path in the output, which tells the file. */
  readonly path: string
  readonly agency: string | null
  readonly workbook: Workbook
}

function workbooksOf(jobs: readonly Job[], folder: string): readonly ProductWorkbook[] {
  return jobs.flatMap(({ path, format, agency, layout }) =>
    format === 'xlsx' && layout.type === 'workbook'
      ? [{ path: `${folder}${path}`, agency, workbook: layout }]
      : [],
  )
}

/** Every workbook of one document. */
export function workbooksOfDocument({ document, office }: Omit<ProductCase, 'name'>) {
  return workbooksOf(compose(document, { office }).jobs, `${document.id}/`)
}

/** The lists over two notices that have one agency and one task in common. */
export function workbooksOfAll(): readonly ProductWorkbook[] {
  const about = { office: null, index, stale: false, findings: [] }
  const notices = [shared, other].map((document) => {
    const files = compose(document).jobs.map(({ path, product, agency }) => ({
      path,
      product,
      agency,
    }))
    return noticeRows(document, { ...about, files })
  })
  const { papers } = composeOverview({
    notices,
    missing: [],
    office: null,
    agencies: index,
    templates,
  })
  return papers.flatMap(({ compose: work }) => workbooksOf(work([]).jobs, ''))
}
