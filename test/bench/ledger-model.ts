import type { Item, ItemId, OfficialDocument, Sha256 } from '../../pipeline/model/index.js'

const bodies = [
  '商务部',
  '财政部',
  '海关总署',
  '税务总局',
  '交通运输部',
  '公安部',
  '司法部',
  '审计署',
]

function itemOf(index: number): Item {
  const [lead, support] = [index, index + 3].map((at) => bodies[at % bodies.length] ?? '')
  const said = { word: null, kind: 'agency', part: null, statement: index, from: 'notice' } as const
  const by = (name = '', role: 'lead' | 'support') => ({
    agency: name,
    name,
    text: name,
    role,
    ...said,
  })
  return {
    id: `附件/${String(index + 1)}/任务` as ItemId,
    serial: index + 1,
    label: null,
    title: `第${String(index + 1)}类业务办理便利化`,
    content: '明确办理条件、材料和时限，公开办理结果，方便企业和群众查询，确保各项措施落到实处。',
    category: null,
    scope: '全国',
    deadlines: [{ text: '2024年6月底前', kind: 'by', date: '2024-06-30' }],
    responsibilities: [by(lead, 'lead'), by(support, 'support')],
    persons: [],
    open: false,
    children: [],
    origins: ['annex'],
  }
}

/** A made-up notice of so many items, each with its lead, its support and a date, as it lies in memory once it was read. */
export function ledgerModel(items: number): OfficialDocument {
  const lists = { parts: [], dropped: [], markup: [], signers: [], notes: [], attachments: [] }
  const nothing = {
    secrecy: null,
    urgency: null,
    copyNumber: null,
    printedBy: null,
    printedOn: null,
  }
  return {
    schemaVersion: 1,
    id: 'ledger',
    source: { path: null, sha256: '0'.repeat(64) as Sha256, format: 'markdown', encoding: 'utf-8' },
    text: '',
    ...lists,
    ...nothing,
    title: '国务院关于推进业务办理便利化工作的通知',
    documentNumber: { text: '国函〔2024〕1号', series: '国函', year: 2024, serial: 1 },
    issuers: ['国务院'],
    issuerLevel: 'central',
    issuerPlace: null,
    mainRecipients: [],
    issueDate: '2024-01-02',
    copiesTo: [],
    items: Array.from({ length: items }, (_, index) => itemOf(index)),
    duties: [],
    counts: [],
    rules: [],
    corrections: [],
    places: {},
  }
}
