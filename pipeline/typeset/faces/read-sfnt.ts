/** The tables of a static TrueType font that building a face needs, and its bytes. */
export interface Sfnt {
  readonly table: (tag: string) => DataView
  readonly has: (tag: string) => boolean
  readonly unitsPerEm: number
  readonly glyphs: number
  /** Unit of advance and left side bearing of a glyph. */
  readonly metric: (glyph: number) => { readonly advance: number; readonly bearing: number }
  /** The outline of a glyph as it stands in glyf; empty for a space. */
  readonly outline: (glyph: number) => Uint8Array
  /** Code point → glyph, in order of code points; what maps to .notdef is left out. */
  readonly characters: () => ReadonlyMap<number, number>
}

const empty = new Uint8Array(0)

/** ttcf */
const collectionTag = 0x74746366

function tablesOf(bytes: Uint8Array): ReadonlyMap<string, DataView> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tables = new Map<string, DataView>()
  // A collection begins with the places of its fonts: the first.
  const start = view.getUint32(0) === collectionTag ? view.getUint32(12) : 0
  const count = view.getUint16(start + 4)
  for (let index = 0; index < count; index += 1) {
    const at = start + 12 + index * 16
    const tag = String.fromCharCode(...bytes.subarray(at, at + 4))
    const offset = bytes.byteOffset + view.getUint32(at + 8)
    tables.set(tag, new DataView(bytes.buffer, offset, view.getUint32(at + 12)))
  }
  return tables
}

/** Groups of code points of a cmap subtable of format 4. */
function* segmentsOf(map: DataView): Generator<[number, number]> {
  const segments = map.getUint16(6) / 2
  for (let index = 0; index < segments; index += 1) {
    const end = map.getUint16(14 + index * 2)
    const start = map.getUint16(16 + segments * 2 + index * 2)
    const delta = map.getUint16(16 + segments * 4 + index * 2)
    const rangeAt = 16 + segments * 6 + index * 2
    const range = map.getUint16(rangeAt)
    for (let code = start; code <= end && code < 0xffff; code += 1) {
      const glyph = range === 0 ? code : map.getUint16(rangeAt + range + (code - start) * 2)
      if (range === 0 || glyph !== 0) yield [code, (glyph + delta) & 0xffff]
    }
  }
}

/** The same of format 12. */
function* groupsOf(map: DataView): Generator<[number, number]> {
  const groups = map.getUint32(12)
  for (let index = 0; index < groups; index += 1) {
    const at = 16 + index * 12
    const start = map.getUint32(at)
    const end = map.getUint32(at + 4)
    for (let code = start; code <= end; code += 1)
      yield [code, map.getUint32(at + 8) + code - start]
  }
}

function charactersOf(cmap: DataView): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  const subtables = cmap.getUint16(2)
  for (let index = 0; index < subtables; index += 1) {
    const at = cmap.getUint32(4 + index * 8 + 4)
    const map = new DataView(cmap.buffer, cmap.byteOffset + at)
    const format = map.getUint16(0)
    const pairs = format === 4 ? segmentsOf(map) : format === 12 ? groupsOf(map) : []
    for (const [code, glyph] of pairs) if (glyph !== 0) found.set(code, glyph)
  }
  return new Map([...found].sort(([a], [b]) => a - b))
}

/**
 * Reads a static TrueType font (tables glyf, loca, hmtx, cmap of formats 4 and 12), or the first font of a collection.
 *
 * @throws where a table is missing when it is asked for: the file is no such font
 */
export function readSfnt(bytes: Uint8Array): Sfnt {
  const tables = tablesOf(bytes)
  const table = (tag: string): DataView => {
    const found = tables.get(tag)
    if (found === undefined) throw new Error(`font without a ${tag} table`)
    return found
  }
  const long = table('head').getInt16(50) === 1
  const metrics = table('hhea').getUint16(34)
  const hmtx = table('hmtx')
  const offset = (glyph: number): number =>
    long ? table('loca').getUint32(glyph * 4) : table('loca').getUint16(glyph * 2) * 2
  return {
    table,
    has: (tag) => tables.has(tag),
    unitsPerEm: table('head').getUint16(18),
    glyphs: table('maxp').getUint16(4),
    metric: (glyph) => ({
      advance: hmtx.getUint16(Math.min(glyph, metrics - 1) * 4),
      bearing:
        glyph < metrics
          ? hmtx.getInt16(glyph * 4 + 2)
          : hmtx.getInt16(metrics * 4 + (glyph - metrics) * 2),
    }),
    outline: (glyph) => {
      const start = offset(glyph)
      const end = offset(glyph + 1)
      const glyf = table('glyf')
      return end > start ? new Uint8Array(glyf.buffer, glyf.byteOffset + start, end - start) : empty
    },
    characters: () => charactersOf(table('cmap')),
  }
}
