/** A glyph of a font to write: its outline as glyf holds it, in units of an em of `unitsPerEm`. */
export interface NewGlyph {
  readonly advance: number
  readonly bearing: number
  readonly outline: Uint8Array
}

export interface NewFont {
  readonly unitsPerEm: number
  readonly glyphs: readonly NewGlyph[]
  /** Code point → index into glyphs. */
  readonly characters: ReadonlyMap<number, number>
  readonly weight: number
  /** Records of the name table by their number: 0 copyright, 1 family, 6 PostScript name, 13 licence, 14 its address … */
  readonly names: ReadonlyMap<number, string>
}

/** Of every face that we build, in thousandths of an em: an even pitch needs one height for all. */
const ascent = 0.88
const descent = -0.12

/** A table of a size, filled with big-endian fields. */
export function table(size: number, fill: (view: DataView) => void): Uint8Array {
  const bytes = new Uint8Array(size)
  fill(new DataView(bytes.buffer))
  return bytes
}

interface Box {
  xMin: number
  yMin: number
  xMax: number
  yMax: number
}

function boxOf(glyphs: readonly NewGlyph[]): Box {
  const box = { xMin: 0, yMin: 0, xMax: 0, yMax: 0 }
  for (const { outline } of glyphs) {
    if (outline.length < 10) continue
    const view = new DataView(outline.buffer, outline.byteOffset)
    box.xMin = Math.min(box.xMin, view.getInt16(2))
    box.yMin = Math.min(box.yMin, view.getInt16(4))
    box.xMax = Math.max(box.xMax, view.getInt16(6))
    box.yMax = Math.max(box.yMax, view.getInt16(8))
  }
  return box
}

function headOf(unitsPerEm: number, box: Box): Uint8Array {
  return table(54, (view) => {
    view.setUint32(0, 0x00010000)
    view.setUint32(4, 0x00010000)
    view.setUint32(12, 0x5f0f3cf5)
    view.setUint16(16, 0b1011)
    view.setUint16(18, unitsPerEm)
    view.setInt16(36, box.xMin)
    view.setInt16(38, box.yMin)
    view.setInt16(40, box.xMax)
    view.setInt16(42, box.yMax)
    view.setUint16(46, 8)
    view.setInt16(48, 2)
    view.setInt16(50, 1)
  })
}

function hheaOf(font: NewFont): Uint8Array {
  return table(36, (view) => {
    view.setUint32(0, 0x00010000)
    view.setInt16(4, Math.round(ascent * font.unitsPerEm))
    view.setInt16(6, Math.round(descent * font.unitsPerEm))
    view.setUint16(10, Math.max(...font.glyphs.slice(0, 256).map(({ advance }) => advance)))
    view.setInt16(18, 1)
    view.setUint16(34, font.glyphs.length)
  })
}

function maxpOf(glyphs: readonly NewGlyph[]): Uint8Array {
  return table(32, (view) => {
    view.setUint32(0, 0x00010000)
    view.setUint16(4, glyphs.length)
    // Upper bounds: a reader allocates by them, and none of our outlines comes near.
    view.setUint16(6, 4000)
    view.setUint16(8, 400)
    view.setUint16(10, 4000)
    view.setUint16(12, 400)
    view.setUint16(14, 2)
    view.setUint16(28, 32)
    view.setUint16(30, 8)
  })
}

function os2Of(font: NewFont): Uint8Array {
  const em = font.unitsPerEm
  const codes = [...font.characters.keys()].filter((code) => code <= 0xffff)
  return table(96, (view) => {
    view.setUint16(0, 4)
    view.setInt16(2, em)
    view.setUint16(4, font.weight)
    view.setUint16(6, 5)
    view.setUint16(62, 0x40)
    view.setUint16(64, Math.min(...codes))
    view.setUint16(66, Math.max(...codes))
    view.setInt16(68, Math.round(ascent * em))
    view.setInt16(70, Math.round(descent * em))
    view.setUint16(74, Math.round(ascent * em))
    view.setUint16(76, Math.round(-descent * em))
    // GB 2312 among the code pages.
    view.setUint32(78, 1 << 18)
    view.setInt16(86, Math.round(0.5 * em))
    view.setInt16(88, Math.round(0.73 * em))
  })
}

function cmapOf(characters: ReadonlyMap<number, number>): Uint8Array {
  const groups: { start: number; end: number; glyph: number }[] = []
  for (const [code, glyph] of [...characters].sort(([a], [b]) => a - b)) {
    const last = groups.at(-1)
    if (last?.end === code - 1 && last.glyph + code - last.start === glyph) last.end = code
    else groups.push({ start: code, end: code, glyph })
  }
  return table(28 + groups.length * 12, (view) => {
    view.setUint16(2, 1)
    view.setUint16(4, 3)
    view.setUint16(6, 10)
    view.setUint32(8, 12)
    view.setUint16(12, 12)
    view.setUint32(16, 16 + groups.length * 12)
    view.setUint32(24, groups.length)
    groups.forEach(({ start, end, glyph }, index) => {
      view.setUint32(28 + index * 12, start)
      view.setUint32(32 + index * 12, end)
      view.setUint32(36 + index * 12, glyph)
    })
  })
}

