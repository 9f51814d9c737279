import { z } from 'zod'

import { agencyKinds, agencySchema } from './agency.js'
import { deadlineSchema, itemIdSchema, roles } from './document.js'

/** sources/office.yaml: who sends, and how. Everything is optional; what is missing stays a visible blank. */
export const officeSchema = z.strictObject({
  name: z.string().optional().describe('the office’s name, as it signs'),
  mark: z.string().optional().describe('发文机关标志, where it differs from the name'),
  series: z.string().optional().describe('机关代字 of its document numbers'),
  number: z.string().optional().describe('a document number that was given out: 〔2023〕15号'),
  date: z.iso.date().optional().describe('the date on the circular'),
  contact: z.string().optional(),
  phone: z.string().optional(),
  email: z.string().optional(),
  unit: z.string().optional().describe('the division that receives replies'),
  replyBy: z.iso.date().optional().describe('when replies are due'),
  genre: z
    .partialRecord(z.enum([...agencyKinds, 'default']), z.enum(['函', '通知', '督办通知单']))
    .optional()
    .describe('kind of letter by kind of recipient'),
  head: z
    .enum(['mark', 'none'])
    .default('mark')
    .describe(
      'none: no red head over a notice that is set anew; its number stands under the title',
    ),
  draft: z.enum(['代拟稿', '送审稿']).default('代拟稿'),
  final: z.array(z.string()).default([]).describe('ids of documents that a person has checked'),
  consentOf: z
    .string()
    .optional()
    .describe('the government that agreed (经×同意), where a department writes to governments'),
  brief: z
    .strictObject({
      name: z.string(),
      issue: z.string(),
      to: z.array(z.string()).default([]),
      copies: z.int().min(1).optional(),
    })
    .optional()
    .describe('masthead of the brief: 简报 name and 第×期'),
  reportedBy: z.enum(['lead', 'each']).default('each').describe('who reports on a shared task'),
  packets: z
    .strictObject({ duties: z.boolean().default(false), duplex: z.boolean().default(false) })
    .default({ duties: false, duplex: false }),
  faces: z.enum(['bundled', 'machine']).default('machine'),
  lang: z.enum(['zh', 'en']).optional(),
})
export type Office = Readonly<z.infer<typeof officeSchema>>

/** sources/agencies.yaml: an office's own agencies and decisions over the registry. */
export const agenciesFileSchema = z.strictObject({
  agencies: z
    .array(agencySchema.partial().extend({ name: z.string() }))
    .default([])
    .describe('added, or laid over the registry’s entry of the same full or short name'),
})
export type AgenciesFile = Readonly<z.infer<typeof agenciesFileSchema>>

/** Copy numbers: one, or the first and the last: 7, 1-3, 000001—000003. */
const copyNumbersSchema = z.union([z.int().min(1), z.string()])

const distributionShape = {
  recipients: z
    .array(
      z.strictObject({
        recipient: z.string().describe('an agency, by any of its names'),
        copies: z.int().min(1).default(1),
        kind: z.string().optional().describe('how it is sent: 机要交换, 直送 …'),
        numbers: copyNumbersSchema.optional().describe('份号 of these copies, first and last: 1-3'),
        note: z.string().optional(),
      }),
    )
    .default([]),
  kept: z
    .strictObject({
      copies: z.int().min(1),
      numbers: copyNumbersSchema.optional(),
      note: z.string().optional(),
    })
    .optional()
    .describe('copies kept for the file'),
  printed: z
    .int()
    .min(1)
    .optional()
    .describe('how many copies were printed: must be those sent and those kept together'),
}
const distributionListSchema = z.strictObject(distributionShape)
export type DistributionList = Readonly<z.infer<typeof distributionListSchema>>

/** sources/distribution.yaml: who gets how many copies of what is sent, and which. */
export const distributionSchema = z.strictObject({
  ...distributionShape,
  documents: z
    .record(z.string(), distributionListSchema)
    .default({})
    .describe('by the id of a notice: a list of its own in place of the one above'),
})
export type Distribution = Readonly<z.infer<typeof distributionSchema>>

const assignmentSchema = z.strictObject({
  agency: z.string(),
  role: z.enum(roles).optional(),
})
export type CorrectionAssignment = Readonly<z.infer<typeof assignmentSchema>>

const valuesSchema = z.strictObject({
  title: z.string().optional(),
  content: z.string().optional(),
  category: z.string().optional(),
  scope: z.string().optional(),
  agencies: z
    .array(z.union([z.string(), assignmentSchema]))
    .optional()
    .describe('names, or {agency, role}; role: lead, support, responsible, guide'),
  deadlines: z.array(z.union([z.string(), deadlineSchema])).optional(),
})
export type CorrectionValues = Readonly<z.infer<typeof valuesSchema>>

const reasonShape = {
  why: z.string().min(1).describe('the reason, for whoever checks'),
  basis: z.string().optional().describe('what it rests on'),
}
/** `item` is the id that `fengong inspect` shows, or the serial number in the annex. */
const itemReference = z.union([itemIdSchema, z.int()])

export const correctionSchema = z.union([
  z.strictObject({ item: itemReference, was: valuesSchema, set: valuesSchema, ...reasonShape }),
  z.strictObject({ item: itemReference, add: valuesSchema, ...reasonShape }),
  z.strictObject({
    item: itemReference,
    remove: valuesSchema.or(z.literal('item')),
    ...reasonShape,
  }),
  z.strictObject({
    rows: z.array(valuesSchema.extend({ serial: z.int(), title: z.string() })).min(1),
    page: z.int().min(1).describe('page of the original that was looked at'),
    ...reasonShape,
  }),
])
export type Correction = Readonly<z.infer<typeof correctionSchema>>

/** sources/<id>.corrections.yaml */
export const correctionsFileSchema = z.strictObject({
  corrections: z.array(correctionSchema).default([]),
  accept: z
    .array(
      z.strictObject({
        rule: z.string(),
        item: itemReference.optional(),
        text: z.string().optional(),
        why: z.string().min(1),
      }),
    )
    .default([])
    .describe('silences one message, with a reason'),
})
export type CorrectionsFile = Readonly<z.infer<typeof correctionsFileSchema>>
