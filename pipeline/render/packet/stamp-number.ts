import { PDFName, PDFRawStream, type PDFDocument, type PDFPage, type PDFRef } from '@cantoo/pdf-lib'

import { millimetre } from '../../typeset/index.js'

/** Distance of a running number’s slip from the page’s head. */
const fromHead = 5 * millimetre

/** A running number, ready to be laid over a page. */
export interface Slip {
  readonly form: PDFRef
  readonly width: number
  readonly height: number
}

/** Makes a page that bears a number, drawn as every other page is, a form that can be laid over others; it does not become a page. */
export function slipOf(document: PDFDocument, page: PDFPage): Slip {
  const { context } = document
  const { node, ref } = page
  const { width, height } = page.getSize()
  const drawn = node.Contents()
  const reference = node.get(PDFName.Contents)
  if (!(drawn instanceof PDFRawStream)) throw new Error('a slip is one stream')
  const dict = drawn.dict.clone()
  const resources = node.get(PDFName.Resources)
  dict.set(PDFName.of('Type'), PDFName.of('XObject'))
  dict.set(PDFName.of('Subtype'), PDFName.of('Form'))
  dict.set(PDFName.of('BBox'), context.obj([0, 0, width, height]))
  if (resources !== undefined) dict.set(PDFName.Resources, resources)
  const form = context.register(PDFRawStream.of(dict, drawn.contents))
  // The page itself would stand in the file, unused.
  context.delete(ref)
  if (reference !== undefined && 'tag' in reference) context.delete(reference as PDFRef)
  return { form, width, height }
}

/** Short edge of the sheet that numbers are made for, A4 in pt, and how far another may be from it unnoticed. */
const shortEdge = 210 * millimetre
const alike = 0.15

/**
 * How much larger or smaller a number is laid over a page: a scan often says of its page that it is four times as large as the paper, and is printed
 * to fit.
 */
function scaleFor(wide: number, high: number): number {
  const scale = Math.min(wide, high) / shortEdge
  return Math.abs(scale - 1) < alike ? 1 : scale
}

/** From a slip’s corner to the page’s own units, for a page that is shown turned: centred, under the head that a reader sees. */
function matrixOf(page: PDFPage, slip: Slip): readonly number[] {
  const box = page.getCropBox()
  const turn = (((page.getRotation().angle % 360) + 360) % 360) as 0 | 90 | 180 | 270
  const sideways = turn === 90 || turn === 270
  const [wide, high] = sideways ? [box.height, box.width] : [box.width, box.height]
  const scale = scaleFor(wide, high)
  const across = (wide - slip.width * scale) / 2
  const up = high - (fromHead + slip.height) * scale
  const right = box.x + box.width
  const head = box.y + box.height
  switch (turn) {
    case 90:
      return [0, scale, -scale, 0, right - up, box.y + across]
    case 180:
      return [-scale, 0, 0, -scale, right - across, head - up]
    case 270:
      return [0, -scale, scale, 0, box.x + up, head - across]
    default:
      return [scale, 0, 0, scale, box.x + across, box.y + up]
  }
}

/** Three digits behind the point, without a sign before zero. */
const plain = (value: number): string => String(Math.round(value * 1000) / 1000 + 0)

/** Lays a running number over a page; what the page does to the pen cannot move it. */
export function stampNumber(document: PDFDocument, page: PDFPage, slip: Slip): void {
  const key = PDFName.of('FengongNumber')
  const { Resources, XObject } = page.node.normalizedEntries()
  // Pages of one file often share their resources: each gets its own before a number is put in.
  const resources = Resources.clone()
  const forms = XObject.clone()
  forms.set(key, slip.form)
  resources.set(PDFName.of('XObject'), forms)
  page.node.set(PDFName.Resources, resources)
  const matrix = matrixOf(page, slip).map(plain).join(' ')
  const stream = document.context.stream(`q ${matrix} cm /FengongNumber Do Q`)
  page.node.addContentStream(document.context.register(stream))
}
