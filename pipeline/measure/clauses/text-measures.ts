import type { Elements } from '../paper/elements.js'
import type { Line } from '../paper/line.js'
import type { Paper } from '../paper/paper.js'
import { facesOff } from './faces.js'
import {
  cell,
  emptyLines,
  faults,
  found,
  foundAll,
  middleOf,
  typeArea,
  type Measures,
} from './measure.js'

const centre = typeArea.left + typeArea.width / 2
const indentOf = (line: Line): number => (line.left - typeArea.left) / cell

/** A first line of a paragraph stands in by about two characters, a continuation line flush left. */
const isFirst = (line: Line): boolean => indentOf(line) > 1 && indentOf(line) < 3.2
/** A blank to fill in stands in front of its first character, so that the line begins further left than its text. */
const followsBlank = (line: Line, { pages }: Paper): boolean =>
  pages[line.page]?.boxes.some(
    ({ left, right, top, bottom }) =>
      bottom - top < 1 &&
      left < line.left - 1 &&
      Math.abs(right - line.left) < 2 &&
      Math.abs(top - line.baseline) < 3,
  ) ?? false
const isFlush = (line: Line): boolean => Math.abs(indentOf(line)) < 0.5

const levels: readonly RegExp[] = [
  /^[一二三四五六七八九十百]+、/u,
  /^（[一二三四五六七八九十百]+）/u,
  /^(?:\d+[.．、]|（\d+）)/u,
]

const atLevel = ({ body }: Elements, level: number): readonly Line[] =>
  body.filter((line) => isFirst(line) && (levels[level]?.test(line.text) ?? false))

/** Lengths of a title’s lines grow, shrink, or grow and then shrink: a trapezium or a diamond. */
function isShapely(title: readonly Line[]): boolean {
  const lengths = title.map(({ left, right }) => Math.round((right - left) / cell))
  const widest = lengths.indexOf(Math.max(...lengths))
  const grows = lengths
    .slice(0, widest + 1)
    .every((value, index, list) => value >= (list[index - 1] ?? 0))
  const shrinks = lengths
    .slice(widest)
    .every((value, index, list) => value <= (list[index - 1] ?? Number.POSITIVE_INFINITY))
  // A short word on the first or last of many lines is all that may stand out: 的通知 alone is no shape.
  return grows && shrinks && !lengths.some((length) => length < 3 && lengths.length > 1)
}

export const textMeasures: Measures = {
  'title-size': ({ title }) => foundAll([...new Set(title.map(({ size }) => size))]),
  'title-face': (elements) => facesOff(elements, elements.title, 'xiaobiaosong'),
  'title-centred': ({ title }) =>
    foundAll(title.map((line) => middleOf({ left: line.left, right: line.end }) - centre)),
  'title-shape': ({ title }) => (title.length === 0 ? found() : found(isShapely(title) ? 0 : 1)),
  'recipients-below-title': ({ title, recipients }) => {
    const last = title.at(-1)
    const [next] = recipients
    if (last?.page !== next?.page || last === undefined || next === undefined) return found()
    return found(emptyLines(last.baseline, next.baseline))
  },
  'recipients-colon': ({ recipients }) => {
    const last = recipients.at(-1)
    return last === undefined ? found() : faults([last], ({ text }) => !text.endsWith('：'))
  },
  'recipients-left': ({ recipients }) => foundAll(recipients.map(({ left }) => left)),
  'first-page-text': ({ body, first }) =>
    body.length === 0 ? found() : found(body.filter(({ page }) => page === first.index).length),
  'paragraph-indent': ({ body }, paper) =>
    foundAll([
      ...new Set(body.filter((line) => isFirst(line) && !followsBlank(line, paper)).map(indentOf)),
    ]),
  'continuation-left': ({ body }) => {
    const flush = body.filter(isFlush)
    return flush.length === 0
      ? found()
      : found(
          Math.min(...flush.map(({ left }) => left)),
          Math.max(...flush.map(({ left }) => left)),
        )
  },
  'level-1-face': (elements) => facesOff(elements, atLevel(elements, 0), 'hei'),
  'level-2-face': (elements) => facesOff(elements, atLevel(elements, 1), 'kai'),
  'level-3-face': (elements) => facesOff(elements, atLevel(elements, 2), 'fang'),
}
