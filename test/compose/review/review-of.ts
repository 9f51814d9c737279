import { readDocument } from '../../../pipeline/read/read-document.js'
import { renderHtml } from '../../../pipeline/render/html/render-html.js'
import { readCorrections } from '../../../pipeline/settings/index.js'
import type { Finding, OfficialDocument, Page } from '../../../pipeline/model/index.js'
import { composeOverview, noticeRows } from '../../../pipeline/compose/index.js'
import { compose, index, templates } from '../build-document.js'

export interface Review {
  readonly document: OfficialDocument
  readonly findings: readonly Finding[]
  readonly page: Page
  readonly html: string
}

/** Reads a notice, with the lines of a corrections file where some are given, and makes its review page alone. */
export function reviewOf(
  source: Uint8Array | string,
  { name = 'notice.md', corrections }: { name?: string; corrections?: string } = {},
): Review {
  const bytes = typeof source === 'string' ? Buffer.from(source) : source
  const path = 'sources/notice.corrections.yaml'
  const told = readCorrections({
    path,
    bytes: corrections === undefined ? null : Buffer.from(corrections),
  })
  const { document, findings, computed } = readDocument({
    path: `sources/${name}`,
    bytes,
    corrections: told.corrections,
    correctionsPath: path,
    agencies: index,
  })
  if (document === null) throw new Error('no notice')
  const all = [...told.findings, ...findings]
  const { jobs } = compose(document, { findings: all, computed, only: ['review'] })
  const [job] = jobs
  if (job?.layout.type !== 'page') throw new Error('no page')
  const html = Buffer.from(renderHtml(job.layout).bytes).toString('utf8')
  return { document, findings: all, page: job.layout, html }
}

/** The list of what there is, over one notice that has made a review page and a brief. */
export function indexOf(source: string): { readonly page: Page; readonly html: string } {
  const { document, findings } = reviewOf(source)
  const files = ['审阅.html', '简报.pdf'].map((path, at) => ({
    path,
    product: ['review', 'brief'][at] ?? '',
    agency: null,
  }))
  const rows = noticeRows(document, { office: null, index, stale: false, files, findings })
  const { papers } = composeOverview({
    notices: [rows],
    missing: [{ id: 'b', path: 'sources/b.md', title: null, why: 'unread' }],
    office: null,
    agencies: index,
    templates,
    only: ['index'],
  })
  const jobs = papers.flatMap((paper) => paper.compose([]).jobs)
  const page = jobs.find(({ path }) => path === 'index.html')?.layout
  if (page?.type !== 'page') throw new Error('no list')
  return { page, html: Buffer.from(renderHtml(page).bytes).toString('utf8') }
}

/** A notice with an annex of so many rows, two agencies each; a row in three names nobody. */
export function annexOf(rows: number): string {
  return [
    '国务院关于做好甲乙丙工作的通知',
    '国函〔2024〕1号',
    '各省、自治区、直辖市人民政府：',
    '现将任务分工印发给你们，请认真贯彻落实。财政部要在2024年底前加强资金保障。',
    '附件：任务分工表',
    '国务院',
    '2024年1月2日',
    '附件',
    '任务分工表',
    [
      '| 序号 | 工作任务 | 主要内容 | 负责单位 |',
      '|---|---|---|---|',
      ...Array.from({ length: rows }, (_, row) => {
        const who = ['海关总署、税务总局', '商务部', ''][row % 3] ?? ''
        return `| ${row + 1} | 事项${row + 1} | 开展第${row + 1}项工作，形成制度成果。 | ${who} |`
      }),
    ].join('\n'),
  ].join('\n\n')
}
