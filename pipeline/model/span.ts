import { z } from 'zod'

/** A stretch of the reading text: UTF-16 offsets, `start` included, `end` not. */
export const spanSchema = z.strictObject({
  start: z.int().min(0),
  end: z.int().min(0),
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
