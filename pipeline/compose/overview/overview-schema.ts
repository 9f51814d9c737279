import { z } from 'zod'

import { deadlineSchema, responsibilitySchema } from '../../model/index.js'
import {
  agencySchema,
  documentSchema,
  officeFactsSchema,
  taskSchema,
} from '../context/context-schema.js'

/*
 * What templates of products over documents see (per: agency, all), key by key; the counterpart of contextSchema. Names are the model’s.
 */

/** What of a notice is told beside each of its tasks. */
const noticeSchema = z.strictObject({
  ...documentSchema.pick({
    id: true,
    title: true,
    documentNumber: true,
    secrecy: true,
    urgency: true,
    issuers: true,
    issuerLevel: true,
    issuerPlace: true,
    issueDate: true,
    matter: true,
    kind: true,
  }).shape,
  source: documentSchema.shape.source.pick({ path: true, format: true }),
  final: z.boolean().describe('a person has checked it'),
  stale: z.boolean().describe('its source could not be read since: this is what it said before'),
})
export type Notice = Readonly<z.output<typeof noticeSchema>>

/** The same task in another notice: its title has the same key. Linked, never merged. */
const sameTaskSchema = z.strictObject({
  document: z.string().describe('id of the other notice'),
  documentNumber: z.string().nullable(),
  title: z.string().nullable().describe('of the other notice'),
  number: z.int(),
  serial: z.int().nullable(),
  label: z.string().nullable(),
  parentLabel: z.string().nullable(),
  anchor: z.string().describe('of that task’s row, where the list has one'),
})
export type SameTask = Readonly<z.output<typeof sameTaskSchema>>

const aboutTask = {
  document: noticeSchema,
  anchor: z.string().describe('names the task among those of all notices'),
  due: z.string().nullable().describe('the first certain date among its deadlines'),
  key: z
    .string()
    .describe('of its title: equal in the same tasks; empty where the title says nothing'),
  same: z.array(sameTaskSchema).describe('the same task in other notices: the nearest of them'),
  sameRow: z.string().nullable().describe('anchor of the first of them that this list has'),
  sameCount: z.int().describe('how many other notices’ tasks are the same'),
}

/** A task of one notice among those of all. */
const overviewTaskSchema = taskSchema.extend({
  ...aboutTask,
  sheet: z
    .string()
    .nullable()
    .describe('path of the agency’s sheet to fill in, from the output folder'),
})
export type OverviewTask = Readonly<z.output<typeof overviewTaskSchema>>

/** A responsibility as the model has it with its notice and item; one row with nulls for an item that names nobody. */
const responsibilityRowSchema = z.strictObject({
  ...aboutTask,
  item: z.strictObject({
    ...taskSchema.pick({
      id: true,
      number: true,
      serial: true,
      label: true,
      parentLabel: true,
      title: true,
      content: true,
      details: true,
      category: true,
      scope: true,
      persons: true,
      open: true,
      origins: true,
      corrected: true,
      added: true,
    }).shape,
    deadlines: z.array(deadlineSchema),
  }),
  agency: responsibilitySchema.shape.agency.nullable(),
  name: responsibilitySchema.shape.name.nullable(),
  house: z.string().nullable().describe('who gets the papers, with its place'),
  text: responsibilitySchema.shape.text.nullable(),
  word: responsibilitySchema.shape.word,
  kind: responsibilitySchema.shape.kind.nullable(),
  role: responsibilitySchema.shape.role.nullable(),
  part: responsibilitySchema.shape.part,
  statement: responsibilitySchema.shape.statement.nullable(),
  from: responsibilitySchema.shape.from.nullable(),
  partners: z.array(z.string()).describe('who else is named in the task'),
})
export type ResponsibilityRow = Readonly<z.output<typeof responsibilityRowSchema>>

const missingSchema = z.strictObject({
  id: z.string(),
  path: z.string(),
  title: z.string().nullable(),
  why: z.enum(['unread', 'model']).describe('never read, or its document.json is not ours'),
})
export type MissingNotice = Readonly<z.output<typeof missingSchema>>

export const overviewSchema = z.strictObject({
  agency: agencySchema.nullable().describe('whom the list is for; null in lists of everything'),
  tasks: z
    .array(overviewTaskSchema)
    .describe(
      'of an agency: its own, by date, then as they stand; else all, notice by notice in reading order',
    ),
  responsibilities: z.array(responsibilityRowSchema).describe('the same, one a responsibility'),
  documents: z
    .array(
      z.strictObject({
        ...noticeSchema.shape,
        items: z.int().describe('tasks in the list'),
        folder: z.string().describe('of its files, from the output folder'),
      }),
    )
    .describe('the notices that the list holds tasks of'),
  missing: z.array(missingSchema).describe('notices that the list lacks'),
  stale: z.array(noticeSchema).describe('notices of which it holds an earlier reading'),
  agencies: z
    .array(
      z.strictObject({
        ...agencySchema.shape,
        tasks: z.int(),
        lead: z.int(),
        support: z.int(),
        responsible: z.int(),
        guide: z.int(),
        documents: z.int(),
      }),
    )
    .describe('all agencies with a task, in protocol order; of an agency’s list itself alone'),
  counts: z.strictObject({
    documents: z.int(),
    items: z.int().describe('按项'),
    responsibilities: z.int().describe('按次'),
    unassigned: z.int(),
    agencies: z.int(),
  }),
  office: officeFactsSchema,
})
export type Overview = Readonly<z.output<typeof overviewSchema>>
