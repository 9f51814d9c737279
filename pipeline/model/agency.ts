import { z } from 'zod'

export const agencyKinds = [
  'party',
  'congress',
  'office',
  'department',
  'sasac',
  'directly-under',
  'institution',
  'national-bureau',
  'court',
  'military',
  'mass',
  'enterprise',
  'bank',
  'coordinating',
  'dispatched',
  'local-department',
  'local-government',
] as const

/** What the registry knows of one body. Facts as of the date that the registry names. */
export const agencySchema = z.strictObject({
  name: z.string().describe('full name'),
  short: z.string().describe('规范化简称: on paper and in file names'),
  aliases: z.array(z.string()).default([]).describe('other forms that official papers print'),
  informal: z.array(z.string()).default([]).describe('recognised, never printed by us'),
  kind: z.enum(agencyKinds),
  level: z.enum(['central', 'province', 'city', 'county']),
  parent: z.string().nullable().default(null).describe('full name of a bureau’s ministry'),
  deliverTo: z
    .string()
    .nullable()
    .default(null)
    .describe('short name of the house that gets the packet: plates (挂牌)'),
  address: z
    .string()
    .nullable()
    .default(null)
    .describe('你部, where the last character does not tell'),
  successors: z
    .array(z.string())
    .default([])
    .describe('short names; several: a person must say which'),
  until: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .nullable()
    .default(null)
    .describe('month of its end: 2018-03'),
  order: z.number().describe('protocol order'),
})
export type Agency = Readonly<z.infer<typeof agencySchema>>
