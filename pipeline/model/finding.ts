import { z } from 'zod'

import { itemIdSchema } from './document.js'
import { placeSchema, spanSchema } from './span.js'

export const severities = ['error', 'warning', 'info'] as const
export type Severity = (typeof severities)[number]

/**
 * What a message says, before any language: the catalogue (messages/) turns `{rule, values}` into a sentence.
 * Plain JSON, so that the manifest can keep it and a fresh build can report it again.
 */
export const findingSchema = z.strictObject({
  rule: z.string().describe('id in the catalogue, the healthy property: annex-agrees-with-text'),
  severity: z.enum(severities),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
  path: z.string().nullable().describe('the file it is about: a source, settings or template file'),
  span: spanSchema.nullable().describe('in the reading text; null in other files'),
  place: placeSchema.nullable().describe('in the file `path`, where it has lines'),
  related: z.array(
    z.strictObject({
      values: z.record(z.string(), z.string()),
      span: spanSchema.nullable(),
      place: placeSchema.nullable(),
    }),
  ),
  item: itemIdSchema.nullable(),
  blocks: z
    .discriminatedUnion('what', [
      z.strictObject({ what: z.literal('source') }),
      z.strictObject({ what: z.literal('agency'), name: z.string() }),
      z.strictObject({ what: z.literal('file'), path: z.string() }),
    ])
    .nullable()
    .describe('what an error keeps from being made'),
})
export type Finding = Readonly<z.infer<typeof findingSchema>>
