import { readSfnt, type Sfnt } from './read-sfnt.js'
import { joinTables, table } from './write-sfnt.js'

/** Flags of a component of a composite glyph: OpenType, glyf. */
const wordArguments = 0x0001
const hasScale = 0x0008
const moreComponents = 0x0020
const hasTwoScales = 0x0040
const hasMatrix = 0x0080

/** Programs that every glyph’s own instructions lean on: they go along as they are. */
const programs = ['cvt ', 'fpgm', 'prep'] as const

/** A composite glyph with its components under the numbers that they have in the subset. */
function renumbered(outline: Uint8Array, include: (glyph: number) => number): Uint8Array {
  const copy = outline.slice()
  const view = new DataView(copy.buffer)
  for (let at = 10, more = true; more;) {
    const flags = view.getUint16(at)
    view.setUint16(at + 2, include(view.getUint16(at + 2)))
    at += 4 + (flags & wordArguments ? 4 : 2)
    at += flags & hasScale ? 2 : flags & hasTwoScales ? 4 : flags & hasMatrix ? 8 : 0
    more = (flags & moreComponents) !== 0
  }
  return copy
}

/** Outlines of a subset in order, and the glyphs of the font that they are: components that no text asked for come last. */
function outlinesOf(
  font: Sfnt,
  wanted: readonly number[],
): { readonly glyphs: readonly number[]; readonly outlines: readonly Uint8Array[] } {
  const glyphs = [...wanted]
  const added = new Map<number, number>()
  const include = (glyph: number): number => {
    const known = added.get(glyph)
    if (known !== undefined) return known
    added.set(glyph, glyphs.length)
    glyphs.push(glyph)
    return glyphs.length - 1
  }
  const outlines: Uint8Array[] = []
  // The list grows on the way: components are glyphs as well.
  for (const glyph of glyphs) {
    const outline = font.outline(glyph)
    const isComposite = outline.length > 0 && (outline[0] ?? 0) >= 0x80
    outlines.push(isComposite ? renumbered(outline, include) : outline)
  }
  return { glyphs, outlines }
}

const bytesOf = (view: DataView): Uint8Array =>
  new Uint8Array(view.buffer, view.byteOffset, view.byteLength)

function changed(view: DataView, change: (copy: DataView) => void): Uint8Array {
  const copy = bytesOf(view).slice()
  change(new DataView(copy.buffer))
  return copy
}

/** Writes subsets of one TrueType font; the font is read once. */
export interface SubsetWriter {
  /** A font of these glyphs, in this order, for a PDF: ISO 32000-1, 9.9, says which tables it has to have. */
  readonly subset: (glyphs: readonly number[]) => Uint8Array
}

/**
 * A writer of subsets over the bytes of a TrueType font, or the first of a collection; null where its outlines are no TrueType (CFF). Outlines are copied as they stand,
 * never decoded, as fontkit’s own subset does for each glyph of each file anew.
 */
export function subsetWriter(bytes: Uint8Array): SubsetWriter | null {
  const font = readSfnt(bytes)
  if (!font.has('glyf')) return null
  return {
    subset: (wanted) => {
      const { glyphs, outlines } = outlinesOf(font, wanted)
      const count = glyphs.length
      const sizes = outlines.map(({ length }) => (length + 3) & ~3)
      const glyf = new Uint8Array(sizes.reduce((sum, size) => sum + size, 0))
      const loca = table((count + 1) * 4, (view) => {
        let at = 0
        outlines.forEach((outline, index) => {
          view.setUint32(index * 4, at)
          glyf.set(outline, at)
          at += sizes[index] ?? 0
        })
        view.setUint32(count * 4, at)
      })
      const hmtx = table(count * 4, (view) => {
        glyphs.forEach((glyph, index) => {
          const { advance, bearing } = font.metric(glyph)
          view.setUint16(index * 4, advance)
          view.setInt16(index * 4 + 2, bearing)
        })
      })
      return joinTables([
        ...programs.flatMap((tag) =>
          font.has(tag) ? [[tag, bytesOf(font.table(tag))] as const] : [],
        ),
        ['glyf', glyf],
        // Offsets are long whatever the font’s own are.
        ['head', changed(font.table('head'), (view) => view.setInt16(50, 1))],
        ['hhea', changed(font.table('hhea'), (view) => view.setUint16(34, count))],
        ['hmtx', hmtx],
        ['loca', loca],
        ['maxp', changed(font.table('maxp'), (view) => view.setUint16(4, count))],
      ])
    },
  }
}
