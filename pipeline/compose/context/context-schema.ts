import { z } from 'zod'

import {
  appliedCorrectionSchema,
  deadlineKinds,
  itemSchema,
  dutySchema,
  officeSchema,
  officialDocumentSchema,
  responsibilitySchema,
  roles,
  severities,
} from '../../model/index.js'

/*
 * What templates see, key by key. Templates are checked against these schemas when they are loaded, so a name that is not here is found with its
 * line; the README lists them. Names are the model’s. A key is always there; what is absent is null or an empty list.
 */

const itemReferenceSchema = z.strictObject({
  id: z.string().describe('of the item'),
  number: z.int().nullable().describe('running number among the document’s tasks, from 1'),
  serial: z.int().nullable().describe('the notice’s own number'),
  label: z.string().nullable(),
  parentLabel: z.string().nullable().describe('of the item that it is a part of'),
  title: z.string(),
})
export type ItemReference = Readonly<z.output<typeof itemReferenceSchema>>

const itemShape = itemSchema.omit({ children: true }).shape

/** A responsibility as the model has it, and who gets the papers. */
const namedSchema = z.strictObject({
  ...responsibilitySchema.shape,
  house: z
    .string()
    .nullable()
    .describe(
      'short name of the house that gets the packet; null for generic actors and what is unresolved',
    ),
})

/** A task: an item, or a part of one, that is somebody’s work, or nobody’s yet. */
export const taskSchema = z.strictObject({
  ...itemShape,
  responsibilities: z.array(namedSchema),
  number: z.int().describe('running number among the document’s tasks, from 1'),
  parentLabel: z.string().nullable().describe('of the item that it is a part of'),
  parent: z
    .strictObject({
      id: z.string(),
      serial: z.int().nullable(),
      label: z.string().nullable(),
      title: z.string(),
      content: z.string().nullable(),
    })
    .nullable()
    .describe('the item that this is a part of'),
  details: z
    .array(
      z.strictObject({
        label: z.string().nullable(),
        title: z.string(),
        content: z.string().nullable(),
      }),
    )
    .describe('parts that nobody else is responsible for'),
  wholeContent: z.string().nullable().describe('content and details, a line each'),
  leads: z.array(namedSchema),
  supports: z.array(namedSchema),
  responsibles: z.array(namedSchema),
  guides: z.array(namedSchema),
  digest: z
    .string()
    .describe(
      'of what the notice says of it: a reply that carries another was filled in for another text',
    ),
  unassigned: z.boolean().describe('the text that was read names no agency, and no generic actor'),
  corrected: z.boolean().describe('人工校正: a person changed what was read'),
  added: z.boolean().describe('据原件补录: a person added it from the original'),
  corrections: z.array(appliedCorrectionSchema),
  role: z
    .enum(roles)
    .nullable()
    .describe('of the agency that the paper is for; the first of `roles`'),
  roles: z.array(z.enum(roles)),
  assignedParts: z.array(z.string()).describe('what of the task is this agency’s: 资金保障'),
  assignedAs: z.array(z.string()).describe('names of the same house under which it has the task'),
  partners: z.array(namedSchema).describe('who else is named in the task'),
})
export type Task = Readonly<z.output<typeof taskSchema>>

const tasksShape = {
  all: z.array(taskSchema),
  lead: z.array(taskSchema),
  support: z.array(taskSchema),
  responsible: z.array(taskSchema),
  guide: z.array(taskSchema),
}

export const agencySchema = z.strictObject({
  name: z.string().describe('short name of the house that gets the packet'),
  fullName: z.string(),
  kind: z.string(),
  address: z.string().describe('你部'),
  as: z.array(z.string()).describe('names of the same house that the document uses instead'),
})

const agencyRowSchema = z.strictObject({
  ...agencySchema.shape,
  ...tasksShape,
  responsibilities: z.int().describe('how many tasks (按次: each agency counts)'),
})
export type AgencyRow = Readonly<z.output<typeof agencyRowSchema>>

const dutyRowSchema = z.strictObject({
  ...dutySchema.shape,
  agencies: z.array(z.string()).describe('short names'),
  generic: z.array(z.string()).describe('各有关部门 …, as printed'),
})
export type DutyRow = Readonly<z.output<typeof dutyRowSchema>>

const dateRowSchema = z.strictObject({
  date: z.string().nullable().describe('ISO; null where none is certain'),
  text: z.string(),
  kind: z.enum(deadlineKinds),
  item: itemReferenceSchema.nullable().describe('null: a duty in running text'),
  duty: z.string().nullable(),
  agencies: z.array(z.string()),
})
export type DateRow = Readonly<z.output<typeof dateRowSchema>>

const messageRowSchema = z.strictObject({
  severity: z.enum(severities),
  rule: z.string(),
  text: z.string(),
  related: z.array(z.string()),
  line: z.int().nullable().describe('in the source, where it has lines'),
  item: itemReferenceSchema.nullable(),
})

const correctionRowSchema = z.strictObject({
  ...appliedCorrectionSchema.shape,
  item: itemReferenceSchema,
})

