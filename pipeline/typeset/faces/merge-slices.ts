import { readSfnt, type Sfnt } from './read-sfnt.js'
import { writeSfnt, type NewGlyph } from './write-sfnt.js'

const componentsAreWords = 0x0001
const hasScale = 0x0008
const moreComponents = 0x0020
const hasXYScale = 0x0040
const hasMatrix = 0x0080
const hasInstructions = 0x0100

function argumentsLength(flags: number): number {
  const offsets = flags & componentsAreWords ? 4 : 2
  if (flags & hasMatrix) return offsets + 8
  if (flags & hasXYScale) return offsets + 4
  return flags & hasScale ? offsets + 2 : offsets
}

/** A composite outline with its parts’ glyphs renamed and its instructions left out. */
function renameParts(outline: Uint8Array, rename: (glyph: number) => number): Uint8Array {
  const copy = outline.slice()
  const view = new DataView(copy.buffer)
  let at = 10
  for (;;) {
    const flags = view.getUint16(at)
    view.setUint16(at, flags & ~hasInstructions)
    view.setUint16(at + 2, rename(view.getUint16(at + 2)))
    at += 4 + argumentsLength(flags)
    if (!(flags & moreComponents)) return copy.subarray(0, at)
  }
}

/** A simple outline without its instructions: they call a program that the merged font does not carry. */
function withoutInstructions(outline: Uint8Array): Uint8Array {
  const view = new DataView(outline.buffer, outline.byteOffset, outline.byteLength)
  const at = 10 + view.getInt16(0) * 2
  const length = view.getUint16(at)
  if (length === 0) return outline
  const copy = new Uint8Array(outline.length - length)
  copy.set(outline.subarray(0, at))
  copy.set(outline.subarray(at + 2 + length), at + 2)
  return copy
}

/** Copies glyphs of one slice after another into one list. */
class Merge {
  readonly glyphs: NewGlyph[] = []
  readonly characters = new Map<number, number>()

  add(slice: Sfnt): void {
    const copied = new Map<number, number>()
    const copy = (glyph: number): number => {
      const known = copied.get(glyph)
      if (known !== undefined) return known
      const index = this.glyphs.length
      copied.set(glyph, index)
      const { advance, bearing } = slice.metric(glyph)
      const outline = slice.outline(glyph)
      this.glyphs.push({ advance, bearing, outline })
      if (outline.length > 0) {
        const composite = new DataView(outline.buffer, outline.byteOffset).getInt16(0) < 0
        const mended = composite ? renameParts(outline, copy) : withoutInstructions(outline)
        this.glyphs[index] = { advance, bearing, outline: mended }
      }
      return index
    }
    if (this.glyphs.length === 0) copy(0)
    for (const [code, glyph] of slice.characters())
      if (!this.characters.has(code)) this.characters.set(code, copy(glyph))
  }
}

/**
 * One font from the slices that a web font was cut into; a character that stands in several comes from the first.
 * Slices handed to the PDF one by one would be one font each.
 *
 * @param slices TrueType fonts of one em, decompressed
 */
export function mergeSlices(
  slices: readonly Uint8Array[],
  weight: number,
  names: ReadonlyMap<number, string>,
): Uint8Array {
  const merge = new Merge()
  let unitsPerEm = 1000
  for (const bytes of slices) {
    const slice = readSfnt(bytes)
    unitsPerEm = slice.unitsPerEm
    merge.add(slice)
  }
  return writeSfnt({
    unitsPerEm,
    glyphs: merge.glyphs,
    characters: merge.characters,
    weight,
    names,
  })
}
