import { z } from 'zod'

import { inBoth } from './in-both.js'

/** A stretch of the reading text: UTF-16 offsets, `start` included, `end` not. */
export const spanSchema = z.strictObject({
  start: z.int().min(0).describe(inBoth('起点，以 UTF-16 计', 'UTF-16 offset of its first unit')),
  end: z.int().min(0).describe(inBoth('终点，不含', 'offset after its last')),
})
export type Span = Readonly<z.infer<typeof spanSchema>>

/** A point as editors show it: line and column from 1, columns in UTF-16 units; offset from 0. */
export const pointSchema = z.strictObject({
  line: z.int().min(1),
  column: z.int().min(1),
  offset: z.int().min(0),
})

/** Where something stands in a file that a person can open. */
export const placeSchema = z.strictObject({ start: pointSchema, end: pointSchema })
export type Place = Readonly<z.infer<typeof placeSchema>>
