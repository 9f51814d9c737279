import { z } from 'zod'

import { forms } from '../../model/index.js'

/** Text with Liquid in it; the tests and this room’s README say what it sees. */
const liquidText = z.string()

const identifier = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/, 'a name of letters and digits that begins with a small letter')

const perChoices = ['document', 'agency-in-document', 'agency', 'all'] as const
export type Per = (typeof perChoices)[number]

/** A column of a table on a page or of a sheet. `value` sees the row as `row`, and its place as `index` (from 1). */
const columnSchema = z.strictObject({
  key: identifier,
  title: liquidText,
  value: liquidText.optional().describe('Liquid; left out: the row’s own value of this key'),
  width: z
    .number()
    .positive()
    .describe('on a page a share of the width, in a sheet half-width characters'),
  align: z.enum(['left', 'center']).default('left'),
  keep: z.boolean().default(false).describe('printed even where no row fills it'),
  use: z.enum(['printed', 'fill', 'hidden']).default('printed'),
  format: z.enum(['text', 'number', 'date']).default('text'),
  list: z.array(z.string()).min(1).nullable().default(null),
  maxLength: z.int().positive().nullable().default(null),
  prompt: liquidText.nullable().default(null),
  states: z
    .boolean()
    .default(false)
    .describe(
      'a colour for each value of the list; in a printed column for each that a cell holds',
    ),
  merge: z
    .boolean()
    .default(false)
    .describe('equal neighbours one under the other become one cell'),
  link: z
    .union([
      z.strictObject({ sheet: z.string(), to: liquidText }),
      z.strictObject({ file: liquidText }),
    ])
    .nullable()
    .default(null)
    .describe(
      'to the row of a sheet whose `anchor` reads the same; or to a file, by its path in the output',
    ),
  overdue: z
    .strictObject({
      date: identifier,
      state: identifier.nullable().default(null),
      settled: z.array(z.string()).default([]),
    })
    .nullable()
    .default(null)
    .describe(
      'marked where the date in that column lies before the day written into the piece `asOf`, unless the state is a settled one',
    ),
  turnedFrom: z
    .int()
    .positive()
    .nullable()
    .default(null)
    .describe('of a column with `each`: from so many members on, narrow with an upright title'),
  mark: liquidText
    .nullable()
    .default(null)
    .describe('reads corrected, attention or nothing: how the cell is marked'),
  each: liquidText
    .nullable()
    .default(null)
    .describe('a list: one such column for each of its members, seen as `column`'),
})
export type ColumnTemplate = Readonly<z.output<typeof columnSchema>>

const propertiesSchema = z.strictObject({
  title: liquidText,
  subject: liquidText.default(''),
  author: liquidText.default(''),
  keywords: z.array(liquidText).default([]),
  date: liquidText.default(''),
})
export type PropertiesTemplate = Readonly<z.output<typeof propertiesSchema>>

export const sectionSchema = z.strictObject({
  orientation: z.enum(['portrait', 'landscape']).default('portrait'),
  start: z.enum(['next', 'odd']).default('next'),
  form: z.enum(forms).default('plain'),
  numbering: z.enum(['continue', 'restart', 'none']).default('continue'),
  fit: z.coerce.number<number | string>().int().positive().nullable().default(null),
})
export type SectionTemplate = Readonly<z.output<typeof sectionSchema>>

const productShape = {
  product: identifier.describe('the product’s id: brief'),
  title: z.string().min(1).describe('what people call it: 简报'),
  per: z.array(z.enum(perChoices)).min(1),
  file: liquidText.describe('path without an ending; values in it are made safe for file names'),
  properties: propertiesSchema,
}

/** A part of a packet: the PDF of a product, the office’s own PDFs, or a :::section of the packet’s own page. */
const partSchema = z.union([
  z.strictObject({ product: identifier, title: liquidText }),
  z.strictObject({
    attachments: z.literal(true),
    title: liquidText.describe('sees `row.name`, the file’s name without its ending'),
  }),
  z.strictObject({
    section: z.int().min(2).describe('counted from 1; the first is the cover'),
    title: liquidText,
  }),
])
export type PartTemplate = Readonly<z.output<typeof partSchema>>

const packetSchema = z.strictObject({
  parts: z.array(partSchema).min(1).describe('in the order in which they are bound'),
  missing: z
    .string()
    .min(1)
    .describe('stands in the contents in place of a page, where a part is missing'),
})

