import type { Elements } from '../paper/elements.js'
import type { Line } from '../paper/line.js'
import type { Paper, PaperPage } from '../paper/paper.js'
import { facesOff } from './faces.js'
import { em4, faults, found, foundAll, typeArea, type Measures } from './measure.js'

interface NumberedPage extends PaperPage {
  readonly number: Line
}

const hasNumber = (page: PaperPage): page is NumberedPage => page.number !== null

const numbered = ({ pages }: Paper, landscape: boolean): readonly NumberedPage[] =>
  pages.filter(hasNumber).filter((page) => page.landscape === landscape)

const valueOf = ({ text }: Line): number => Number(/\d+/u.exec(text)?.[0] ?? 0)
const isOdd = ({ number }: NumberedPage): boolean => valueOf(number) % 2 === 1

/** Where the dash’s ink begins: its stroke stands in the middle of the character. */
function dashTop({ number }: NumberedPage): number {
  const dash = number.glyphs[0]
  const top = dash?.ink?.top
  return top === undefined ? number.inkTop : top * (25.4 / 72)
}

/** The edge of a turned dash’s ink that looks at the type area. */
function dashInner({ number }: NumberedPage): number {
  const inner = number.glyphs[0]?.ink?.right
  return inner === undefined ? number.right : inner * (25.4 / 72)
}

/** Numbers that do not follow their neighbour’s by as many pages as lie between. */
function skips({ pages }: Paper): number | null {
  const seen = pages.filter(hasNumber)
  if (seen.length < 2) return null
  return seen.slice(1).filter((page, index) => {
    const before = seen[index]
    return (
      before !== undefined &&
      valueOf(page.number) - valueOf(before.number) !== page.index - before.index
    )
  }).length
}

const landscapePages = ({ pages }: Paper): readonly PaperPage[] =>
  pages.filter(({ landscape }) => landscape)

/** Left, right and top of what stands in a landscape page’s type area; rules reach as far as the table. */
function contentOf(page: PaperPage) {
  const lines = page.lines.filter((line) => line.turn === 0 && line.top > 22)
  // A box that covers the sheet is its background.
  const boxes = page.boxes.filter(
    ({ top, left, right }) => top > 22 && right - left < page.width - 20,
  )
  const all = [...lines, ...boxes]
  return {
    left: Math.min(...all.map(({ left }) => left)),
    right: Math.max(...all.map(({ right }) => right)),
    top: Math.min(...all.map(({ top }) => top)),
  }
}

/** The turned number stands at the binding’s lower corner of the upright sheet: low on odd pages, high on even ones. */
function turnedPlace(page: NumberedPage): number {
  const [low, high] = [page.height - 26 - em4, 28 + em4]
  const odd = isOdd(page)
  return odd ? low - page.number.bottom : page.number.top - high
}

const imprintLine = ({ imprint }: Elements, begins: RegExp): Line | undefined =>
  imprint.find(({ text }) => begins.test(text))

/** Lines of 抄送, from its first to the one of printing. */
function copiesOf({ imprint }: Elements): readonly Line[] {
  const from = imprint.findIndex(({ text }) => text.startsWith('抄送：'))
  if (from === -1) return []
  const end = imprint.findIndex(({ text }, index) => index > from && text.endsWith('印发'))
  return imprint.slice(from, end === -1 ? undefined : end)
}

/** Where the first name after a leader of three characters begins, mm. */
const nameLeft = (line: Line): number => {
  const glyph = line.glyphs[3]
  return glyph === undefined ? line.left : glyph.x * (25.4 / 72)
}

/** 主送 in the imprint, its last line and the first of 抄送. */
function recipientsAbove({ imprint }: Elements) {
  const at = imprint.findIndex(({ text }) => text.startsWith('抄送：'))
  const last = imprint[at - 1]
  const copies = imprint[at]
  const has = imprint.slice(0, Math.max(0, at)).some(({ text }) => text.startsWith('主送：'))
  return has && last !== undefined && copies !== undefined ? { last, copies } : null
}

/** The usual distance of two lines of the imprint, mm. */
function imprintPitch({ imprint }: Elements): number {
  const steps = imprint
    .slice(1)
    .map((line, index) => line.baseline - (imprint[index]?.baseline ?? 0))
    .sort((a, b) => a - b)
  return steps[Math.floor(steps.length / 2)] ?? em4
}

