import { readSfnt } from './read-sfnt.js'
import { writeSfnt, type NewGlyph } from './write-sfnt.js'

/*
 * 仿宋 is slender and rises to the right. There is no open 仿宋 to be had as a package, so one is imitated from a light Song face:
 * each Han character narrowed about its own middle and sheared upward. Its box stays, so the 22 × 28 grid holds.
 */
const narrowing = 0.9
const shear = 0.045

const onCurve = 0x01
const xIsByte = 0x02
const yIsByte = 0x04
const repeats = 0x08
const xIsSameOrPositive = 0x10
const yIsSameOrPositive = 0x20

interface Outline {
  /** Index of the last point of each contour. */
  readonly ends: readonly number[]
  readonly onCurve: readonly boolean[]
  readonly xs: readonly number[]
  readonly ys: readonly number[]
}

function readFlags(view: DataView, start: number, points: number): { flags: number[]; at: number } {
  const flags: number[] = []
  let at = start
  while (flags.length < points) {
    const flag = view.getUint8(at++)
    const times = flag & repeats ? view.getUint8(at++) + 1 : 1
    for (let index = 0; index < times; index += 1) flags.push(flag)
  }
  return { flags, at }
}

function readCoordinates(
  view: DataView,
  start: number,
  flags: readonly number[],
  isByte: number,
  isSame: number,
): { values: number[]; at: number } {
  const values: number[] = []
  let at = start
  let value = 0
  for (const flag of flags) {
    if (flag & isByte) value += flag & isSame ? view.getUint8(at++) : -view.getUint8(at++)
    else if (!(flag & isSame)) {
      value += view.getInt16(at)
      at += 2
    }
    values.push(value)
  }
  return { values, at }
}

function readOutline(bytes: Uint8Array): Outline {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const contours = view.getInt16(0)
  const ends = Array.from({ length: contours }, (_, index) => view.getUint16(10 + index * 2))
  const points = (ends.at(-1) ?? -1) + 1
  const instructions = view.getUint16(10 + contours * 2)
  const read = readFlags(view, 12 + contours * 2 + instructions, points)
  const x = readCoordinates(view, read.at, read.flags, xIsByte, xIsSameOrPositive)
  const y = readCoordinates(view, x.at, read.flags, yIsByte, yIsSameOrPositive)
  return {
    ends,
    onCurve: read.flags.map((flag) => (flag & onCurve) !== 0),
    xs: x.values,
    ys: y.values,
  }
}

/** The bytes of a coordinate’s step, and the bits that say how it is written. */
function step(delta: number, isByte: number, isSame: number): { bits: number; bytes: number[] } {
  if (delta === 0) return { bits: isSame, bytes: [] }
  if (Math.abs(delta) < 256)
    return { bits: isByte | (delta > 0 ? isSame : 0), bytes: [Math.abs(delta)] }
  return { bits: 0, bytes: [(delta >> 8) & 0xff, delta & 0xff] }
}

function writeOutline(outline: Outline): { bytes: Uint8Array; left: number } {
  const flags: number[] = []
  const xBytes: number[] = []
  const yBytes: number[] = []
  let x = 0
  let y = 0
  outline.xs.forEach((nextX, index) => {
    const nextY = outline.ys[index] ?? 0
    const across = step(nextX - x, xIsByte, xIsSameOrPositive)
    const up = step(nextY - y, yIsByte, yIsSameOrPositive)
    flags.push((outline.onCurve[index] ? onCurve : 0) | across.bits | up.bits)
    xBytes.push(...across.bytes)
    yBytes.push(...up.bytes)
    x = nextX
    y = nextY
  })
  const start = 12 + outline.ends.length * 2
  const bytes = new Uint8Array(start + flags.length + xBytes.length + yBytes.length)
  const view = new DataView(bytes.buffer)
  const left = Math.min(...outline.xs)
  view.setInt16(0, outline.ends.length)
  view.setInt16(2, left)
  view.setInt16(4, Math.min(...outline.ys))
  view.setInt16(6, Math.max(...outline.xs))
  view.setInt16(8, Math.max(...outline.ys))
  outline.ends.forEach((end, index) => view.setUint16(10 + index * 2, end))
  bytes.set(flags, start)
  bytes.set(xBytes, start + flags.length)
  bytes.set(yBytes, start + flags.length + xBytes.length)
  return { bytes, left }
}

function slender(glyph: NewGlyph): NewGlyph {
  const outline = readOutline(glyph.outline)
  const middle = glyph.advance / 2
  const xs = outline.xs.map((x) => Math.round(middle + (x - middle) * narrowing))
  const ys = outline.ys.map((y, index) => Math.round(y + ((xs[index] ?? 0) - middle) * shear))
  const { bytes, left } = writeOutline({ ...outline, xs, ys })
  return { advance: glyph.advance, bearing: left, outline: bytes }
}

/** A dash of two ems, pulled out of the one of one em: 破折号 has no gap in its middle. */
function longDash(dash: NewGlyph): NewGlyph {
  const outline = readOutline(dash.outline)
  const middle = dash.advance / 2
  const xs = outline.xs.map((x) => (x > middle ? x + dash.advance : x))
  const { bytes, left } = writeOutline({ ...outline, xs })
  return { advance: dash.advance * 2, bearing: left, outline: bytes }
}

const isComposite = (outline: Uint8Array): boolean =>
  new DataView(outline.buffer, outline.byteOffset).getInt16(0) < 0

/**
 * A stand-in for 仿宋 from a light Song face: Han characters slender and rising, all else as it is.
 *
 * @param light a static TrueType font without composite Han glyphs (those are left as they are)
 */
export function imitateFang(light: Uint8Array, names: ReadonlyMap<number, string>): Uint8Array {
  const source = readSfnt(light)
  const characters = source.characters()
  const han = new Set<number>()
  for (const [code, glyph] of characters)
    if (/\p{Script=Han}/u.test(String.fromCodePoint(code))) han.add(glyph)
  const glyphs = Array.from({ length: source.glyphs }, (_, index): NewGlyph => {
    const glyph = { ...source.metric(index), outline: source.outline(index) }
    const changes = han.has(index) && glyph.outline.length > 0 && !isComposite(glyph.outline)
    return changes ? slender(glyph) : glyph
  })
  const dash = glyphs[characters.get(0x2015) ?? 0]
  if (dash === undefined || dash.outline.length === 0)
    return writeSfnt({ unitsPerEm: source.unitsPerEm, glyphs, characters, weight: 400, names })
  return writeSfnt({
    unitsPerEm: source.unitsPerEm,
    glyphs: [...glyphs, longDash(dash)],
    characters: new Map([...characters, [0x2e3a, glyphs.length]]),
    weight: 400,
    names,
  })
}
