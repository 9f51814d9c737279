import { indexAgencies } from '../../../../pipeline/agencies/index.js'
import type { DeclaredRule, IssuerLevel } from '../../../../pipeline/model/index.js'
import {
  readResponsibilities,
  type AssignmentReading,
  type Beside,
} from '../../../../pipeline/read/extract/responsibilities/index.js'

const index = indexAgencies()

/** Who speaks in a case, and under which head and rules; a paper of the State Council of June 2022 where nothing is said. */
export interface Speaker {
  readonly level?: IssuerLevel
  readonly place?: string
  readonly date?: string
  readonly column?: string
  readonly rules?: readonly DeclaredRule[]
  readonly beside?: Beside
}

/** What a statement says, in short: bodies by role, generic actors, persons, whether the list is open, deadlines as `text|kind|date`. */
export interface Said {
  readonly lead?: readonly string[]
  readonly support?: readonly string[]
  readonly responsible?: readonly string[]
  readonly guide?: readonly string[]
  readonly generic?: readonly string[]
  readonly persons?: readonly string[]
  readonly open?: boolean
  readonly deadlines?: readonly string[]
}

/** Where the statement of a case begins in its reading text. */
export const offset = 100

/** Reads a statement as a speaker of the case would have it read. */
export function readCase(text: string, speaker: Speaker = {}): AssignmentReading {
  return readResponsibilities({
    text,
    offset,
    columnWord: speaker.column ?? null,
    statement: 0,
    beside: speaker.beside ?? { support: false, lead: false },
    context: {
      index,
      level: speaker.level ?? 'central',
      place: speaker.place ?? null,
      date: speaker.date ?? '2022-06-01',
      rules: speaker.rules ?? [],
    },
  })
}

/** A reading in short; what is empty is left out. */
export function saidBy(reading: AssignmentReading): Said {
  const agencies = reading.responsibilities.filter(({ value }) => value.kind === 'agency')
  const namesOf = (role: string): readonly string[] =>
    agencies.filter(({ value }) => value.role === role).map(({ value }) => value.name)
  const said = {
    lead: namesOf('lead'),
    support: namesOf('support'),
    responsible: namesOf('responsible'),
    guide: namesOf('guide'),
    generic: reading.responsibilities
      .filter(({ value }) => value.kind === 'generic')
      .map(({ value }) => value.name),
    persons: reading.persons.map(({ value }) => value),
    deadlines: reading.deadlines.map(({ value }) => [value.text, value.kind, value.date].join('|')),
  }
  const filled = Object.entries(said).filter(([, values]) => values.length > 0)
  return { ...Object.fromEntries(filled), ...(reading.open ? { open: true } : {}) }
}
