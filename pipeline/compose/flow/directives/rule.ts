import { z } from 'zod'

import { colours } from '../../../model/index.js'
import { directive } from './handler.js'

/** `::rule{colour=red thickness=1}`: a line across the type area; thickness in pt. */
export const rule = directive({
  attributes: z.strictObject({
    colour: z.enum(colours).default('black'),
    thickness: z.coerce.number<string>().positive().default(0.75),
  }),
  label: 'none',
  handle: ({ colour, thickness }) => [{ type: 'rule', colour, thickness }],
})
