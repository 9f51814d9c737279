import { z } from 'zod'

import { directive } from './handler.js'

/** `::attachment[name]`: a line of the attachment note. Neighbours become one note, numbered where there are several. GB/T 9704-2012, 7.3.4. */
export const attachment = directive({
  attributes: z.strictObject({}),
  label: 'required',
  handle: (_attributes, { runs }) => {
    const name = runs.map((run) => (run.type === 'text' ? run.text : '')).join('')
    return name === '' ? [] : [{ type: 'attachmentNote', names: [name] }]
  },
})
