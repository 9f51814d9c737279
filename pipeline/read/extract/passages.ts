import type { AssignmentDesk } from './assignment-desk.js'
import { bodiesSpots, bracketSpots, bySpots, isOwnLine, type Spot, tailSpot } from './find-spots.js'
import { cut, type Line } from './line.js'

/** A stretch of text with the statements of who does it. */
export interface Passage {
  readonly text: readonly Line[]
  /** The lines that it was cut from. */
  readonly lines: readonly Line[]
  readonly spots: readonly Spot[]
  /** Whether it begins in the section’s own line. */
  readonly own: boolean
}

interface OpenPassage {
  text: Line[]
  lines: Line[]
  spots: Spot[]
  own: boolean
}

/** Punctuation that only ends what stands before a bracket: the text of a passage has none of it alone. */
const marksAlone = /^[。；;，,、\s]*$/

/** Cuts lines into passages: each ends with its statements, brackets beside each other and lines of 牵头单位：, 配合单位： in a row belong together. */
export function passagesOf(
  lines: readonly Line[],
  desk: AssignmentDesk,
  tails: boolean,
): readonly Passage[] {
  const passages: OpenPassage[] = []
  let current: OpenPassage = { text: [], lines: [], spots: [], own: true }
  const close = (own: boolean) => {
    if (current.text.length + current.spots.length > 0) passages.push(current)
    current = { text: [], lines: [], spots: [], own }
  }
  const say = (line: Line, from: number, to: number, own: boolean) => {
    const marks =
      from === 0 ? 0 : (/^[。；;，,、\s]+/.exec(line.text.slice(from, to))?.[0].length ?? 0)
    // A comma before who does it (检查校车，由A负责) ends nothing.
    const comma =
      to < line.text.length
        ? /(?:(?<=[。；])会议(?:明确|决定|要求|同意|议定))?[，,]\s*$/.exec(line.text.slice(0, to))
        : null
    const piece = cut(line, from + marks, comma?.index ?? to)
    if (piece.text === '' || marksAlone.test(piece.text)) return
    if (current.spots.length > 0) close(own)
    current.text.push(piece)
    current.lines.push(line)
  }
  for (const [index, line] of lines.entries()) {
    const own = index === 0
    if (isOwnLine(line, desk) && (!own || lines.length === 1)) {
      current.spots.push({ line, start: 0, end: line.text.length })
      current.lines.push(line)
      continue
    }
    let at = 0
    for (const spot of spotsIn(line, desk, tails)) {
      say(line, at, spot.start, own)
      current.spots.push(spot)
      current.lines.push(line)
      at = spot.end
    }
    say(line, at, line.text.length, own)
  }
  close(false)
  return passages
}

function spotsIn(line: Line, desk: AssignmentDesk, tails: boolean): readonly Spot[] {
  const brackets = bracketSpots(line, desk)
  if (brackets.length > 0 || !tails) return brackets
  const tail = tailSpot(line, desk)
  if (tail !== null) return [tail]
  const bodies = bodiesSpots(line, desk)
  return bodies.length > 0 ? bodies : bySpots(line, desk)
}
