import { z } from 'zod'

import type { FlowBlock } from '../../../model/index.js'
import { textOfValue } from '../../liquid/text-of-value.js'
import { composeGrid } from '../../table/grid.js'
import { flowTableOf } from '../flow-table.js'
import { directive } from './handler.js'
import { listOf, ownValue } from './list-of.js'

/**
 * `::table{rows={{ items.all }} columns=tasks group=category}`: a row a member of the list under the columns of this name in the front matter; a
 * heading wherever the row’s own value of `group` changes. Columns that no row fills are left out, and so is a table without rows.
 */
export const table = directive({
  attributes: z.strictObject({
    rows: z.string(),
    columns: z.string(),
    group: z.string().optional(),
  }),
  label: 'none',
  handle: ({ columns: name, group }, context): readonly FlowBlock[] => {
    const rows = listOf(context.value('rows')) ?? context.failRows('rows')
    const columns = Object.hasOwn(context.columns, name)
      ? (context.columns[name] ?? [])
      : context.failColumns(name)
    const grid = composeGrid({
      columns,
      rows,
      scope: context.scope,
      group: group === undefined ? null : (_scope, record) => textOfValue(ownValue(record, group)),
      filledElsewhere: () => false,
    })
    const made = flowTableOf(grid)
    return made === null ? [] : [made]
  },
})
