import { z } from 'zod'

import { directive } from './handler.js'

/** `::space{lines=2}`: empty lines of the body’s pitch. */
export const space = directive({
  attributes: z.strictObject({ lines: z.coerce.number<string>().positive().default(1) }),
  label: 'none',
  handle: ({ lines }) => [{ type: 'space', lines }],
})
