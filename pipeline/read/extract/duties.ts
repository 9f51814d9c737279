import type { Duty, Span } from '../../model/index.js'
import { splitTopLevel } from '../../text/index.js'
import {
  askedBesides,
  askedByLine,
  askedIn,
  askedToAct,
  askedToJoin,
  type Naming,
} from './asked-bodies.js'
import type { AssignmentDesk } from './assignment-desk.js'
import { type ItemIds, pathLabel } from './item-id.js'
import type { ItemReaders } from './item-readers.js'
import { cut, type Line, spansOf, unwrapped } from './line.js'
import { linesOfSection, type Section } from './outline.js'
import type { AssignmentReading } from './responsibilities/index.js'

/** A duty with the places of its values. */
export interface DraftDuty {
  readonly value: Duty
  readonly text: readonly Span[]
  readonly responsibilities: readonly (readonly Span[])[]
  readonly deadlines: readonly (readonly Span[])[]
}

/** What reads duties of one part. */
export interface DutyReader extends Naming {
  readonly desk: AssignmentDesk
  readonly ids: ItemIds
  /** Lines of tasks, with who does them. */
  readonly taken: ItemReaders['taken']
}

type Found = AssignmentReading['responsibilities']

/** Each body once in a sentence; of a task’s line only those who are not its own. */
function dutyOf(
  sentence: Line,
  found: Found,
  done: ReadonlySet<string> | null,
  path: readonly string[],
  reader: DutyReader,
): DraftDuty | null {
  const seen = new Set<string>(done)
  const own = found.filter(
    ({ value }) =>
      !seen.has(value.agency) &&
      (done === null || value.kind === 'agency') &&
      seen.add(value.agency),
  )
  if (own.length === 0) return null
  const deadlines = reader.desk.deadlinesIn(sentence)
  return {
    value: {
      id: reader.ids.next(path, sentence.text),
      text: unwrapped(sentence.text),
      responsibilities: own.map(({ value }) => value),
      deadlines: deadlines.map(({ value }) => value),
    },
    text: spansOf(sentence),
    responsibilities: own.map(({ span, spans }) => spans ?? [span]),
    deadlines: deadlines.map(({ span }) => [span]),
  }
}

/** Whom a sentence asks something of. */
function askedInSentence(sentence: Line, reader: DutyReader): Found {
  const clauses = splitTopLevel(sentence.text, '，,')
  let isAsked = false
  return clauses.flatMap((clause, index) => {
    const joined = isAsked ? askedToJoin(clause.text, reader) : null
    const own = joined === null ? askedIn(clause.text, clauses[index + 1]?.text, reader) : [joined]
    const besides =
      own.length > 0
        ? null
        : isAsked
          ? askedBesides(clause.text, reader)
          : index === 0
            ? askedToAct(clause.text, reader)
            : null
    const asked = besides === null ? own : [besides]
    isAsked ||= asked.length > 0
    return asked.flatMap(({ start, end }) => {
      const stretch = cut(sentence, clause.start + start, clause.start + end)
      return reader.desk.read(stretch, null).responsibilities
    })
  })
}

function dutiesOfLine(
  line: Line,
  path: readonly string[],
  reader: DutyReader,
): readonly DraftDuty[] {
  const taken = reader.taken.get(line)
  const whole = taken === undefined ? askedByLine(line.text, reader) : null
  if (whole !== null) {
    const found = reader.desk.read(cut(line, whole.start, whole.end), null).responsibilities
    const duty = dutyOf(line, found, null, path, reader)
    return duty === null ? [] : [duty]
  }
  const pieces = taken === undefined ? [line] : taken.text
  return pieces.flatMap((piece) =>
    splitTopLevel(piece.text, '。！；').flatMap(({ start, end }) => {
      const sentence = cut(piece, start, end)
      const found = askedInSentence(sentence, reader)
      const duty = dutyOf(sentence, found, taken?.bodies ?? null, path, reader)
      return duty === null ? [] : [duty]
    }),
  )
}

/**
 * What running text asks of bodies: sentences whose subject is an agency or a generic actor, each body once in a sentence. In a task’s text only agencies count that its
 * own statements do not name.
 */
export function dutiesIn(
  section: Section,
  path: readonly string[],
  reader: DutyReader,
): readonly DraftDuty[] {
  const own = section.label === null ? path : [...path, pathLabel(section.label.text)]
  return [
    ...linesOfSection(section).flatMap((line) => dutiesOfLine(line, own, reader)),
    ...section.children.flatMap((child) => dutiesIn(child, own, reader)),
  ]
}
