import * as fontkit from 'fontkit'
import type { Font, FontCollection } from 'fontkit'

import type { FaceRole, Finding, Sha256 } from '../../model/index.js'
import { subsetWriter, type SubsetWriter } from './subset-sfnt.js'

/** A glyph that draws a stretch of text, and what the text was, so that it can be searched and copied. */
interface FaceGlyph {
  readonly id: number
  /** In ems. */
  readonly advance: number
  readonly codePoints: readonly number[]
}

/** How a cluster is drawn. `advance` in ems; `glyphs` is empty where there is nothing to draw. */
interface Shape {
  readonly advance: number
  readonly glyphs: readonly FaceGlyph[]
}

/** One font file and what is known of it. */
export interface FaceFile {
  readonly role: FaceRole
  readonly path: string
  readonly sha256: Sha256
  readonly family: string
  readonly licence: string
  /** What is said of a font that stands in for the standard’s own; null for one that is it. */
  readonly standIn: string | null
}

/** What of fontkit’s font is asked outside: said here, because its own types need those of a browser, and so would whoever uses ours. */
interface ParsedFont {
  readonly postscriptName: string
  readonly fullName: string
  readonly copyright: string
  readonly unitsPerEm: number
  readonly ascent: number
  readonly capHeight: number
  readonly italicAngle: number
  readonly bbox: {
    readonly minX: number
    readonly minY: number
    readonly maxX: number
    readonly maxY: number
  }
  readonly getGlyph: (id: number) => { readonly advanceWidth: number }
  readonly getName: (key: string, language: string) => string | null
  readonly createSubset: () => object
}

/** A font ready to measure with and to embed. Parsed at the first question and kept, so that the files of one run share it. */
export interface Face extends FaceFile {
  /** Short and unique in a run: the key of marks on a page. */
  readonly id: string
  /** Whether it has every character of a cluster, Chinese marks in a box as wide as a character. */
  readonly fits: (cluster: string) => boolean
  /** Whether it has every character of a cluster, whatever their width. */
  readonly covers: (cluster: string) => boolean
  readonly shape: (cluster: string) => Shape
  readonly font: () => ParsedFont
  /** Writes its subsets; null where its outlines are no TrueType, and fontkit has to. */
  readonly subsets: () => SubsetWriter | null
}

/** The faces of a run, by role, each list in the order in which a missing character is looked for. */
export interface FaceSet {
  readonly roles: Readonly<Record<FaceRole, readonly Face[]>>
  readonly byId: ReadonlyMap<string, Face>
  /** Roles for which nothing was found, and what is to be said of them. */
  readonly missing: ReadonlyMap<FaceRole, Finding>
}

/** Every face’s em box, whatever the font says: the standard’s pitch is even over mixed faces. In ems. */
export const faceAscent = 0.88
export const faceDescent = 0.12

/**
 * Marks that fonts made for many languages draw in a Latin width, and the character whose wide glyph is drawn for them.
 * The text stays what it was.
 */
const drawnAs: ReadonlyMap<number, number> = new Map([
  [0x2014, 0x2015],
  [0x00b7, 0x30fb],
])

const longDashText = '——'
const twoEmDash = 0x2e3a

/** Marks that a Chinese line gives a full box. */
const fullWidth = /^[—…“”‘’]+$/u
const ignorable = /\p{Default_Ignorable_Code_Point}/u
/** Variation selectors among them: they say which form of a character is meant. */
const selector = /\p{M}/u
const white = /\s/u

function isCollection(font: Font | FontCollection): font is FontCollection {
  return 'fonts' in font
}

