import { z } from 'zod'

import { inBoth } from './in-both.js'

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
  name: z.string().describe(inBoth('全称', 'full name')),
  short: z
    .string()
    .describe(inBoth('规范化简称：印在纸上，用作文件名', '规范化简称: on paper and in file names')),
  aliases: z
    .array(z.string())
    .default([])
    .describe(inBoth('公文里还可能怎么写', 'other forms that official papers print')),
  informal: z
    .array(z.string())
    .default([])
    .describe(inBoth('口头叫法：认得，不印', 'recognised, never printed by us')),
  kind: z
    .enum(agencyKinds)
    .describe(inBoth('哪一类机构，文种按它定', 'its kind, which decides the kind of letter')),
  level: z.enum(['central', 'province', 'city', 'county']).describe(inBoth('层级', 'its level')),
  parent: z
    .string()
    .nullable()
    .default(null)
    .describe(inBoth('归谁管理：部委的全称', 'full name of a bureau’s ministry')),
  deliverTo: z
    .string()
    .nullable()
    .default(null)
    .describe(
      inBoth(
        '文件送到哪个单位：挂牌的，写它挂在谁那里',
        'short name of the house that gets the packet: plates (挂牌)',
      ),
    ),
  address: z
    .string()
    .nullable()
    .default(null)
    .describe(
      inBoth('你部、你局：名称末字看不出时写', '你部, where the last character does not tell'),
    ),
  successors: z
    .array(z.string())
    .default([])
    .describe(
      inBoth(
        '职责由谁承接，写简称；不止一家的须由人确定',
        'short names; several: a person must say which',
      ),
    ),
  until: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .nullable()
    .default(null)
    .describe(inBoth('撤销的年月：2018-03', 'month of its end: 2018-03')),
  order: z.number().describe(inBoth('排列先后，小的在前', 'protocol order')),
})
export type Agency = Readonly<z.infer<typeof agencySchema>>
