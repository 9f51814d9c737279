import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { composeDocument } from '../../pipeline/compose/index.js'
import type { Flow, Job, OfficialDocument } from '../../pipeline/model/index.js'
import { renderPacket } from '../../pipeline/render/packet/render-packet.js'
import { renderPdf } from '../../pipeline/render/pdf/render-pdf.js'
import { flowTexts, settleFlow, type FaceSet } from '../../pipeline/typeset/index.js'
import { bareText, readPdf } from '../render/pdf/read-pdf.js'
import { bundledFaces } from '../typeset/bundled-faces.js'
import { caseNotices } from './case-notices.js'
import { noticeTexts } from './notices.js'
import { agencies, readNotice, templates, tryNotice } from './set-notice.js'

let faces: FaceSet
beforeAll(async () => {
  faces = await bundledFaces()
})
const folder = mkdtempSync(join(tmpdir(), 'fengong-pdf-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const has = (tool: string) => spawnSync(tool, ['--version']).error === undefined
const [hasQpdf, hasPdffonts] = [has('qpdf'), has('pdffonts')]

/** The PDFs of a document, one of each product: of those for an agency the first one’s. */
function pdfJobs(document: OfficialDocument, only: readonly string[]): readonly Job[] {
  const around = { findings: [], office: null, agencies, templates }
  const { jobs } = composeDocument({ document, ...around, ...(only.length > 0 ? { only } : {}) })
  const taken = new Set<string>()
  const [first] = jobs.flatMap(({ agency }) => (agency === null ? [] : [agency]))
  return jobs.filter(({ format, product, agency }) => {
    if (format !== 'pdf' || taken.has(product) || (agency !== null && agency !== first))
      return false
    taken.add(product)
    return true
  })
}

const bare = (text: string): string => text.replace(/[\s\u0085]+/gu, '').replace(/\p{Cf}/gu, '')
const tally = (content: string): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const each of content) counts.set(each, (counts.get(each) ?? 0) + 1)
  return counts
}

/** Whether another library finds each character of some flows in a PDF, as often as they have it. */
async function expectText(bytes: Uint8Array, flows: readonly Flow[]): Promise<void> {
  const found = tally(bareText((await readPdf(bytes)).pages).normalize('NFKC'))
  const texts = flows.flatMap((flow) => [...flowTexts(settleFlow(flow))].map(([, text]) => text))
  const lost = [...tally(bare(texts.join('')).normalize('NFKC'))]
    .filter(([each, count]) => (found.get(each) ?? 0) < count)
    .map(([each]) => each)
  expect(lost).toEqual([])
}

/** What qpdf and pdffonts say of a file. */
function expectSound(bytes: Uint8Array): void {
  const path = join(folder, 'a.pdf')
  writeFileSync(path, bytes)
  if (hasQpdf) {
    const { status, stderr } = spawnSync('qpdf', ['--check', path])
    expect([status, stderr.toString()]).toEqual([0, ''])
  }
  if (!hasPdffonts) return
  const fonts = execFileSync('pdffonts', [path]).toString().trim().split('\n').slice(2)
  expect(fonts.length).toBeGreaterThan(0)
  // Name with the tag of a subset; then: embedded, subset, with a Unicode map.
  for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+\S+ .* yes yes yes /u)
}

/** Draws the PDFs of a document, or of some products with all that is bound into them, and looks at each that no packet holds. */
async function examine(document: OfficialDocument, only: readonly string[] = []): Promise<number> {
  const files = new Map<string, { bytes: Uint8Array; flow: Flow }>()
  const take = ({ path }: { path: string }) => Promise.resolve(files.get(path)?.bytes ?? null)
  let looked = 0
  for (const job of pdfJobs(document, only)) {
    const { layout, path } = job
    if (layout.type !== 'flow' && layout.type !== 'packet') continue
    const drawn =
      layout.type === 'flow'
        ? await renderPdf(layout, faces)
        : await renderPacket(layout, faces, take)
    const errors = drawn.findings.filter(({ severity }) => severity === 'error')
    if (drawn.bytes === null) {
      // The one reason for which a notice has no page: a character that no face has.
      expect(new Set(errors.map(({ rule }) => rule))).toEqual(new Set(['character-has-a-face']))
      continue
    }
    if (layout.type === 'flow') files.set(path, { bytes: drawn.bytes, flow: layout })
    if (only.length > 0 && !only.includes(job.product)) continue
    looked += 1
    expectSound(drawn.bytes)
    const parts = layout.type === 'packet' ? layout.parts : []
    const bound = parts.flatMap(({ from }) =>
      from.type === 'file' ? [files.get(from.path)?.flow ?? []] : [],
    )
    await expectText(drawn.bytes, layout.type === 'flow' ? [layout] : bound.flat())
  }
  return looked
}

/** Each fifth in a usual run, so that the tests end soon; all of them, and real ones, where FENGONG_CORPUS names a folder. */
const examined = caseNotices().filter(
  (_, index) => process.env.FENGONG_CORPUS !== undefined || index % 5 === 0,
)

describe('every PDF is sound, embeds its faces, and reads as the model says', () => {
  it.each(Object.entries(noticeTexts))('all products: %s', async (_situation, { name, text }) => {
    const document = readNotice(name, new TextEncoder().encode(text))
    expect(await examine(document)).toBeGreaterThan(0)
  })

  it.each(examined)('the notice, and a packet of it: %s', async (_name, path) => {
    const document = tryNotice(path, readFileSync(path))
    if (document !== null) await examine(document, ['notice', 'packet'])
  })
})
