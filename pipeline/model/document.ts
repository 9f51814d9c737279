import { z } from 'zod'

import { droppedSchema, sourceFormats } from './source-text.js'
import { sha256Schema } from './sha256.js'
import { spanSchema } from './span.js'

/** Part, printed path and key of the title, joined by `/`: survives an edit elsewhere in the notice. */
export const itemIdSchema = z.string().min(1).brand<'ItemId'>()
export type ItemId = z.infer<typeof itemIdSchema>

const cellSchema = z.strictObject({
  span: spanSchema,
  rowSpan: z.int().min(1),
  colSpan: z.int().min(1),
  header: z.boolean(),
})

/** A leaf of the document, in reading order. Tables list each cell once, where it begins. */
export const blockSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('heading'),
    span: spanSchema,
    level: z.int().min(0).max(6).describe('0 a title, 1 一、, 2 （一）, 3 1., 4 （1）'),
    label: z.string().nullable().describe('the number as printed: 一、 （一） 1.'),
  }),
  z.strictObject({ type: z.literal('paragraph'), span: spanSchema, label: z.string().nullable() }),
  z.strictObject({
    type: z.literal('table'),
    span: spanSchema,
    rows: z.array(z.array(cellSchema)),
  }),
  z.strictObject({ type: z.literal('image'), span: spanSchema, description: z.string() }),
  z.strictObject({ type: z.literal('unknown'), span: spanSchema }),
])
export type Block = Readonly<z.infer<typeof blockSchema>>
export type TableBlock = Extract<Block, { type: 'table' }>
export type Cell = Readonly<z.infer<typeof cellSchema>>

export const partSchema = z.strictObject({
  kind: z.enum(['notice', 'embedded', 'attachment']),
  label: z.string().nullable().describe('附件, 附件1, as printed'),
  title: z.string().nullable(),
  blocks: z.array(blockSchema),
})
export type Part = Readonly<z.infer<typeof partSchema>>

export const roles = ['lead', 'support', 'responsible', 'guide'] as const
export type Role = (typeof roles)[number]

export const responsibilitySchema = z.strictObject({
  agency: z
    .string()
    .describe(
      'full name of the body as of the notice’s date; the expanded printed name if unknown',
    ),
  name: z.string().describe('the standard short name: on paper and in file names'),
  text: z.string().describe('as printed'),
  word: z.string().nullable().describe('the word that gave the role: 会同, 指导, 负责单位'),
  kind: z.enum(['agency', 'generic']),
  role: z
    .enum(roles)
    .describe('responsible: nobody is singled out. Order alone never makes a lead'),
  part: z.string().nullable().describe('what of the item, where the text says: 资金保障'),
  statement: z
    .int()
    .min(0)
    .describe('the bracket, cell or line it stands in, counted through the document'),
  from: z.enum(['notice', 'rule', 'correction']),
})
export type Responsibility = Readonly<z.infer<typeof responsibilitySchema>>

export const deadlineKinds = [
  'by',
  'yearEnd',
  'period',
  'recurring',
  'relative',
  'ongoing',
  'milestones',
] as const
export const deadlineSchema = z.strictObject({
  text: z.string(),
  kind: z.enum(deadlineKinds),
  date: z.iso.date().nullable().describe('null where none is certain'),
})
export type Deadline = Readonly<z.infer<typeof deadlineSchema>>

export const itemSchema = z.strictObject({
  id: itemIdSchema,
  serial: z.int().min(0).nullable().describe('printed in the annex'),
  label: z.string().nullable().describe('printed in the text: （一）, 3.'),
  title: z.string(),
  content: z.string().nullable(),
  category: z.string().nullable().describe('领域 as printed'),
  scope: z.string().nullable().describe('推广范围, own or inherited, whole'),
  deadlines: z.array(deadlineSchema),
  responsibilities: z.array(responsibilitySchema),
  persons: z.array(z.string()),
  open: z.boolean().describe('the list of agencies ends in 等'),
  get children() {
    return z.array(itemSchema)
  },
  origins: z.array(z.enum(['body', 'annex', 'correction'])),
})
export type Item = Readonly<z.infer<typeof itemSchema>>