function outlinesOf(glyphs: readonly NewGlyph[]): { glyf: Uint8Array; loca: Uint8Array } {
  const sizes = glyphs.map(({ outline }) => (outline.length + 3) & ~3)
  const glyf = new Uint8Array(sizes.reduce((sum, size) => sum + size, 0))
  let at = 0
  const loca = table((glyphs.length + 1) * 4, (view) => {
    glyphs.forEach(({ outline }, index) => {
      view.setUint32(index * 4, at)
      glyf.set(outline, at)
      at += sizes[index] ?? 0
    })
    view.setUint32(glyphs.length * 4, at)
  })
  return { glyf, loca }
}

function hmtxOf(glyphs: readonly NewGlyph[]): Uint8Array {
  return table(glyphs.length * 4, (view) => {
    glyphs.forEach(({ advance, bearing }, index) => {
      view.setUint16(index * 4, advance)
      view.setInt16(index * 4 + 2, bearing)
    })
  })
}

function nameOf(names: ReadonlyMap<number, string>): Uint8Array {
  const records = [...names].sort(([a], [b]) => a - b)
  const size = records.reduce((sum, [, text]) => sum + text.length * 2, 0)
  return table(6 + records.length * 12 + size, (view) => {
    view.setUint16(2, records.length)
    view.setUint16(4, 6 + records.length * 12)
    let at = 0
    records.forEach(([id, text], index) => {
      const record = 6 + index * 12
      ;[3, 1, 0x409, id, text.length * 2, at].forEach((value, field) =>
        view.setUint16(record + field * 2, value),
      )
      for (let unit = 0; unit < text.length; unit += 1)
        view.setUint16(6 + records.length * 12 + at + unit * 2, text.charCodeAt(unit))
      at += text.length * 2
    })
  })
}

/** Sum of a stretch of a font as numbers of 32 bits; its length is a multiple of four. */
function checksumOf(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let sum = 0
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + view.getUint32(at)) | 0
  return sum >>> 0
}

/** Greatest power of two up to a number, and how often two goes into it: what a font’s header says of its tables for a binary search. */
function searchOf(count: number): { readonly range: number; readonly selector: number } {
  const selector = Math.floor(Math.log2(count))
  return { range: 16 * 2 ** selector, selector }
}

/**
 * The bytes of a TrueType font from its tables, in the order of their tags, with all checksums.
 *
 * @param tables tag and bytes; `head` among them
 */
export function joinTables(tables: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const header = 12 + tables.length * 16
  const size = tables.reduce((sum, [, bytes]) => sum + ((bytes.length + 3) & ~3), header)
  const file = new Uint8Array(size)
  const view = new DataView(file.buffer)
  const { range, selector } = searchOf(tables.length)
  view.setUint32(0, 0x00010000)
  view.setUint16(4, tables.length)
  view.setUint16(6, range)
  view.setUint16(8, selector)
  view.setUint16(10, tables.length * 16 - range)
  let at = header
  let head = 0
  tables.forEach(([tag, bytes], index) => {
    const record = 12 + index * 16
    for (let letter = 0; letter < 4; letter += 1)
      view.setUint8(record + letter, tag.charCodeAt(letter))
    file.set(bytes, at)
    if (tag === 'head') {
      head = at
      view.setUint32(at + 8, 0)
    }
    const padded = (bytes.length + 3) & ~3
    view.setUint32(record + 4, checksumOf(file.subarray(at, at + padded)))
    view.setUint32(record + 8, at)
    view.setUint32(record + 12, bytes.length)
    at += padded
  })
  view.setUint32(head + 8, (0xb1b0afba - checksumOf(file)) >>> 0)
  return file
}

/** The bytes of a TrueType font; the same for the same glyphs, on any day. */
export function writeSfnt(font: NewFont): Uint8Array {
  const { glyf, loca } = outlinesOf(font.glyphs)
  return joinTables([
    ['OS/2', os2Of(font)],
    ['cmap', cmapOf(font.characters)],
    ['glyf', glyf],
    ['head', headOf(font.unitsPerEm, boxOf(font.glyphs))],
    ['hhea', hheaOf(font)],
    ['hmtx', hmtxOf(font.glyphs)],
    ['loca', loca],
    ['maxp', maxpOf(font.glyphs)],
    ['name', nameOf(font.names)],
    ['post', table(32, (view) => view.setUint32(0, 0x00030000))],
  ])
}
