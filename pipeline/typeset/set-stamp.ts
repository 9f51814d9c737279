import type { Run, StampBlock } from '../model/index.js'
import type { Line } from './break-lines.js'
import { partKey } from './flow-texts.js'
import type { ResolvedStyle } from './page-geometry.js'
import type { Unit } from './paginate.js'
import { setLine } from './set-line.js'
import { baselineOf, lineUnits, linesOf } from './set-paragraph.js'
import type { Setting } from './setting.js'

/** Stamp and date are empty by four at the right, the office two to the stamp’s left, two empty lines above, one between. GB/T 9704-2012, 7.3.5.3. */
export const stampFigures = { emptyRight: 4, beside: 2, above: 2, between: 1 } as const

interface Piece {
  readonly part: 'office' | 'name' | 'date'
  readonly lines: readonly Line[]
}

function piecesOf(setting: Setting, block: StampBlock, style: ResolvedStyle): readonly Piece[] {
  const pieces: readonly (readonly [Piece['part'], readonly Run[] | null])[] = [
    ['office', block.office],
    ['name', block.name],
    ['date', block.date],
  ]
  return pieces.flatMap(([part, runs]) =>
    runs === null ? [] : [{ part, lines: linesOf(setting, runs, style, setting.width) }],
  )
}

/** What is too long for its place is set as lines under each other, nothing over anything. */
function asLines(pieces: readonly Piece[], style: ResolvedStyle, key: string): readonly Unit[] {
  const options = { whole: true, breakBefore: 3, onFirst: () => undefined } as const
  return pieces.flatMap(({ part, lines }) =>
    lineUnits(lines, style, 'right', { ...options, from: partKey(key, part, 0) }),
  )
}

/** Office, name and date of an order, as one piece that stays with the text above it. */
export function setStamp(setting: Setting, block: StampBlock, key: string): readonly Unit[] {
  const style = { ...setting.text('signature'), firstIndent: 0, hangingIndent: 0, indentRight: 0 }
  const right = setting.width - stampFigures.emptyRight * style.size
  const pieces = piecesOf(setting, block, style)
  const lineOf = (part: Piece['part']) => pieces.find((piece) => piece.part === part)?.lines[0]
  const [name, office, date] = [lineOf('name'), lineOf('office'), lineOf('date')]
  const wide = (name?.width ?? 0) + (office?.width ?? 0) + stampFigures.beside * style.size
  const isLong = wide > right || (date?.width ?? 0) > right
  if (name === undefined || isLong || pieces.some(({ lines }) => lines.length > 1))
    return asLines(pieces, style, key)
  const unit = (before: number, draw: Unit['draw'], breakBefore: Unit['breakBefore']): Unit => ({
    height: style.pitch,
    slack: (style.pitch - style.size) / 2,
    before,
    after: 0,
    breakBefore,
    draw,
  })
  const first = unit(
    stampFigures.above * style.pitch,
    (page, x, y) => {
      const baseline = y + baselineOf(style)
      const nameLeft = right - name.width
      if (office !== undefined) {
        const left = Math.max(0, nameLeft - stampFigures.beside * style.size - office.width)
        setLine(page, office, 'left', x + left, baseline, partKey(key, 'office', 0))
      }
      setLine(page, name, 'left', x + nameLeft, baseline, partKey(key, 'name', 0))
    },
    3,
  )
  if (date === undefined) return [first]
  const second = unit(
    stampFigures.between * style.pitch,
    (page, x, y) =>
      setLine(
        page,
        date,
        'left',
        x + right - date.width,
        y + baselineOf(style),
        partKey(key, 'date', 0),
      ),
    4,
  )
  return [first, second]
}
