import { degrees, PDFDocument, PDFName, StandardFonts, PDFRef } from '@cantoo/pdf-lib'

import type { FlowTable, Packet, PacketPart } from '../../../pipeline/model/index.js'
import { flow, heading, row, section, styleNamed, table, text } from '../../typeset/flows.js'

/** A page that a scanner could have made: turned, with a script, a link to another page and one to an address, and a stamp. */
export async function scan(pages = 2, words = 'SCANNED ORIGINAL'): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false })
  const font = await document.embedFont(StandardFonts.Helvetica)
  const all = Array.from({ length: pages }, (_, index) => {
    const page = document.addPage([595, 842])
    page.drawText(`${words} ${index + 1}`, { x: 60, y: 400, size: 20, font })
    return page
  })
  const [first, last] = [all[0], all.at(-1)]
  if (first === undefined || last === undefined) throw new Error('a scan has pages')
  first.setRotation(degrees(90))
  const { context } = document
  const link = (more: object) =>
    context.register(
      context.obj({
        Type: 'Annot',
        Subtype: 'Link',
        Rect: [10, 10, 90, 30],
        P: first.ref,
        ...more,
      }),
    )
  const script = { Type: 'Action', S: 'JavaScript', JS: 'app.alert(1)' }
  first.node.set(PDFName.of('AA'), context.obj({ O: script }))
  first.node.addAnnot(link({ A: script }))
  first.node.addAnnot(link({ Dest: [last.ref, 'FitH', 500] }))
  document.catalog.set(PDFName.of('OpenAction'), context.obj(script))
  return document.save()
}

/** A page of a size in pt, as a scanner writes that forgets what it scanned with. */
export async function scanOf(width: number, height: number): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false })
  document.addPage([width, height]).drawRectangle({ x: 1, y: 1, width: 20, height: 20 })
  return document.save()
}

/** A scan whose page names a face that is not in the file any more. */
export async function scanWithoutFont(): Promise<Uint8Array> {
  const document = await PDFDocument.load(await scan(1))
  const fonts = document.getPage(0).node.normalizedEntries().Font
  for (const [, reference] of fonts.entries())
    if (reference instanceof PDFRef) document.context.delete(reference)
  return document.save()
}

/** The same behind a password. */
export async function lockedScan(): Promise<Uint8Array> {
  const document = await PDFDocument.load(await scan())
  document.encrypt({ userPassword: 'secret', ownerPassword: 'owner' })
  return document.save()
}

/** A cover that lists its parts, and a receipt as its second section. */
export function packet(parts: readonly PacketPart[], more: Partial<Packet> = {}): Packet {
  const rows = parts.map(({ title }, index) => row([String(index + 1), title, '']))
  const contents: FlowTable = {
    ...table({ 序号: 1, 文件: 6, 起始页: 1 }, rows),
    anchor: 'contents',
  }
  return {
    type: 'packet',
    flow: flow(styleNamed('packet'), [
      section([heading('title', '分送单'), contents], { numbering: 'none' }),
      section([heading('title', '回执'), text('body', '签收人：')], { numbering: 'none' }),
    ]),
    parts,
    contents: 'contents',
    missing: '缺件',
    duplex: false,
    ...more,
  }
}
