import type { Run, StampBlock } from '../model/index.js'
import { breakLines, type Line } from './break-lines.js'
import { partKey } from './flow-texts.js'
import type { ResolvedStyle } from './page-geometry.js'
import type { Unit } from './paginate.js'
import { setLine } from './set-line.js'
import { baselineOf, lookOf } from './set-paragraph.js'
import type { Setting } from './setting.js'

/** Stamp and date are empty by four at the right, the office two to the stamp’s left, two empty lines above, one between. GB/T 9704-2012, 7.3.5.3. */
export const stampFigures = { emptyRight: 4, beside: 2, above: 2, between: 1 } as const

function lineOf(setting: Setting, runs: readonly Run[], style: ResolvedStyle): Line {
  const shape = { width: setting.width, firstIndent: 0, hangingIndent: 0 }
  const [line] = breakLines(setting.measure.items(runs, lookOf(style)), shape)
  if (line === undefined) throw new Error('a paragraph without a line')
  return line
}

/** Office, name and date of an order, as one piece that stays with the text above it. */
export function setStamp(setting: Setting, block: StampBlock, key: string): readonly Unit[] {
  const style = setting.text('signature')
  const right = setting.width - stampFigures.emptyRight * style.size
  const name = lineOf(setting, block.name, style)
  const office = block.office === null ? null : lineOf(setting, block.office, style)
  const date = block.date === null ? null : lineOf(setting, block.date, style)
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
      if (office !== null) {
        const left = Math.max(0, nameLeft - stampFigures.beside * style.size - office.width)
        setLine(page, office, 'left', x + left, baseline, partKey(key, 'office', 0))
      }
      setLine(page, name, 'left', x + nameLeft, baseline, partKey(key, 'name', 0))
    },
    3,
  )
  if (date === null) return [first]
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