export const footMeasures: Measures = {
  'copies-right': (elements) =>
    foundAll(copiesOf(elements).map(({ right }) => (typeArea.right - right) / em4)),
  'copies-continuation': (elements) => {
    const [first, ...others] = copiesOf(elements)
    return first === undefined
      ? found()
      : foundAll(others.map(({ left }) => (left - nameLeft(first)) / em4))
  },
  'imprint-recipients-above': (elements) => {
    const both = recipientsAbove(elements)
    return both === null
      ? found()
      : found((both.copies.baseline - both.last.baseline) / imprintPitch(elements))
  },
  'imprint-recipients-rule': (elements) => {
    const both = recipientsAbove(elements)
    if (both === null) return found()
    const { last, copies } = both
    return found(
      elements.imprintRules.filter(({ at }) => at > last.baseline && at < copies.baseline).length,
    )
  },
  'printed-left': (elements) => {
    const line = imprintLine(elements, /印发$/u)
    return line === undefined ? found() : found((line.left - typeArea.left) / em4)
  },
  'imprint-last-page': ({ imprint: [line] }, { pages }) =>
    line === undefined ? found() : found(line.page === pages.length - 1 ? 0 : 1),
  'imprint-rule-length': ({ imprintRules }) =>
    foundAll(imprintRules.map(({ left, right }) => right - left)),
  'imprint-heavy-rules': ({ imprintRules }) =>
    found(imprintRules[0]?.thickness, imprintRules.at(-1)?.thickness),
  'imprint-light-rules': ({ imprintRules }) =>
    foundAll(imprintRules.slice(1, -1).map(({ thickness }) => thickness)),
  'imprint-at-foot': ({ imprintRules }) => {
    const last = imprintRules.at(-1)
    return last === undefined ? found() : found(last.at - typeArea.bottom)
  },
  'imprint-size': ({ imprint }) => foundAll([...new Set(imprint.map(({ size }) => size))]),
  'copies-indent': (elements) => {
    const line = imprintLine(elements, /^抄送：/u)
    return line === undefined ? found() : found((line.left - typeArea.left) / em4)
  },
  'copies-stop': (elements) => {
    const { imprint } = elements
    const from = imprint.findIndex(({ text }) => text.startsWith('抄送：'))
    if (from === -1) return found()
    const end = imprint.findIndex(({ text }, index) => index > from && text.endsWith('印发'))
    const last = imprint.slice(from, end === -1 ? undefined : end).at(-1)
    return last === undefined ? found() : faults([last], ({ text }) => !text.endsWith('。'))
  },
  'printed-right': (elements) => {
    const line = imprintLine(elements, /印发$/u)
    return line === undefined ? found() : found((typeArea.right - line.right) / em4)
  },
  'page-number-size': (_elements, { pages }) =>
    foundAll([...new Set(pages.filter(hasNumber).map(({ number }) => number.size))]),
  'page-number-face': (elements, { pages }) =>
    facesOff(
      elements,
      pages.filter(hasNumber).map(({ number }) => {
        const digit = number.glyphs.find(({ text }) => /\d/u.test(text))
        return { ...number, face: digit?.face ?? number.face }
      }),
      'song',
    ),
  'page-number-below': (_elements, paper) =>
    foundAll(numbered(paper, false).map((page) => dashTop(page) - typeArea.bottom)),
  'page-number-odd': (_elements, paper) =>
    foundAll(
      numbered(paper, false)
        .filter(isOdd)
        .map(({ number }) => (typeArea.right - number.right) / em4),
    ),
  'page-number-even': (_elements, paper) =>
    foundAll(
      numbered(paper, false)
        .filter((page) => !isOdd(page))
        .map(({ number }) => (number.left - typeArea.left) / em4),
    ),
  'page-number-count': (_elements, paper) => found(skips(paper)),
  'landscape-left': (_elements, paper) =>
    foundAll(landscapePages(paper).map((page) => contentOf(page).left)),
  'landscape-top': (_elements, paper) =>
    foundAll(landscapePages(paper).map((page) => contentOf(page).top)),
  'landscape-right': (_elements, paper) =>
    foundAll(landscapePages(paper).map((page) => page.width - contentOf(page).right)),
  'landscape-number-turned': (_elements, paper) => {
    const pages = landscapePages(paper).filter(hasNumber)
    return pages.length === 0
      ? found()
      : found(pages.filter(({ number }) => number.turn === 0).length)
  },
  'landscape-number-edge': (_elements, paper) =>
    foundAll(numbered(paper, true).map((page) => 35 - dashInner(page))),
  'landscape-number-place': (_elements, paper) => foundAll(numbered(paper, true).map(turnedPlace)),
}
