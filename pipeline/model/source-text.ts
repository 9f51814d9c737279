import type { Root } from 'mdast'
import { z } from 'zod'

import { inBoth } from './in-both.js'
import { spanSchema } from './span.js'

/** Where a run of the reading text comes from in the file, for messages. */
export const originRunSchema = z.strictObject({
  start: z.int().min(0),
  end: z.int().min(0),
  at: z.discriminatedUnion('kind', [
    /** `offset`: UTF-16 offset of the run's first unit in the decoded file; the run is the file's slice. */
    z.strictObject({ kind: z.literal('offset'), offset: z.int().min(0) }),
    z.strictObject({ kind: z.literal('docx'), part: z.string(), paragraph: z.int().min(0) }),
    z.strictObject({ kind: z.literal('page'), page: z.int().min(1), box: z.array(z.number()) }),
    /** Text that a reader sees and the file does not hold as characters: computed numbers, separators. */
    z.strictObject({ kind: z.literal('generated') }),
  ]),
})
export type OriginRun = Readonly<z.infer<typeof originRunSchema>>

/** What parse found in the file that is no part of the text, and why it is left out. */
export const droppedSchema = z.strictObject({
  span: spanSchema.describe(inBoth('略去的文字', 'what was left out')),
  reason: z.string().describe(inBoth('原因', 'why')),
})
export type Dropped = Readonly<z.infer<typeof droppedSchema>>

export const sourceFormats = ['markdown', 'text', 'html', 'docx'] as const
export type SourceFormat = (typeof sourceFormats)[number]

/**
 * A source laid out as one reading text. `tree` is an mdast root made of headings, paragraphs and tables whose positions
 * count in `text` (offset, and line and column of the reading text); cells of merged tables carry `data.rowSpan` and `data.colSpan`.
 */
export interface SourceText {
  readonly text: string
  readonly origin: readonly OriginRun[]
  readonly tree: Root
  readonly dropped: readonly Dropped[]
  readonly format: SourceFormat
  /** The label of the decoder that read the bytes: utf-8, gb18030, utf-16le … */
  readonly encoding: string
}
