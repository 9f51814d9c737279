import type { FiguresBlock } from '../model/index.js'
import { balanceTitle } from './balance-title.js'
import { breakLines, type Line } from './break-lines.js'
import { partKey } from './flow-texts.js'
import { plainRun, type Look } from './items.js'
import type { Penalty, Unit } from './paginate.js'
import { setLine } from './set-line.js'
import { baselineOf, lookOf } from './set-paragraph.js'
import type { PageDraft } from './set-page.js'
import type { Setting } from './setting.js'

const padding = 6
const apart = 4
const above = 6

interface Figure {
  readonly value: Line
  readonly size: number
  readonly label: readonly Line[]
}

/** The number as large as its style, or as its column lets it be. */
function valueOf(setting: Setting, text: string, look: Look, room: number): [Line, number] {
  const shape = { width: Number.MAX_SAFE_INTEGER, firstIndent: 0, hangingIndent: 0 }
  const set = (size: number): Line | undefined =>
    breakLines(setting.measure.items([plainRun(text)], { ...look, size }), shape)[0]
  const full = set(look.size)
  const size =
    full === undefined || full.width <= room ? look.size : (look.size * room) / full.width
  const line = set(size)
  if (line === undefined) throw new Error('a paragraph without a line')
  return [{ ...line, room }, size]
}

/** Figures side by side, each over what it counts, between two rules. */
export function setFigures(
  setting: Setting,
  block: FiguresBlock,
  key: string,
  breakBefore: Penalty,
): readonly Unit[] {
  if (block.entries.length === 0) return []
  const valueStyle = setting.text('figureValue')
  const labelStyle = setting.text('figureLabel')
  const column = setting.width / block.entries.length
  const room = column - 2 * apart
  const figures = block.entries.map(({ value, label }): Figure => {
    const [line, size] = valueOf(setting, value, lookOf(valueStyle), room)
    const items = setting.measure.items([plainRun(label)], lookOf(labelStyle))
    const shape = { width: room, firstIndent: 0, hangingIndent: 0 }
    return { value: line, size, label: balanceTitle(items, shape) }
  })
  const rows = Math.max(...figures.map(({ label }) => label.length))
  const height = 2 * padding + valueStyle.pitch + rows * labelStyle.pitch
  const draw = (page: PageDraft, x: number, y: number): void => {
    const rule = { x1: x, x2: x + setting.width, thickness: 0.5, colour: 'grey' } as const
    page.shapes.push({ type: 'line', ...rule, y1: y, y2: y })
    page.shapes.push({ type: 'line', ...rule, y1: y + height, y2: y + height })
    figures.forEach(({ value, label }, index) => {
      const left = x + index * column
      if (index > 0)
        page.shapes.push({
          type: 'line',
          x1: left,
          x2: left,
          y1: y + padding,
          y2: y + height - padding,
          thickness: 0.5,
          colour: 'grey',
        })
      const baseline = y + padding + baselineOf(valueStyle)
      setLine(page, value, 'center', left + apart, baseline, partKey(key, 'value', index))
      label.forEach((line, row) =>
        setLine(
          page,
          line,
          'center',
          left + apart,
          y + padding + valueStyle.pitch + row * labelStyle.pitch + baselineOf(labelStyle),
          partKey(key, 'label', index),
        ),
      )
    })
  }
  return [{ height, slack: 0, before: above, after: above, breakBefore, draw }]
}
