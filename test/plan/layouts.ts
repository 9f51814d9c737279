import type {
  Flow,
  FlowRow,
  Format,
  Job,
  Layout,
  ManifestFile,
  Sheet,
  StyleSheet,
  TextStyleName,
  Workbook,
} from '../../pipeline/model/index.js'
import { textStyleNames } from '../../pipeline/model/index.js'
import type { FingerprintedJob } from '../../pipeline/plan/index.js'
import { fingerprintJobs } from '../../pipeline/plan/index.js'

const styleNames: Partial<Record<TextStyleName, string>> = { title: '公文标题', body: '正文' }

const textStyle = (name: TextStyleName) => ({
  name: styleNames[name] ?? name,
  face: 'fang' as const,
  size: 16,
  pitch: null,
  align: 'left' as const,
  firstIndent: 0,
  hangingIndent: 0,
  indentRight: 0,
  before: 0,
  after: 0,
  colour: 'black' as const,
  outline: null,
  balance: false,
})

const face = { word: '仿宋', file: null }
export const style: StyleSheet = {
  page: { width: 210, height: 297, top: 37, right: 26, bottom: 35, left: 28 },
  grid: null,
  pageNumbers: 'none',
  faces: { fang: face, kai: face, hei: face, title: face, song: face },
  text: Object.fromEntries(
    textStyleNames.map((name) => [name, textStyle(name)]),
  ) as StyleSheet['text'],
  table: { rule: 0.5, padding: 4, paddingY: 2 },
}

const run = (text: string) => ({
  type: 'text' as const,
  text,
  face: null,
  colour: null,
  link: null,
})
const cell = (text: string, rowSpan = 1) => ({
  paragraphs: [[run(text)]],
  align: 'left' as const,
  colSpan: 1,
  rowSpan,
})

export const paragraph = (
  text: string,
  name: TextStyleName = 'body',
): Flow['sections'][0]['blocks'][0] => ({
  type: 'text',
  style: name,
  runs: [run(text)],
  outline: null,
  keepWithNext: false,
  anchor: null,
})

/** A table of 事项 and 单位; a `null` in the first column is covered by the merged cell above it. */
export const table = (
  ...rows: (readonly [string | null, string])[]
): Flow['sections'][0]['blocks'][0] => ({
  type: 'table',
  columns: [
    { title: '事项', width: 2 },
    { title: '单位', width: 1 },
  ],
  head: [],
  rows: rows.map(([first, second], index): FlowRow => {
    const span = rows.slice(index + 1).findIndex(([next]) => next !== null)
    const rowSpan = span === -1 ? rows.length - index : span + 1
    return { kind: 'row', cells: [...(first === null ? [] : [cell(first, rowSpan)]), cell(second)] }
  }),
  anchor: null,
})

const properties = {
  title: '',
  subject: '',
  author: '',
  keywords: [],
  date: null,
  lang: 'zh-CN',
} as const

export const flow = (...blocks: Flow['sections'][0]['blocks']): Flow => ({
  type: 'flow',
  style,
  properties,
  draftMark: null,
  secrecy: null,
  urgency: null,
  sections: [
    {
      orientation: 'portrait',
      start: 'next',
      form: 'plain',
      numbering: 'continue',
      fit: null,
      blocks,
    },
  ],
})

export const workbook = (...rows: (readonly [string, string])[]): Workbook => {
  const column = (key: string, title: string): Sheet['columns'][0] => ({
    key,
    title,
    width: 20,
    use: 'printed',
    align: 'left',
    format: 'text',
    list: null,
    maxLength: null,
    prompt: null,
    states: false,
    overdue: null,
    turned: false,
  })
  const sheetCell = (value: string) => ({
    value,
    kind: 'text' as const,
    mark: null,
    colSpan: 1,
    rowSpan: 1,
    link: null,
  })
  return {
    type: 'workbook',
    properties,
    faces: { text: '仿宋', head: '黑体', title: '宋体' },
    secrecy: null,
    names: {},
    sheets: [
      {
        name: '分工表',
        paper: 'A4',
        orientation: 'landscape',
        columns: [column('title', '事项'), column('agency', '单位')],
        above: [],
        rows: rows.map((row) => ({ kind: 'row', cells: row.map(sheetCell), locked: false })),
        below: [],
        protected: true,
        filter: true,
        frozenColumns: 1,
        secondPageFrom: null,
        footer: '',
      },
    ],
  }
}

export const job = (path: string, layout: Layout, more: Partial<Job> = {}): Job => ({
  path,
  product: 'circular',
  agency: null,
  format: path.split('.').at(-1) as Format,
  layout,
  assets: [],
  dependsOn: [],
  ...more,
})

export const fingerprinted = (...jobs: readonly Job[]): readonly FingerprintedJob[] =>
  fingerprintJobs(jobs, { build: 'b'.repeat(64), epoch: null }, () => [])

/** What the manifest would say of a job’s file whose bytes have that hash. */
export const entry = (made: FingerprintedJob, more: Partial<ManifestFile> = {}): ManifestFile => ({
  sha256: null,
  alsoOurs: [],
  fingerprint: made.fingerprint,
  digests: made.digests.map(([label, value]) => [label, value]),
  product: made.job.product,
  agency: made.job.agency,
  owner: 'ours',
  stale: false,
  messages: [],
  ...more,
})