function parse(bytes: Uint8Array): Font {
  const font = fontkit.create(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  if (!isCollection(font)) return font
  const first = font.fonts[0]
  if (first === undefined) throw new Error('a font collection without a font')
  return first
}

/** The glyph of one character, a wide one where the font’s own is Latin; null where there is none. */
function glyphOf(font: Font, codePoint: number): FaceGlyph | null {
  const character = String.fromCodePoint(codePoint)
  const wanted = white.test(character) && codePoint !== 0x3000 ? 0x20 : codePoint
  if (!font.hasGlyphForCodePoint(wanted)) {
    return codePoint === 0x3000 && font.hasGlyphForCodePoint(0x20)
      ? { ...plainGlyph(font, 0x20), codePoints: [codePoint], advance: 1 }
      : null
  }
  const glyph = plainGlyph(font, wanted)
  const wide = drawnAs.get(codePoint)
  if (wide !== undefined && glyph.advance < 0.95 && font.hasGlyphForCodePoint(wide)) {
    const other = plainGlyph(font, wide)
    if (Math.abs(other.advance - 1) < 0.05) return { ...other, codePoints: [codePoint] }
  }
  return { ...glyph, codePoints: [codePoint] }
}

function plainGlyph(font: Font, codePoint: number): FaceGlyph {
  const glyph = font.glyphForCodePoint(codePoint)
  return {
    id: glyph.id,
    advance: glyph.advanceWidth / font.unitsPerEm,
    codePoints: [codePoint],
  }
}

/** The one glyph that a font draws —— with, so that the dash has no gap in its middle; null where it has none. */
function longDash(font: Font): FaceGlyph | null {
  const codePoints = [0x2014, 0x2014]
  if (font.hasGlyphForCodePoint(twoEmDash)) {
    const own = plainGlyph(font, twoEmDash)
    if (Math.abs(own.advance - 2) < 0.05) return { ...own, codePoints }
  }
  const run = font.layout(longDashText, undefined, 'hani', 'ZHS ')
  const glyph = run.glyphs[0]
  if (run.glyphs.length !== 1 || glyph === undefined) return null
  const advance = glyph.advanceWidth / font.unitsPerEm
  return Math.abs(advance - 2) < 0.05 ? { id: glyph.id, advance, codePoints } : null
}

function shapeOf(font: Font, cluster: string): Shape {
  const dash = cluster === longDashText ? longDash(font) : null
  if (dash !== null) return { advance: dash.advance, glyphs: [dash] }
  const glyphs: FaceGlyph[] = []
  for (const character of cluster) {
    const codePoint = character.codePointAt(0) ?? 0
    const last = glyphs.at(-1)
    if (ignorable.test(character)) {
      // A variation selector is no glyph of its own; it travels with the text of the character before it. A joiner or a mark of direction
      // does not: readers drop the whole glyph with it (pdfjs), and nobody finds the word.
      if (last !== undefined && selector.test(character))
        glyphs[glyphs.length - 1] = { ...last, codePoints: [...last.codePoints, codePoint] }
      continue
    }
    const glyph = glyphOf(font, codePoint)
    if (glyph !== null) glyphs.push(glyph)
  }
  return { glyphs, advance: glyphs.reduce((sum, { advance }) => sum + advance, 0) }
}

/** A face over the bytes of a TrueType or OpenType font, or the first font of a collection. */
export function makeFace(file: FaceFile, bytes: Uint8Array): Face {
  let parsed: Font | null = null
  const font = (): Font => (parsed ??= parse(bytes))
  let writer: SubsetWriter | null | undefined
  const shapes = new Map<string, Shape>()
  const shape = (cluster: string): Shape => {
    const known = shapes.get(cluster)
    if (known !== undefined) return known
    const made = shapeOf(font(), cluster)
    shapes.set(cluster, made)
    return made
  }
  const covers = (cluster: string): boolean =>
    Array.from(cluster).every(
      (character) =>
        ignorable.test(character) || glyphOf(font(), character.codePointAt(0) ?? 0) !== null,
    )
  return {
    ...file,
    id: `${file.role}-${file.sha256.slice(0, 12)}`,
    font,
    subsets: () => (writer === undefined ? (writer = subsetWriter(bytes)) : writer),
    shape,
    covers,
    fits: (cluster) =>
      covers(cluster) &&
      (!fullWidth.test(cluster) || shape(cluster).advance > 0.9 * Array.from(cluster).length),
  }
}
