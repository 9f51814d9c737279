import * as fontkit from 'fontkit'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'

import { readSfnt } from '../../../pipeline/typeset/faces/read-sfnt.js'
import { subsetWriter } from '../../../pipeline/typeset/faces/subset-sfnt.js'
import { joinTables } from '../../../pipeline/typeset/faces/write-sfnt.js'

const path = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
)
const bytes = new Uint8Array(readFileSync(path))

/** A font as another library reads it. */
function fontOf(file: Uint8Array): fontkit.Font {
  const font = fontkit.create(Buffer.from(file))
  if ('fonts' in font) throw new Error('a collection')
  return font
}
const whole = fontOf(bytes)
const glyphOf = (character: string): number =>
  whole.glyphForCodePoint(character.codePointAt(0) ?? 0).id
const subsetOf = (font: Uint8Array, glyphs: readonly number[]): Uint8Array => {
  const writer = subsetWriter(font)
  if (writer === null) throw new Error('no TrueType')
  return writer.subset(glyphs)
}

/** The font as the one of a collection. */
function collectionOf(font: Uint8Array): Uint8Array {
  const header = 16
  const file = new Uint8Array(header + font.length)
  file.set(new TextEncoder().encode('ttcf'))
  file.set(font, header)
  const view = new DataView(file.buffer)
  view.setUint32(4, 0x00010000)
  view.setUint32(8, 1)
  view.setUint32(12, header)
  const tables = view.getUint16(header + 4)
  for (let index = 0; index < tables; index += 1) {
    const at = header + 12 + index * 16 + 8
    view.setUint32(at, view.getUint32(at) + header)
  }
  return file
}

describe('a subset of a font', () => {
  const text = '国务院éÅ喆堃〔2023〕；“”—'
  const glyphs = [0, ...Array.from(text, glyphOf)]

  it('draws each glyph as the font does, those put together from others too, in the order wanted', () => {
    const subset = fontOf(subsetOf(bytes, glyphs))
    for (const [index, glyph] of glyphs.entries()) {
      const [own, other] = [subset.getGlyph(index), whole.getGlyph(glyph)]
      expect(own.path.toSVG()).toBe(other.path.toSVG())
      expect(own.advanceWidth).toBe(other.advanceWidth)
    }
  })

  it('holds one glyph for each that is wanted, and components behind them', () => {
    const font = readSfnt(bytes)
    const composite = glyphs.filter((glyph) => (font.outline(glyph)[0] ?? 0) >= 0x80)
    const { numGlyphs } = fontOf(subsetOf(bytes, glyphs))
    expect(composite.length === 0).toBe(numGlyphs === glyphs.length)
    expect(numGlyphs).toBeGreaterThanOrEqual(glyphs.length)
    expect(subsetOf(bytes, glyphs).length).toBeLessThan(20_000)
  })

  it('parts a composite glyph’s components from the glyphs of the text', () => {
    // A made-up font: glyph 2 is glyph 1 drawn once more.
    const simple = new Uint8Array(12)
    const composite = new Uint8Array([255, 255, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 1, 0, 0])
    const table = (size: number, fields: Readonly<Record<number, number>>): Uint8Array => {
      const made = new Uint8Array(size)
      const view = new DataView(made.buffer)
      for (const [at, value] of Object.entries(fields)) view.setUint16(Number(at), value)
      return made
    }
    const font = joinTables([
      ['glyf', new Uint8Array([...simple, ...composite])],
      ['head', table(54, { 18: 1000, 50: 1 })],
      ['hhea', table(36, { 34: 1 })],
      ['hmtx', table(8, { 0: 500 })],
      // .notdef, then a glyph without an outline, then the composite one.
      ['loca', table(16, { 6: 12, 10: 12, 14: 28 })],
      ['maxp', table(6, { 4: 3 })],
    ])
    expect(readSfnt(font).outline(0).length).toBe(12)
    const subset = readSfnt(subsetOf(font, [2]))
    expect(subset.glyphs).toBe(2)
    const component = subset.outline(0)
    expect([component[12], component[13]]).toEqual([0, 1])
  })

  it('is the same of a font that stands in a collection, and the same each time', () => {
    const once = subsetOf(bytes, glyphs)
    expect(Buffer.from(subsetOf(bytes, glyphs)).equals(Buffer.from(once))).toBe(true)
    expect(Buffer.from(subsetOf(collectionOf(bytes), glyphs)).equals(Buffer.from(once))).toBe(true)
  })

  it('is none where outlines are no TrueType', () => {
    const head = new Uint8Array(54)
    const hhea = new Uint8Array(36)
    expect(
      subsetWriter(
        joinTables([
          ['head', head],
          ['hhea', hhea],
          ['hmtx', new Uint8Array(4)],
          ['maxp', new Uint8Array(6)],
        ]),
      ),
    ).toBeNull()
  })
})
