import type { AttachmentNoteBlock } from '../model/index.js'
import { breakLines, type Line } from './break-lines.js'
import { partKey } from './flow-texts.js'
import { plainRun } from './items.js'
import type { Penalty, Unit } from './paginate.js'
import { setLine } from './set-line.js'
import { baselineOf, lookOf } from './set-paragraph.js'
import type { Setting } from './setting.js'

const leader = '附件：'

const widthOf = (lines: readonly Line[]): number => lines[0]?.width ?? 0

/**
 * 附件：, one name without a number, several numbered; continuation lines and further names stand under the first name’s first
 * character. GB/T 9704-2012, 7.3.4.
 */
export function setAttachmentNote(
  setting: Setting,
  block: AttachmentNoteBlock,
  key: string,
  breakBefore: Penalty,
): readonly Unit[] {
  const style = setting.text('attachmentNote')
  const look = lookOf(style)
  const lineOf = (text: string): readonly Line[] =>
    breakLines(setting.measure.items([plainRun(text)], look), {
      width: setting.width,
      firstIndent: 0,
      hangingIndent: 0,
    })
  const leaderLines = lineOf(leader)
  const left = style.firstIndent * style.size
  const numberLeft = left + widthOf(leaderLines)
  const numbers = block.names.map((_, index) => lineOf(`${index + 1}.`))
  // Names stand under each other whatever their numbers’ width.
  const widest = block.names.length > 1 ? Math.max(...numbers.map(widthOf)) : 0
  const nameLeft = numberLeft + widest
  return block.names.flatMap((name, index): Unit[] => {
    const number = block.names.length > 1 ? (numbers[index] ?? []) : []
    const lines = breakLines(setting.measure.items([plainRun(name)], look), {
      width: setting.width - nameLeft,
      firstIndent: 0,
      hangingIndent: 0,
    })
    return lines.map((line, row): Unit => ({
      height: style.pitch,
      slack: (style.pitch - style.size) / 2,
      before: index === 0 && row === 0 ? style.before : 0,
      after: 0,
      breakBefore: index === 0 && row === 0 ? breakBefore : 3,
      draw: (page, x, y) => {
        const baseline = y + baselineOf(style)
        const [lead] = leaderLines
        if (row === 0 && index === 0 && lead !== undefined)
          setLine(page, lead, 'left', x + left, baseline, null)
        const [mark] = number
        if (row === 0 && mark !== undefined)
          setLine(page, mark, 'left', x + numberLeft, baseline, null)
        setLine(page, line, 'justify', x + nameLeft, baseline, partKey(key, 'name', index))
      },
    }))
  })
}
