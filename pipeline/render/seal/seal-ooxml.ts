import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate'

import { orderChildren } from './order-children.js'
import { renumberCounters, renumberRelationships } from './renumber.js'
import { schemaOrders } from './schema-order.js'
import { joinBytes, splitRows, type SplitSheet } from './split-rows.js'

export interface SealOptions {
  /**
   * Day (2023-06-24) or moment (2023-06-24T08:00:00Z) written as created and modified: the document’s own, or one made from
   * SOURCE_DATE_EPOCH. null: the file says neither.
   */
  readonly date: string | null
  /** Mends an XML part before it is sealed: what the library that made it cannot say. */
  readonly mend?: (part: string, xml: string) => string
}

type Parts = Map<string, Uint8Array>

/** Local time as the ZIP format has it, without a zone: fflate refuses the same moment in UTC west of Greenwich. */
const zipTime = '1980-01-01T00:00:00'

function isXml(name: string): boolean {
  return name.endsWith('.xml') || name.endsWith('.rels') || name.endsWith('.vml')
}

/** [Content_Types].xml first, then _rels/.rels, as readers expect; the rest by code point. */
function rankOf(name: string): number {
  if (name === '[Content_Types].xml') return 0
  return name === '_rels/.rels' ? 1 : 2
}

function compareNames(a: string, b: string): number {
  return rankOf(a) - rankOf(b) || (a < b ? -1 : a > b ? 1 : 0)
}

/** xl/worksheets/sheet1.xml of xl/worksheets/_rels/sheet1.xml.rels */
function ownerOf(relationships: string): string {
  return relationships.replace(/_rels\/([^/]*)\.rels$/, '$1')
}

function sealProperties(xml: string, date: string | null): string {
  const moment = date === null || date.includes('T') ? date : `${date}T00:00:00Z`
  return xml.replace(
    /(<dcterms:(created|modified)(?:\s[^>]*)?>)[^<]*(<\/dcterms:\2>)/g,
    (_, open: string, _name: string, close: string) =>
      moment === null ? '' : `${open}${moment}${close}`,
  )
}

function orderPart(name: string, xml: string): string {
  return schemaOrders
    .filter((schema) => schema.part.test(name))
    .reduce((text, schema) => orderChildren(text, schema.parent, schema.order), xml)
}

function canonical(texts: Map<string, string>, options: SealOptions): void {
  for (const [name, text] of texts) {
    const mended = orderPart(name, options.mend?.(name, text) ?? text)
    texts.set(name, name === 'docProps/core.xml' ? sealProperties(mended, options.date) : mended)
  }
  for (const [name, text] of texts) {
    if (!name.endsWith('.rels')) continue
    const owner = ownerOf(name)
    const renamed = renumberRelationships(text, texts.get(owner) ?? null)
    texts.set(name, renamed.relationships)
    if (renamed.owner !== null) texts.set(owner, renamed.owner)
  }
  const counted = [...texts.keys()].filter((name) => name.startsWith('word/'))
  renumberCounters(counted.map((name) => texts.get(name) ?? '')).forEach((text, index) =>
    texts.set(counted[index] ?? '', text),
  )
}

const sheetPart = /^xl\/worksheets\/[^/]+\.xml$/

/** A sheet with its rows where they stood: between the tags that were left in its text. */
function putRowsBack(sealed: Uint8Array, { rows }: SplitSheet): Uint8Array {
  const around = splitRows(sealed)
  if (around === null) throw new Error('a sheet lost the place of its rows')
  return joinBytes([around.before, rows, around.after])
}

function partsOf(bytes: Uint8Array): Parts {
  return new Map(
    Object.entries(unzipSync(bytes))
      .filter(([name]) => !name.endsWith('/'))
      .sort(([a], [b]) => compareNames(a, b)),
  )
}

/**
 * Makes an Open XML file (docx, xlsx) a function of what it says: the library’s clock, random ids, counters of the process, and its
 * ZIP’s times and order are replaced, elements put in the schema’s order; no part and no text is dropped. The same content gives the
 * same bytes on any day, in any time zone, after any other document. Throws on bytes that are no ZIP: a bug of the caller.
 *
 * @example sealOoxml(await Packer.toArrayBuffer(document), { date: '2023-06-24' })
 */
export function sealOoxml(bytes: Uint8Array, options: SealOptions): Uint8Array {
  const parts = partsOf(bytes)
  const texts = new Map<string, string>()
  const sheets = new Map<string, SplitSheet>()
  for (const [name, content] of parts) {
    if (!isXml(name)) continue
    const sheet = sheetPart.test(name) ? splitRows(content) : null
    texts.set(name, strFromU8(sheet === null ? content : joinBytes([sheet.before, sheet.after])))
    if (sheet !== null) sheets.set(name, sheet)
    parts.set(name, new Uint8Array())
  }
  canonical(texts, options)
  const zippable: Zippable = {}
  for (const [name, content] of parts) {
    const text = texts.get(name)
    const sealed = text === undefined ? content : strToU8(text)
    const sheet = sheets.get(name)
    texts.delete(name)
    sheets.delete(name)
    const whole = sheet === undefined ? sealed : putRowsBack(sealed, sheet)
    zippable[name] = [whole, { mtime: zipTime, level: 6 }]
  }
  return zipSync(zippable)
}
