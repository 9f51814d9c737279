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
export const linesForSeal = 2

interface Placed {
  readonly line: Line
  readonly x: number
  readonly key: string
}

/** A name as lines: one, unless it is wider than the type area. */
function linesOfName(
  setting: Setting,
  runs: readonly Run[],
  style: ResolvedStyle,
): readonly Line[] {
  const shape = { width: setting.width, firstIndent: 0, hangingIndent: 0 }
  return breakLines(setting.measure.items(runs, lookOf(style)), shape)
}

function firstLine(setting: Setting, runs: readonly Run[], style: ResolvedStyle): Line {
  const [line] = linesOfName(setting, runs, style)
  if (line === undefined) throw new Error('a paragraph without a line')
  return line
}

/** Left edges of issuers and date, by the rule that Word’s lines follow too. */
function place(setting: Setting, block: SignatureBlock, key: string, em: number): Placed[] {
  const style = setting.text('signature')
  const { width } = setting
  const issuers = block.issuers.flatMap((runs, index) =>
    linesOfName(setting, runs, style).map((line) => ({ line, index })),
  )
  const date = firstLine(setting, block.date, style)
  const placed = placeSignature(
    issuers.map(({ line }) => line.width / em),
    date.width / em,
    // A name over several lines has its date in the middle below it: there is no first character to stand right of.
    block.seal || issuers.length > block.issuers.length,
  )
  const leftOf = (line: Line, right: number): number => Math.max(0, width - right * em - line.width)
  return [
    ...issuers.map(({ line, index }, at) => ({
      line,
      x: leftOf(line, placed.issuers[at] ?? 0),
      key: partKey(key, 'issuer', index),
    })),
    { line: date, x: leftOf(date, placed.date), key: partKey(key, 'date', 0) },
  ]
}

/** Seals that stand beside each other inside the type area: three of 42 mm in 156 mm. */
export const sealsInARow = 3
/** Empty lines between two rows: seals neither touch nor cross. */
export const linesBetweenSeals = 2

/** Joint issuers with seals: rows of at most three, each name in the middle of its place, the date under the last. 7.3.5.1. */
function sealedRows(
  setting: Setting,
  block: SignatureBlock,
  key: string,
  style: ResolvedStyle,
): readonly (readonly Placed[])[] {
  const count = block.issuers.length
  const columns = Math.ceil(count / Math.ceil(count / sealsInARow))
  const middleOf = (index: number): number => (setting.width * ((index % columns) + 0.5)) / columns
  const centred = (runs: readonly Run[], index: number, from: string): Placed => {
    const line = firstLine(setting, runs, style)
    const left = middleOf(index) - line.width / 2
    return { line, x: Math.max(0, Math.min(left, setting.width - line.width)), key: from }
  }
  const names = block.issuers.map((runs, index) =>
    centred(runs, index, partKey(key, 'issuer', index)),
  )
  const rows = Array.from({ length: Math.ceil(count / columns) }, (_, row) =>
    names.slice(row * columns, (row + 1) * columns),
  )
  return [...rows, [centred(block.date, count - 1, partKey(key, 'date', 0))]]
}

/** Who signs and the date, as one piece that stays with the text above it. */
export function setSignature(
  setting: Setting,
  block: SignatureBlock,
  key: string,
): readonly Unit[] {
  const style = setting.text('signature')
  const before = style.before + (block.seal ? (linesForSeal - 1) * style.pitch : 0)
  const joint = block.seal && block.issuers.length > 1
  const rows = joint
    ? sealedRows(setting, block, key, style)
    : place(setting, block, key, style.size).map((line) => [line])
  const between = (index: number): number =>
    joint && index < rows.length - 1 ? linesBetweenSeals * style.pitch : 0
  return rows.map((row, index): Unit => ({
    height: style.pitch,
    slack: (style.pitch - style.size) / 2,
    before: index === 0 ? before : between(index),
    after: 0,
    breakBefore: index === 0 ? 3 : 4,
    draw: (page, x, y) => {
      for (const placed of row)
        setLine(page, placed.line, 'left', x + placed.x, y + baselineOf(style), placed.key)
    },
  }))
}
