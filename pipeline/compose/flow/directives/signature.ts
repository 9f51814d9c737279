import { z } from 'zod'

import { directive } from './handler.js'

/** `::signature[issuer]{date= seal}`: who signs, and when; `seal` keeps room for one. GB/T 9704-2012, 7.3.5. */
export const signature = directive({
  attributes: z.strictObject({ date: z.string(), seal: z.literal('').optional() }),
  label: 'required',
  handle: ({ seal }, { runs, attributeRuns }) => [
    {
      type: 'signature',
      issuers: [runs],
      date: attributeRuns('date'),
      seal: seal !== undefined,
    },
  ],
})
