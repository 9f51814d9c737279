import type { Elements } from '../paper/elements.js'
import type { Line } from '../paper/line.js'
import { commonFace, facesOff } from './faces.js'
import { cell, faults, found, foundAll, pitch, typeArea, type Measures } from './measure.js'

const pointsOf = (millimetres: number): number => millimetres * (72 / 25.4)

/** Lines of text that fill the measure: the next one goes on flush left. */
function fullLines({ body }: Elements): readonly Line[] {
  return body.filter((line, index) => {
    const next = body[index + 1]
    const goesOn = next !== undefined && Math.abs(next.left - typeArea.left) < 1.5
    return goesOn && line.right > typeArea.right - 8 && line.text.length > 20
  })
}

/** Lines on the signature’s page that were taken along for it, so that it bears text: 7.3.5.5. */
const takenAlong = 8

/** Text of a page that runs on to the next: it is full, unless its last lines went with the signature. */
function fullPages({ body, textPages, issuers, date }: Elements): readonly (readonly Line[])[] {
  const pages = textPages.map((page) => body.filter((line) => line.page === page.index))
  const signed = textPages.findIndex(({ index }) => index === (issuers[0] ?? date)?.page)
  const last = signed === -1 ? pages.length - 1 : signed
  const end = (pages[last]?.length ?? 0) <= takenAlong ? last - 1 : last
  return pages.slice(1, Math.max(1, end)).filter((lines) => lines.length > 12)
}

/** Of a line’s height, above its baseline where a program holds the pitch fast. */
const fixedShare = 0.8
/** Where a line’s box may begin: at its characters, half of the pitch’s spare above them, or as a fixed pitch has it: programs lay the grid in all three ways. */
function headsOf(line: Line): readonly number[] {
  const spare = (pitch - (line.bottom - line.top)) / 2
  return [line.top, line.top - spare, line.baseline - fixedShare * pitch]
}

const feetOf = (line: Line): readonly number[] => {
  const spare = (pitch - (line.bottom - line.top)) / 2
  return [line.bottom, line.bottom + spare, line.baseline + (1 - fixedShare) * pitch]
}

function nearest(wanted: number, values: readonly number[]): number {
  return values.reduce((best, each) =>
    Math.abs(each - wanted) < Math.abs(best - wanted) ? each : best,
  )
}

function pitchesOf(lines: readonly Line[]): readonly number[] {
  return lines.slice(1).flatMap((line, index) => {
    const step = pointsOf(line.baseline - (lines[index]?.baseline ?? 0))
    return step > 20 && step < 40 ? [step] : []
  })
}

/** How far the pitch of a page may lie from the grid’s where its lines make room for a signature. */
const mostRespaced = 0.2
const isEven = (steps: readonly number[]): boolean =>
  Math.max(...steps) - Math.min(...steps) < 0.5 &&
  steps.every((step) => Math.abs(step / pointsOf(pitch) - 1) < mostRespaced)

/**
 * Distances of lines, page by page. The signature’s page and the one before it may be closed up or opened evenly so that text stands with the signature: such a
 * page is not held against the grid. 7.3.5.5.
 */
function pitches({ body, issuers, date }: Elements): readonly number[] {
  const signed = (issuers[0] ?? date)?.page
  return [...new Set(body.map(({ page }) => page))].flatMap((page) => {
    const steps = pitchesOf(body.filter((line) => line.page === page))
    const onGrid = steps.every((step) => Math.abs(step / pointsOf(pitch) - 1) < 0.025)
    const forSignature = signed !== undefined && (page === signed || page === signed - 1)
    return forSignature && !onGrid && isEven(steps) ? [] : steps
  })
}

/** Less than half a character: what a program leaves over at a line’s end. */
const leftOver = 0.2

/** Characters that a line of this length holds: a pair of closed-up marks counts as one, a pair of digits too, a mark at the end with its blank half. */
function charactersOf({ left, right, text }: Line): number {
  const blank = /[，。、；：）》」』”’？！]$/u.test(text) ? 0.5 : 0
  return Math.floor((right - left) / cell + blank + leftOver)
}

export const pageMeasures: Measures = {
  'paper-width': (_elements, { pages }) =>
    foundAll(pages.map(({ width, height }) => Math.min(width, height))),
  'paper-height': (_elements, { pages }) =>
    foundAll(pages.map(({ width, height }) => Math.max(width, height))),
  'margin-left': ({ body }) => {
    const flush = body.filter(({ left }) => left < typeArea.left + 3)
    return flush.length === 0 ? found() : found(Math.min(...flush.map(({ left }) => left)))
  },
  'margin-right': (elements) => {
    const full = fullLines(elements)
    return full.length === 0 ? found() : found(210 - Math.max(...full.map(({ right }) => right)))
  },
  'margin-top': (elements) =>
    foundAll(
      fullPages(elements).map((lines) => {
        const [line] = lines
        return line === undefined ? 0 : nearest(37, headsOf(line))
      }),
    ),
  'margin-bottom': (elements) =>
    foundAll(
      fullPages(elements)
        .filter((lines) => lines.length === 22)
        .map((lines) => {
          const line = lines.at(-1)
          if (line === undefined) return 0
          return nearest(
            35,
            feetOf(line).map((foot) => 297 - foot),
          )
        }),
    ),
  'body-size': ({ body }) => foundAll([...new Set(body.map(({ size }) => size))]),
  // Headings have faces of their own; most lines are running text.
  'body-face': (elements) => {
    const face = commonFace(elements.body)
    return facesOff(
      elements,
      elements.body.filter((line) => line.face === face),
      'fang',
    )
  },
  'lines-a-page': (elements) => foundAll(fullPages(elements).map((lines) => lines.length)),
  'characters-a-line': (elements) => {
    const full = fullLines(elements).filter(({ left }) => left < typeArea.left + 1.5)
    return foundAll([...new Set(full.map(charactersOf))])
  },
  'line-pitch': (elements) => {
    const steps = pitches(elements)
    return steps.length === 0 ? found() : found(Math.min(...steps), Math.max(...steps))
  },
  'text-colour': ({ body }) => faults(body, ({ colour }) => colour !== '#000000'),
}
