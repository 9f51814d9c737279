import type { Run, SignatureBlock } from '../model/index.js'
import { breakLines, type Line } from './break-lines.js'
import { partKey } from './flow-texts.js'
import type { ResolvedStyle } from './page-geometry.js'
import type { Unit } from './paginate.js'
import { setLine } from './set-line.js'
import { baselineOf, lookOf } from './set-paragraph.js'
import type { Setting } from './setting.js'

/** Characters that stay empty at the right. GB/T 9704-2012, 7.3.5.1 and 7.3.5.2. */
const emptyWithSeal = 4
const emptyWithoutSeal = 2
/** Empty lines between text and issuer where a seal of about 42 mm is to be set over both: its top lies within a line of the text. */
const linesForSeal = 2

interface Placed {
  readonly line: Line
  readonly x: number
  readonly key: string
}

function firstLine(setting: Setting, runs: readonly Run[], style: ResolvedStyle): Line {
  const shape = { width: setting.width, firstIndent: 0, hangingIndent: 0 }
  const [line] = breakLines(setting.measure.items(runs, lookOf(style)), shape)
  if (line === undefined) throw new Error('a paragraph without a line')
  return line
}

/** Left edges of issuers and date: sealed, centred over the date; else the date’s first character two to the right of the issuer’s. */
function place(setting: Setting, block: SignatureBlock, key: string, em: number): Placed[] {
  const style = setting.text('signature')
  const { width } = setting
  const issuers = block.issuers.map((runs) => firstLine(setting, runs, style))
  const date = firstLine(setting, block.date, style)
  const right = width - (block.seal ? emptyWithSeal : emptyWithoutSeal) * em
  const widest = Math.max(0, ...issuers.map((line) => line.width))
  const dateKey = partKey(key, 'date', 0)
  const issuerKey = (index: number): string => partKey(key, 'issuer', index)
  if (block.seal) {
    const dateLeft = right - date.width
    const middle = dateLeft + date.width / 2
    return [
      ...issuers.map((line, index) => ({
        line,
        x: Math.max(0, Math.min(middle - line.width / 2, width - line.width)),
        key: issuerKey(index),
      })),
      { line: date, x: dateLeft, key: dateKey },
    ]
  }
  // The date is the longer one: it takes the right, and the issuer moves. 7.3.5.2.
  const issuerLeft = Math.max(0, Math.min(right - widest, right - date.width - 2 * em))
  return [
    ...issuers.map((line, index) => ({ line, x: issuerLeft, key: issuerKey(index) })),
    { line: date, x: issuerLeft + 2 * em, key: dateKey },
  ]
}

/** Who signs and the date, as one piece that stays with the text above it. */
export function setSignature(
  setting: Setting,
  block: SignatureBlock,
  key: string,
): readonly Unit[] {
  const style = setting.text('signature')
  const before = style.before + (block.seal ? (linesForSeal - 1) * style.pitch : 0)
  return place(setting, block, key, style.size).map((placed, index): Unit => ({
    height: style.pitch,
    slack: (style.pitch - style.size) / 2,
    before: index === 0 ? before : 0,
    after: 0,
    breakBefore: index === 0 ? 3 : 4,
    draw: (page, x, y) =>
      setLine(page, placed.line, 'left', x + placed.x, y + baselineOf(style), placed.key),
  }))
}
