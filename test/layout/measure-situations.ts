import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'

import { nodeHost } from '../../pipeline/host/node-host.js'
import { measurePaper, printWithOffice } from '../../pipeline/measure/index.js'
import type { PaperResult } from '../../pipeline/measure/measure-paper.js'
import type { PaperForm } from '../../pipeline/measure/standard/figure.js'
import type { Flow, StyleSheet } from '../../pipeline/model/index.js'
import { renderDocx } from '../../pipeline/render/docx/render-docx.js'
import { renderPdf } from '../../pipeline/render/pdf/render-pdf.js'
import { bundledFaces } from '../typeset/bundled-faces.js'
import { noticeNamed, noticeTexts } from './notices.js'
import { fontConfiguration } from './office-faces.js'
import { readNotice, setNotice } from './set-notice.js'

/** A situation’s pages held against the standard. */
export interface SituationResult {
  readonly situation: string
  readonly result: PaperResult
}

/** All situations, by name, as flows. */
export function situationFlows(): readonly (readonly [situation: string, flow: Flow])[] {
  return Object.keys(noticeTexts).map((situation) => {
    const { name, text } = noticeNamed(situation)
    return [situation, setNotice(readNotice(name, new TextEncoder().encode(text))).flow]
  })
}

/** Minutes are laid out as a document with labels below its text. */
function formOf(flow: Flow): PaperForm {
  const form = flow.sections[0]?.form ?? 'plain'
  return form === 'minutes' ? 'document' : form
}

/** Every situation as a PDF. */
export async function situationPdfs(): Promise<ReadonlyMap<string, Uint8Array>> {
  const faces = await bundledFaces()
  const pdfs = new Map<string, Uint8Array>()
  for (const [situation, flow] of situationFlows()) {
    const { bytes, findings } = await renderPdf(flow, faces)
    if (bytes === null) throw new Error(`${situation}: ${JSON.stringify(findings)}`)
    pdfs.set(situation, bytes)
  }
  return pdfs
}

/**
 * Word files printed by LibreOffice in one run, with the project’s open faces in the place of an office’s own, by the names that a style gives them; null where
 * there is no LibreOffice. A file that was not printed is null.
 */
export async function printWithOpenFaces(
  style: StyleSheet,
  docx: readonly Uint8Array[],
): Promise<readonly (Uint8Array | null)[] | null> {
  const host = nodeHost()
  const serif = ['600SemiBold', '300Light'].flatMap(
    (weight) => host.resolvePackageFile('@expo-google-fonts/noto-serif-sc', weight) ?? [],
  )
  const folder = mkdtempSync(join(tmpdir(), 'fengong-faces-'))
  const before = process.env.FONTCONFIG_FILE
  try {
    const configuration = join(folder, 'fonts.conf')
    writeFileSync(
      configuration,
      fontConfiguration(style, await bundledFaces(), serif, join(folder, 'cache')),
    )
    process.env.FONTCONFIG_FILE = configuration
    const files = docx.map((bytes) => ({ ending: 'docx' as const, bytes }))
    const { state, pdfs, said } = await printWithOffice(host, files, 300)
    if (state === 'failed') throw new Error(said)
    return state === 'no-office' ? null : pdfs
  } finally {
    if (before === undefined) delete process.env.FONTCONFIG_FILE
    else process.env.FONTCONFIG_FILE = before
    rmSync(folder, { recursive: true })
  }
}

/**
 * Every situation as a Word file, printed by LibreOffice; null where there is no LibreOffice.
 *
 * @throws where it printed nothing, or left one out
 */
export async function situationPrints(): Promise<ReadonlyMap<string, Uint8Array> | null> {
  const flows = situationFlows()
  const files = await Promise.all(flows.map(async ([, flow]) => (await renderDocx(flow)).bytes))
  const [, sample] = flows[0] ?? []
  if (sample === undefined) throw new Error('no situation')
  const pdfs = await printWithOpenFaces(sample.style, files)
  if (pdfs === null) return null
  return new Map(
    flows.map(([situation], index) => {
      const pdf = pdfs[index]
      if (pdf == null) throw new Error(`${situation} was not printed`)
      return [situation, pdf]
    }),
  )
}

/** Holds the pages of all situations against the standard, one after the other. */
export async function measureSituations(
  pages: ReadonlyMap<string, Uint8Array>,
): Promise<readonly SituationResult[]> {
  const results: SituationResult[] = []
  for (const [situation, flow] of situationFlows()) {
    const bytes = pages.get(situation)
    if (bytes === undefined) continue
    // The faces differ from each other here, even where LibreOffice prints: each has an open face of its own.
    results.push({ situation, result: await measurePaper(bytes, { form: formOf(flow) }) })
  }
  return results
}
