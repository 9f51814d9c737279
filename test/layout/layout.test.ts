import { beforeAll, describe, expect, it } from 'vitest'

import { nodeHost } from '../../pipeline/host/node-host.js'
import { standardFigures } from '../../pipeline/measure/standard/standard-figures.js'
import { clauseRows, type ClauseRow, type Format } from './clause-rows.js'
import {
  measureSituations,
  situationPdfs,
  situationPrints,
  type SituationResult,
} from './measure-situations.js'
import { unmetReasons } from './unmet-reasons.js'

const forms = ['document', 'letter', 'order'] as const
const formats: readonly Format[] = ['PDF', 'Word']

const office = await nodeHost().run('soffice', ['--version'], { seconds: 60 })
const results = new Map<Format, readonly SituationResult[]>()

beforeAll(async () => {
  results.set('PDF', await measureSituations(await situationPdfs()))
  const prints = office === null ? null : await situationPrints()
  if (prints !== null) results.set('Word', await measureSituations(prints))
}, 400_000)

const rowsOf = (form: (typeof forms)[number], format: Format): readonly ClauseRow[] =>
  clauseRows(results.get(format) ?? [], form, format)

const told = ({ clause, situation }: ClauseRow): string =>
  `${clause.id}: ${String(clause.measured)} in ${String(situation)}`

describe.each(formats)('the pages in %s', (format) => {
  it.skipIf(format === 'Word' && office === null).each(forms)(
    'meet every clause of the %s form, or say why they cannot',
    (form) => {
      const missed = rowsOf(form, format).filter(({ clause }) => clause.verdict === 'missed')
      expect(missed.filter(({ reason }) => reason === null).map(told)).toEqual([])
    },
  )

  it.skipIf(format === 'Word' && office === null)('miss whatever is listed as unmet', () => {
    const missed = forms
      .flatMap((form) => rowsOf(form, format))
      .filter(({ clause }) => clause.verdict === 'missed')
      .map(({ clause }) => clause.id)
    expect(
      Object.keys(unmetReasons[format]).filter((id) => !missed.some((each) => each === id)),
    ).toEqual([])
  })
})

describe('the situations', () => {
  it('have every clause of the standard in one of them', () => {
    const seen = new Set(
      forms
        .flatMap((form) => rowsOf(form, 'PDF'))
        .filter(({ clause }) => clause.verdict !== 'not-found')
        .map(({ clause }) => clause.id),
    )
    expect(
      Object.keys(standardFigures).filter((id) => ![...seen].some((each) => each === id)),
    ).toEqual([])
  })
})
