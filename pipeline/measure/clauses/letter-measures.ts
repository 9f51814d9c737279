import type { Elements } from '../paper/elements.js'
import type { Stroke } from '../paper/paper.js'
import { emptyLines, faults, found, pitch, typeArea, type Measures } from './measure.js'

interface DoubleRule {
  readonly upper: Stroke
  readonly lower: Stroke
}

/** Two long red rules close to each other, above or below the middle of the first page. */
function doubleRule({ redRules, first }: Elements, half: 'upper' | 'lower'): DoubleRule | null {
  const middle = first.height / 2
  const [upper, lower] = redRules.filter(
    ({ page, at, left, right }) =>
      page === first.index && right - left > 160 && (half === 'upper' ? at < middle : at > middle),
  )
  return upper === undefined || lower === undefined ? null : { upper, lower }
}

const lengthOf = ({ left, right }: Stroke): number => right - left
const topOf = ({ at, thickness }: Stroke): number => at - thickness / 2
const footOf = ({ at, thickness }: Stroke): number => at + thickness / 2

function heavierAbove(rule: DoubleRule | null, wanted: boolean) {
  if (rule === null) return found()
  return found(rule.upper.thickness > rule.lower.thickness === wanted ? 0 : 1)
}

function centred(elements: Elements) {
  const rules = [doubleRule(elements, 'upper'), doubleRule(elements, 'lower')]
  return found(
    ...rules.flatMap((rule) =>
      rule === null
        ? []
        : [rule.upper, rule.lower].map(({ left, right }) => (left + right) / 2 - 105),
    ),
  )
}

/** The first line at the left below the upper rule: copy number, else secrecy, else urgency. */
const stackHead = ({ copyNumber, secrecy, urgency }: Elements) => copyNumber ?? secrecy ?? urgency

export const letterMeasures: Measures = {
  'stack-below-rule': (elements) => {
    const rule = doubleRule(elements, 'upper')
    const line = stackHead(elements)
    return rule === null || line === null ? found() : found(line.top - footOf(rule.lower))
  },
  'columns-level': (elements) => {
    const line = stackHead(elements)
    const { number } = elements
    return line === null || number === null ? found() : found(number.baseline - line.baseline)
  },
  'text-below-order-number': ({ number, body }) => {
    const first = body.find(({ page }) => page === number?.page)
    return number === null || first === undefined
      ? found()
      : found(emptyLines(number.baseline, first.baseline))
  },
  'number-right': ({ number }) => found(number === null ? null : typeArea.right - number.right),
  'number-below-rule': (elements) => {
    const rule = doubleRule(elements, 'upper')
    return rule === null || elements.number === null
      ? found()
      : found(elements.number.top - footOf(rule.lower))
  },
  'upper-rule-below-mark': (elements) => {
    const rule = doubleRule(elements, 'upper')
    const mark = elements.mark.at(-1)
    return rule === null || mark === undefined ? found() : found(topOf(rule.upper) - mark.bottom)
  },
  'upper-rule-length': (elements) => {
    const rule = doubleRule(elements, 'upper')
    return rule === null ? found() : found(lengthOf(rule.upper), lengthOf(rule.lower))
  },
  'upper-rule-order': (elements) => heavierAbove(doubleRule(elements, 'upper'), true),
  'lower-rule-from-foot': (elements) => {
    const rule = doubleRule(elements, 'lower')
    return rule === null ? found() : found(elements.first.height - footOf(rule.lower))
  },
  'lower-rule-length': (elements) => {
    const rule = doubleRule(elements, 'lower')
    return rule === null ? found() : found(lengthOf(rule.upper), lengthOf(rule.lower))
  },
  'lower-rule-order': (elements) => heavierAbove(doubleRule(elements, 'lower'), false),
  'double-rules-centred': centred,
  'double-rules-elsewhere': ({ redRules, first }, { pages }) =>
    pages.length < 2
      ? found()
      : found(redRules.filter((rule) => rule.page !== first.index && lengthOf(rule) > 160).length),
  'text-above-lower-rule': (elements) => {
    const rule = doubleRule(elements, 'lower')
    const last = elements.body.findLast(({ page }) => page === elements.first.index)
    return rule === null || last === undefined ? found() : found(topOf(rule.upper) - last.bottom)
  },
  'first-page-number': ({ first }) => found(first.number === null ? 0 : 1),
  'title-below-columns': (elements) => {
    const [title] = elements.title
    const above = [elements.number, elements.secrecy, elements.urgency, elements.copyNumber]
    const lowest = Math.max(...above.map((line) => line?.bottom ?? 0))
    return title === undefined || lowest === 0 ? found() : found((title.top - lowest) / pitch)
  },
  'imprint-rules-in-letter': ({ imprint, imprintRules }) =>
    imprint.length === 0 ? found() : faults(imprint.slice(0, 1), () => imprintRules.length > 0),
}
