import type { Run, SignatureBlock } from '../model/index.js'
import { breakLines, type Line } from './break-lines.js'
import { partKey } from './flow-texts.js'
import type { ResolvedStyle } from './page-geometry.js'
import type { Unit } from './paginate.js'
import { placeSignature } from './place-signature.js'
import { setLine } from './set-line.js'
import { baselineOf, lookOf } from './set-paragraph.js'
import type { Setting } from './setting.js'

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

/** Left edges of issuers and date, by the rule that Word’s lines follow too. */
function place(setting: Setting, block: SignatureBlock, key: string, em: number): Placed[] {
  const style = setting.text('signature')
  const { width } = setting
  const issuers = block.issuers.map((runs) => firstLine(setting, runs, style))
  const date = firstLine(setting, block.date, style)
  const placed = placeSignature(
    issuers.map((line) => line.width / em),
    date.width / em,
    block.seal,
  )
  const leftOf = (line: Line, right: number): number => Math.max(0, width - right * em - line.width)
  return [
    ...issuers.map((line, index) => ({
      line,
      x: leftOf(line, placed.issuers[index] ?? 0),
      key: partKey(key, 'issuer', index),
    })),
    { line: date, x: leftOf(date, placed.date), key: partKey(key, 'date', 0) },
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