/** Asked in running text (商务部要牵头组织……), not an assignment of an item. */
export const dutySchema = z.strictObject({
  id: itemIdSchema,
  text: z.string(),
  responsibilities: z.array(responsibilitySchema),
  deadlines: z.array(deadlineSchema),
})
export type Duty = Readonly<z.infer<typeof dutySchema>>

/** A number that the notice says and what is listed: 等3项, （共5项）. */
export const countSchema = z.strictObject({
  said: z.int().min(0),
  unit: z.string(),
  counted: z.int().min(0),
  of: z.string().describe('what is counted: the heading or the group, as printed'),
})
export type Count = Readonly<z.infer<typeof countSchema>>

/** A sentence that says how agencies are to be read, from where it is declared to where it ends (UTF-16 offsets). */
export const declaredRuleSchema = z.strictObject({
  kind: z
    .enum([
      'first-leads',
      'before-comma',
      'star',
      'unranked',
      'responsible-leads',
      'scope',
      'range',
    ])
    .describe('responsible-leads: who is responsible leads where no lead is named'),
  text: z.string(),
  from: z.int().min(0),
  to: z.int().min(0),
})
export type DeclaredRule = Readonly<z.infer<typeof declaredRuleSchema>>

/** A person's correction as it was applied: what was read, what stands now, why. */
export const appliedCorrectionSchema = z.strictObject({
  item: itemIdSchema,
  kind: z.enum(['set', 'add', 'remove', 'row']),
  field: z.enum(['item', 'title', 'content', 'category', 'scope', 'agencies', 'deadlines']),
  was: z.string().nullable(),
  now: z.string().nullable(),
  why: z.string(),
  basis: z.string().nullable().describe('what it rests on, in the person’s words'),
  page: z.int().nullable().describe('page of the original that was looked at'),
})
export type AppliedCorrection = Readonly<z.infer<typeof appliedCorrectionSchema>>

export const issuerLevels = ['central', 'province', 'city', 'county'] as const
export type IssuerLevel = (typeof issuerLevels)[number]

export const attachmentSchema = z.strictObject({
  label: z.string().nullable().describe('1 of 附件：1.'),
  title: z.string(),
  part: z.int().min(0).nullable().describe('index into parts, where it was found'),
})
export type Attachment = Readonly<z.infer<typeof attachmentSchema>>

export const officialDocumentSchema = z.strictObject({
  schemaVersion: z.literal(1),
  id: z.string().describe('the file’s name without its ending'),
  source: z.strictObject({
    path: z.string().nullable(),
    sha256: sha256Schema.nullable(),
    format: z.enum(sourceFormats),
    encoding: z.string(),
  }),
  text: z.string().describe('the reading text that every span counts in'),
  parts: z.array(partSchema),
  dropped: z.array(droppedSchema),
  markup: z.array(spanSchema),
  title: z.string().nullable(),
  documentNumber: z
    .strictObject({
      text: z.string(),
      series: z.string().describe('国函'),
      year: z.int(),
      serial: z.int(),
    })
    .nullable(),
  secrecy: z.string().nullable().describe('机密★1年, as printed'),
  urgency: z.string().nullable(),
  copyNumber: z.string().nullable(),
  signers: z.array(z.string()),
  issuers: z.array(z.string()).describe('who signed, in printed order'),
  issuerLevel: z.enum(issuerLevels).nullable(),
  issuerPlace: z.string().nullable().describe('广东省: how short names are resolved'),
  mainRecipients: z.array(z.string()),
  issueDate: z.iso.date().nullable(),
  notes: z.array(z.string()).describe('此件公开发布, without its brackets'),
  attachments: z.array(attachmentSchema),
  copiesTo: z.array(z.string()),
  printedBy: z.string().nullable(),
  printedOn: z.iso.date().nullable(),
  items: z.array(itemSchema),
  duties: z.array(dutySchema),
  counts: z.array(countSchema),
  rules: z.array(declaredRuleSchema),
  corrections: z.array(appliedCorrectionSchema),
  places: z
    .record(z.string(), z.array(spanSchema))
    .describe('JSON pointer → where the value stands: "/title", "/items/3/responsibilities/0"'),
})
/** What a notice says, and who is to do what. */
export type OfficialDocument = Readonly<z.infer<typeof officialDocumentSchema>>
