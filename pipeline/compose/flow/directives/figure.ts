import { z } from 'zod'

import { directive } from './handler.js'

/** `::figure[what it counts]{value=24}`: neighbours stand side by side. */
export const figure = directive({
  attributes: z.strictObject({ value: z.string() }),
  label: 'required',
  handle: (_attributes, { runs, attributeRuns }) => {
    const textOf = (all: typeof runs): string =>
      all.map((run) => (run.type === 'text' ? run.text : '')).join('')
    const value = textOf(attributeRuns('value'))
    return value === '' ? [] : [{ type: 'figures', entries: [{ value, label: textOf(runs) }] }]
  },
})