/** What of the document is no fact of it: the text, where things stand in it, and what has lists of its own here. */
const documentShape = officialDocumentSchema.omit({
  text: true,
  parts: true,
  dropped: true,
  markup: true,
  items: true,
  duties: true,
  corrections: true,
  places: true,
}).shape

export const documentSchema = z.strictObject({
  ...documentShape,
  matter: z.string().nullable().describe('what it is about: the words between 关于 and 的通知'),
  kind: z.string().nullable().describe('文种: 通知, 意见 …, the end of its title'),
  forwards: z
    .boolean()
    .describe('its title says 印发, 转发 or 批转: the matter names another paper'),
})

/** An office as templates see it: every key is there. */
export const officeFactsSchema = z.strictObject({
  configured: z.boolean().describe('there is an office.yaml'),
  name: z.string().nullable(),
  mark: z.string().nullable(),
  series: z.string().nullable(),
  number: z.string().nullable(),
  date: z.string().nullable(),
  contact: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  unit: z.string().nullable(),
  replyBy: z.string().nullable(),
  head: officeSchema.shape.head.unwrap(),
  draft: z.string().nullable(),
  consentOf: z.string().nullable(),
  reportedBy: officeSchema.shape.reportedBy.unwrap(),
  brief: z
    .strictObject({
      name: z.string(),
      issue: z.string(),
      to: z.array(z.string()),
      copies: z.int().nullable(),
    })
    .nullable(),
})
export type OfficeFacts = Readonly<z.output<typeof officeFactsSchema>>

const registerRowSchema = z.strictObject({
  recipient: z.string().nullable().describe('as distribution.yaml has it; null: kept for the file'),
  house: z.string().nullable().describe('short name of the house that it is'),
  copies: z.int(),
  numbers: z.string().nullable().describe('000001—000003'),
  kind: z.string().nullable().describe('how it is sent'),
  note: z.string().nullable(),
  kept: z.boolean().describe('kept for the file'),
})

export const contextSchema = z.strictObject({
  document: documentSchema,
  agency: agencySchema
    .nullable()
    .describe('whom the paper is for; null in papers for the document'),
  items: z
    .strictObject({ ...tasksShape, unassigned: z.array(taskSchema) })
    .describe(
      'the agency’s tasks; in papers for the document all, by the roles that somebody has in them',
    ),
  duties: z.strictObject({
    all: z.array(dutyRowSchema),
    own: z
      .array(dutyRowSchema)
      .describe(
        'those that name the agency; in papers for the document those that name some agency',
      ),
    common: z
      .array(dutyRowSchema)
      .describe('addressed to bodies of its kind (国务院各有关部门), or to nobody by name'),
  }),
  dates: z.array(dateRowSchema).describe('deadlines by date, those without a date last'),
  agencies: z
    .array(agencyRowSchema)
    .describe('all agencies of the document that have a task, in protocol order'),
  dutyAgencies: z.array(z.string()).describe('agencies that running text alone names'),
  unresolved: z
    .array(z.string())
    .describe('abolished bodies of which nobody has said who follows them'),
  categories: z
    .array(z.strictObject({ name: z.string(), items: z.array(taskSchema) }))
    .describe('领域 in printed order'),
  counts: z.strictObject({
    items: z.int().describe('按项: a task once'),
    assigned: z.int().describe('tasks that name somebody'),
    unassigned: z.int(),
    agencies: z.int(),
    responsibilities: z.int().describe('按次: a task once for each agency'),
    joint: z.int().describe('tasks of more than one agency'),
    lead: z.int().describe('按次 in papers for the document, 按项 in those for an agency'),
    support: z.int(),
    responsible: z.int(),
    guide: z.int(),
  }),
  annex: z
    .strictObject({
      serials: z.array(z.int()).describe('the numbers that the copy’s annex has'),
      missing: z.array(itemReferenceSchema).describe('tasks that stand in the text alone'),
      total: z.int(),
    })
    .nullable()
    .describe('where the annex of the copy lacks rows; null where nothing says so'),
  messages: z.array(messageRowSchema),
  corrections: z.array(correctionRowSchema),
  office: officeFactsSchema,
  genre: z.enum(['函', '通知', '督办通知单']).describe('kind of letter for this recipient'),
  final: z.boolean().describe('office.yaml names the document among those a person has checked'),
  marks: z
    .strictObject({ secrecy: z.string().nullable(), urgency: z.string().nullable() })
    .describe('of the source; on a packet and in the name of a ZIP the highest of what is in it'),
  register: z
    .strictObject({
      rows: z.array(registerRowSchema),
      copies: z.int().describe('all of them'),
      sent: z.int(),
      kept: z.int(),
      distributed: z.boolean().describe('distribution.yaml says so; else one copy each'),
    })
    .describe('who gets how many copies'),
  recipient: z
    .strictObject({
      copies: z.int(),
      numbers: z.string().nullable(),
      kind: z.string().nullable(),
    })
    .nullable()
    .describe('the agency’s own copies; null in papers for the document, and where nothing says'),
  parts: z
    .array(z.strictObject({ title: z.string(), missing: z.boolean() }))
    .describe('what a packet is bound from, in order; empty on other papers'),
})
export type Context = Readonly<z.output<typeof contextSchema>>