/** The front matter of a page: templates/*.md */
export const pageSchema = z.strictObject({
  ...productShape,
  formats: z.array(z.enum(['pdf', 'docx'])).min(1),
  style: z.string().describe('styles/<style>.yaml'),
  draftMark: liquidText
    .default('')
    .describe('at the head of every page; nothing where it reads empty'),
  section: sectionSchema.prefault({}).describe('of what stands outside :::section'),
  columns: z.record(identifier, z.array(columnSchema).min(1)).default({}),
  packet: packetSchema
    .nullable()
    .default(null)
    .describe('its first section is a cover, behind which the PDFs of other products are bound'),
})

/** A ZIP: templates/*.yaml with `formats: [zip]` */
export const bundleSchema = z.strictObject({
  ...productShape,
  properties: propertiesSchema.optional(),
  formats: z.tuple([z.literal('zip')]),
  entries: z
    .array(
      z.strictObject({
        product: identifier,
        format: z.enum(['pdf', 'docx', 'xlsx', 'txt']),
        name: liquidText.describe('path in the ZIP without an ending, made safe for file names'),
      }),
    )
    .min(1),
})
export type BundleEntryTemplate = Readonly<z.output<typeof bundleSchema>>['entries'][number]

/** The front matter of a plain text: templates/*.md */
export const textSchema = z.strictObject({ ...productShape, formats: z.tuple([z.literal('txt')]) })

const pieceSchema = z.strictObject({
  text: liquidText,
  share: z.number().positive().default(1).describe('of the width'),
  style: z.enum(['title', 'label', 'fill', 'note']).default('label'),
  align: z.enum(['left', 'center', 'right']).default('left'),
  asOf: z.boolean().default(false).describe('the day up to which the sheet is looked at'),
})
const bandSchema = z.array(pieceSchema).min(1)
export type BandTemplate = Readonly<z.output<typeof bandSchema>>

const sheetSchema = z.strictObject({
  name: z.string().min(1).max(31),
  paper: z.enum(['A4', 'A3']).default('A4'),
  orientation: z.enum(['portrait', 'landscape']).default('landscape'),
  rows: z
    .union([z.string(), z.array(z.record(identifier, liquidText)).min(1)])
    .describe('a list that templates see: items.all; or rows written out'),
  group: liquidText.nullable().default(null).describe('a heading row wherever it reads anew'),
  anchor: liquidText.nullable().default(null).describe('by which links find a row'),
  whenEmpty: liquidText
    .nullable()
    .default(null)
    .describe('printed where there are no rows; left out: then the sheet is left out'),
  above: z.array(bandSchema).default([]),
  below: z.array(bandSchema).default([]),
  protected: z.boolean().default(false),
  filter: z.boolean().default(true),
  frozenColumns: z.int().min(0).default(0),
  secondPage: identifier
    .nullable()
    .default(null)
    .describe('printed on two pages side by side: the column (key) that the second begins with'),
  locked: liquidText
    .nullable()
    .default(null)
    .describe('sees `row`; where it reads anything, the row’s columns to fill in are closed'),
  footer: liquidText.default(''),
  totals: z
    .array(
      z.strictObject({ title: liquidText, formula: liquidText, when: liquidText.default('1') }),
    )
    .default([])
    .describe(
      'rows at the foot, with the formula in every column that has `each`; {range} is its cells; left out where `when` reads empty',
    ),
  columns: z.array(columnSchema).min(1),
})
export type SheetTemplate = Readonly<z.output<typeof sheetSchema>>

/** A workbook: templates/*.yaml */
export const workbookSchema = z.strictObject({
  ...productShape,
  formats: z
    .array(z.enum(['xlsx', 'csv', 'ndjson']))
    .min(1)
    .describe('csv: the first sheet; ndjson: the records of its rows, whole'),
  style: z.string(),
  names: z.record(identifier, liquidText).default({}).describe('defined names → text'),
  sheets: z.array(sheetSchema).min(1),
})

/** templates/words.yaml: words that templates share, such as those for roles. */
export const wordsSchema = z.record(
  identifier,
  z.union([z.string(), z.record(z.string(), z.string()), z.array(z.string())]),
)
export type Words = Readonly<z.output<typeof wordsSchema>>
