import { z } from 'zod'

import type { FlowBlock } from '../../../model/index.js'
import { textOfValue } from '../../liquid/text-of-value.js'
import { directive } from './handler.js'
import { listOf, ownValue } from './list-of.js'

/** A number as it is; of a list, how many it holds. */
function amount(value: unknown): number {
  if (typeof value === 'number') return value
  return Array.isArray(value) ? value.length : 0
}

/** A chart is read by its bars: a longer label ends in ……. */
const longestLabel = 14

function shortLabel(text: string): string {
  const characters = Array.from(text)
  return characters.length <= longestLabel
    ? text
    : `${characters.slice(0, longestLabel - 2).join('')}……`
}

/**
 * `::bars[title]{rows={{ agencies }} label=name values="lead,support" series="牵头,配合" unit=项次}`: a bar a row, its parts the values under these
 * keys (a list counts its members). Series that are zero everywhere, and rows without anything, are left out.
 */
export const bars = directive({
  attributes: z.strictObject({
    rows: z.string(),
    label: z.string(),
    values: z.string(),
    series: z.string(),
    unit: z.string().default(''),
  }),
  label: 'required',
  handle: (attributes, context): readonly FlowBlock[] => {
    const rows = listOf(context.value('rows')) ?? context.failRows('rows')
    const keys = attributes.values.split(',')
    const names = attributes.series.split(',')
    if (names.length !== keys.length) context.fail('series', `${keys.length} × name, as in values`)
    const counted = rows.map((row) => ({
      label: shortLabel(textOfValue(ownValue(row, attributes.label))),
      values: keys.map((key) => amount(ownValue(row, key))),
    }))
    const used = keys.flatMap((_key, index) =>
      counted.some((row) => (row.values[index] ?? 0) > 0) ? [index] : [],
    )
    const shown = counted
      .map((row) => ({ ...row, values: used.map((index) => row.values[index] ?? 0) }))
      .filter((row) => row.values.some((value) => value > 0))
    if (shown.length === 0) return []
    return [
      {
        type: 'bars',
        title: context.runs.map((run) => (run.type === 'text' ? run.text : '')).join(''),
        unit: attributes.unit,
        series: used.map((index) => names[index] ?? ''),
        rows: shown,
      },
    ]
  },
})
