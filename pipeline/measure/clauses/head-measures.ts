import type { Elements } from '../paper/elements.js'
import { mm, type Line } from '../paper/line.js'
import { facesOff } from './faces.js'
import {
  em3,
  emptyLines,
  faults,
  found,
  foundAll,
  middleOf,
  pitch,
  typeArea,
  type Measured,
  type Measures,
} from './measure.js'

const centre = typeArea.left + typeArea.width / 2

/** The line of the type area’s grid that a baseline stands on, from 1. */
const gridLine = (top: number): number => (top - typeArea.top) / pitch + 1

function markTop(wantedFrom: number): (elements: Elements) => Measured {
  return ({ mark }) => {
    const [line] = mark
    return line === undefined ? found() : found(line.inkTop - wantedFrom)
  }
}

function isBadNumber(text: string): boolean {
  const [, year, serial] = /〔(\d*)〕(.*)号/u.exec(text) ?? []
  if (year === undefined || serial === undefined) return true
  return !(year === '' || year.length === 4) || /^(?:第|0)/u.test(serial)
}

/** The rule that parts head and body: red, as wide as the type area. */
function headRule({ redRules, form }: Elements) {
  return form === 'document' ? redRules.find(({ page }) => page === 0) : undefined
}

/** 文件 beside the names of several issuers. */
const isSuffix = ({ text }: Line): boolean => text === '文件'

export const headMeasures: Measures = {
  'copy-number-left': ({ copyNumber }) => found(copyNumber?.left),
  'copy-number-top': ({ copyNumber }) => found(copyNumber?.top),
  'copy-number-size': ({ copyNumber }) => found(copyNumber?.size),
  'secrecy-left': ({ secrecy }) => found(secrecy?.left),
  'secrecy-line': ({ secrecy, copyNumber }) =>
    found(secrecy === null ? null : gridLine(secrecy.top) + (copyNumber === null ? 1 : 0)),
  'secrecy-size': ({ secrecy }) => found(secrecy?.size),
  'secrecy-face': (elements) =>
    facesOff(elements, elements.secrecy === null ? [] : [elements.secrecy], 'hei'),
  'urgency-left': ({ urgency }) => found(urgency?.left),
  'urgency-below-secrecy': ({ urgency, secrecy }) =>
    urgency === null || secrecy === null
      ? found()
      : found((urgency.baseline - secrecy.baseline) / pitch),
  'urgency-face': (elements) =>
    facesOff(elements, elements.urgency === null ? [] : [elements.urgency], 'hei'),
  'mark-top-document': markTop(typeArea.top),
  'mark-top-letter': markTop(0),
  'mark-top-order': markTop(typeArea.top),
  'mark-centred': ({ mark, form }) => {
    const middle = form === 'letter' ? 105 : centre
    if (!mark.some(isSuffix)) return foundAll(mark.map((line) => middleOf(line) - middle))
    const left = Math.min(...mark.map((line) => line.left))
    const right = Math.max(...mark.map((line) => line.right))
    return found(middleOf({ left, right }) - middle)
  },
  // Of several issuers’ mark: 文件 stands right of all of them, in the middle of their height.
  'joint-mark-suffix': ({ mark }) => {
    const suffix = mark.find(isSuffix)
    const names = mark.filter((line) => line !== suffix)
    const [first] = names
    const last = names.at(-1)
    if (suffix === undefined || first === undefined || last === undefined) return found()
    const beside = names.every(({ right }) => suffix.left > right - 0.5)
    return beside
      ? found((first.top + last.bottom) / 2 - (suffix.top + suffix.bottom) / 2)
      : found(99)
  },
  'joint-mark-widths': ({ mark }) => {
    if (!mark.some(isSuffix)) return found()
    const names = mark.filter((line) => !isSuffix(line))
    const lefts = names.map(({ left }) => left)
    const rights = names.map(({ right }) => right)
    const spread = (values: readonly number[]) => Math.max(...values) - Math.min(...values)
    return names.length < 2 ? found() : found(spread(lefts), spread(rights))
  },
  'mark-face': (elements) => facesOff(elements, elements.mark, 'xiaobiaosong'),
  // With several signers the number stands on their last line: the first is what follows the mark.
  'number-below-mark': ({ mark, number, signers }) => {
    const line = signers[0] ?? number
    const foot = Math.max(...mark.map(({ bottom }) => bottom))
    return mark.length === 0 || line === null ? found() : found((line.top - foot) / pitch)
  },
  'number-centred': ({ number, signers }) =>
    number === null || signers.length > 0 ? found() : found(middleOf(number) - centre),
  'number-size': ({ number }) => found(number?.size),
  'number-brackets': ({ number, form }) =>
    number === null || form === 'order'
      ? found()
      : faults([number], ({ text }) => isBadNumber(text)),
  'signers-name-face': (elements) =>
    facesOff(
      elements,
      elements.signers.map((line) => {
        const at = line.text.indexOf('签发人：') + 4
        return { ...line, face: line.glyphs[at]?.face ?? line.face }
      }),
      'kai',
    ),
  'signers-continuation': ({ signers, signersMore }) => {
    const [line] = signers
    const glyph = line?.glyphs[line.text.indexOf('签发人：') + 4]
    if (glyph === undefined) return found()
    return foundAll(signersMore.map(({ nameLeft }) => (nameLeft - mm(glyph.x)) / em3))
  },
  'number-on-last-signers-line': ({ signers, signersMore, number }) => {
    const last = signersMore.at(-1)?.line ?? signers.at(-1)
    return last === undefined || number === null
      ? found()
      : found(Math.abs(last.baseline - number.baseline) < 1 ? 0 : 1)
  },
  'signers-right': ({ signers, signersMore }) => {
    const lines = [...signers, ...signersMore.map(({ line }) => line)]
    const right = Math.max(...lines.map((line) => line.right))
    return lines.length === 0 ? found() : found((typeArea.right - right) / em3)
  },
  'rule-below-number': (elements) => {
    const rule = headRule(elements)
    const above = elements.number ?? elements.mark.at(-1)
    return rule === undefined || above === undefined ? found() : found(rule.at - above.bottom)
  },
  'rule-length': (elements) => {
    const rule = headRule(elements)
    return rule === undefined ? found() : found(rule.right - rule.left)
  },
  'rule-thickness': (elements) => found(headRule(elements)?.thickness),
  'title-below-rule': (elements) => {
    const rule = headRule(elements)
    const [title] = elements.title
    return rule === undefined || title === undefined
      ? found()
      : found(emptyLines(rule.at, title.top + pitch))
  },
}
