import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFRawStream,
  decodePDFRawStream,
} from '@cantoo/pdf-lib'
import { beforeAll, describe, expect, it } from 'vitest'

import type { Flow } from '../../../pipeline/model/index.js'
import { readPages } from '../../../pipeline/measure/page/read-pages.js'
import { renderPdf } from '../../../pipeline/render/pdf/render-pdf.js'
import type { FaceSet } from '../../../pipeline/typeset/index.js'
import { bundledFaces } from '../../typeset/bundled-faces.js'
import { circular, flow, prose, run } from '../../typeset/flows.js'

let faces: FaceSet
beforeAll(async () => {
  faces = await bundledFaces()
})

const archived = (given: Flow): Flow => ({ ...given, style: { ...given.style, pdfa: true } })

async function render(given: Flow): Promise<Uint8Array> {
  const { bytes, findings } = await renderPdf(given, faces)
  expect(findings).toEqual([])
  if (bytes === null) throw new Error('no bytes')
  return bytes
}

const text = (stream: unknown): string => {
  if (!(stream instanceof PDFRawStream)) throw new Error('no stream')
  return new TextDecoder().decode(decodePDFRawStream(stream).decode())
}

const load = (bytes: Uint8Array): Promise<PDFDocument> =>
  PDFDocument.load(bytes, { updateMetadata: false })
const xmpOf = (document: PDFDocument): string =>
  text(document.catalog.lookup(PDFName.of('Metadata')))

const hasProgram = (name: string): boolean => spawnSync(name, ['--version']).error === undefined

const given = circular()
/** Red, which an ordinary file has as an ink of its own. */
const red = flow('document', [
  [
    {
      type: 'text',
      style: 'masthead',
      runs: [run('某某省人民政府')],
      outline: null,
      keepWithNext: true,
      anchor: null,
    },
    ...prose(2),
  ],
])

describe('a file that is to be kept as PDF/A-2b', () => {
  it('says so in its XMP, with the properties that its dictionary has', async () => {
    const document = await load(await render(archived(given)))
    const xmp = xmpOf(document)
    expect(xmp).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>')
    expect(xmp).toContain(`>${given.properties.title}</rdf:li>`)
    expect(document.getTitle()).toBe(given.properties.title)
    expect(xmp).toContain(`<xmp:CreateDate>${given.properties.date ?? ''}T00:00:00Z`)
    expect(document.getCreationDate()?.toISOString().slice(0, 10)).toBe(given.properties.date)
  })

  it('has an output intent with the profile that its colours are told by, and no ink beside it', async () => {
    const bytes = await render(archived(red))
    const document = await load(bytes)
    const intents = document.catalog.lookup(PDFName.of('OutputIntents'), PDFArray)
    const intent = intents.lookup(0, PDFDict)
    expect(intent.lookup(PDFName.of('S'))).toBe(PDFName.of('GTS_PDFA1'))
    const profile = intent.lookup(PDFName.of('DestOutputProfile'))
    expect(text(profile)).toContain('acsp')
    const colours = (await readPages(bytes)).flatMap(({ glyphs, rules }) =>
      [...glyphs, ...rules].map(({ colour }) => colour),
    )
    expect(new Set(colours)).toEqual(new Set(['#000000', '#ff3333']))
    const contents = document
      .getPages()
      .map((page) => text(document.context.lookup(page.node.get(PDFName.of('Contents')))))
      .join('\n')
    expect(contents).not.toMatch(/\bDeviceCMYK\b|\s[kK]\n/u)
  })

  it('embeds every font, and has neither transparency, script, form, file nor encryption', async () => {
    const bytes = await render(archived(given))
    const document = await load(bytes)
    let fonts = 0
    for (const [, object] of document.context.enumerateIndirectObjects()) {
      if (!(object instanceof PDFDict)) continue
      for (const key of ['SMask', 'JS', 'AcroForm', 'EmbeddedFiles', 'BM'])
        expect(object.has(PDFName.of(key)), key).toBe(false)
      // pdfkit says of everything that it is opaque.
      for (const key of ['ca', 'CA'])
        expect(String(object.get(PDFName.of(key)) ?? '1'), key).toBe('1')
      if (object.get(PDFName.of('Type')) !== PDFName.of('FontDescriptor')) continue
      fonts += 1
      const embedded = ['FontFile2', 'FontFile3'].some((key) => object.has(PDFName.of(key)))
      expect(embedded).toBe(true)
    }
    expect(fonts).toBeGreaterThan(1)
    expect(document.isEncrypted).toBe(false)
  })

  it('is the same bytes each time, and well formed', async () => {
    const [one, other] = [await render(archived(given)), await render(archived(given))]
    expect(Buffer.compare(one, other)).toBe(0)
    if (!hasProgram('qpdf')) return
    const folder = mkdtempSync(join(tmpdir(), 'fengong-archive-'))
    const path = join(folder, 'a.pdf')
    writeFileSync(path, one)
    expect(spawnSync('qpdf', ['--check', path]).status).toBe(0)
    rmSync(folder, { recursive: true })
  })
})

describe('the properties of any file', () => {
  it('are XML, whatever a title says, with a date and without one', async () => {
    for (const date of ['2023-06-24', null]) {
      const properties = { ...given.properties, title: '《A&B <x>》\u0001通知', date }
      const xmp = xmpOf(await load(await render({ ...given, properties })))
      expect(xmp).toContain('《A&amp;B &lt;x&gt;》通知')
      expect(xmp.includes('CreateDate')).toBe(date !== null)
      expect(xmp).not.toContain('pdfaid:part')
    }
  })
})
