import { z } from 'zod'

/** Text with Liquid in it; the tests and this room’s README say what it sees. */
const liquidText = z.string()

const identifier = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/, 'a name of letters and digits that begins with a small letter')

const perChoices = ['document', 'agency-in-document'] as const
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
  states: z.boolean().default(false),
  merge: z
    .boolean()
    .default(false)
    .describe('equal neighbours one under the other become one cell'),
  link: z
    .strictObject({ sheet: z.string(), to: liquidText })
    .nullable()
    .default(null)
    .describe('to the row of another sheet whose `anchor` reads the same'),
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
  form: z.enum(['document', 'letter', 'plain']).default('plain'),
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
})

/** The front matter of a plain text: templates/*.md */
export const textSchema = z.strictObject({ ...productShape, formats: z.tuple([z.literal('txt')]) })

const pieceSchema = z.strictObject({
  text: liquidText,
  share: z.number().positive().default(1).describe('of the width'),
  style: z.enum(['title', 'label', 'fill', 'note']).default('label'),
  align: z.enum(['left', 'center', 'right']).default('left'),
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
  formats: z.tuple([z.literal('xlsx')]),
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
