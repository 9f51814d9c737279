import type { ColumnMeaning } from './table-columns.js'

/** A column whose head is understood. */
export interface TaskColumn extends ColumnMeaning {
  readonly index: number
}

/** Heads of columns that hold nothing of a task: 姓名, 联系电话, 签字. */
const ofNoTask = /姓名|职务|职称|电话|联系|手机|邮箱|签[字名]|盖章|性别|年龄|学历|金额|数量/
/** A head is a short word. */
const longestHead = 24

/** Columns in the order in which they stand. */
function inOrder(columns: readonly TaskColumn[]): readonly TaskColumn[] {
  return [...columns].sort((one, other) => one.index - other.index)
}

/**
 * Names the task where a table says who does it and calls the task by a word that is not known (建设内涵 | 责任单位): the unknown column nearest before its content, else
 * the first before who does it; others there are content.
 */
function withTask(columns: readonly TaskColumn[], heads: readonly string[]): readonly TaskColumn[] {
  const role = columns.find(({ kind }) => kind === 'role')
  if (role === undefined || columns.some(({ kind }) => kind === 'item')) return columns
  const content = columns.find(({ kind }) => kind === 'content')
  const known = new Set(columns.map(({ index }) => index))
  const free = heads.flatMap((head, index) => {
    const plain = head.replace(/\s/g, '')
    const isFree =
      !known.has(index) && plain !== '' && plain.length <= longestHead && !ofNoTask.test(plain)
    return isFree ? [index] : []
  })
  const before = free.filter((index) => index < (content ?? role).index)
  // Where bodies stand first, what they do comes behind: 责任单位 | 工作职责.
  const own =
    (content === undefined ? before[0] : before.at(-1)) ??
    (content === undefined ? free[0] : undefined)
  if (own === undefined) return columns
  const others = content === undefined ? before.slice(1) : []
  return inOrder([
    ...columns,
    { kind: 'item', word: null, index: own },
    ...others.map((index) => ({ kind: 'content' as const, word: null, index })),
  ])
}

/** Of several columns that name tasks (重点任务 | 具体举措) the first is the task and the next its content; beside a column of content the last is the task, those before it its group. */
function withOneTask(columns: readonly TaskColumn[]): readonly TaskColumn[] {
  const items = columns.filter(({ kind }) => kind === 'item')
  if (items.length < 2) return columns
  const last = items.at(-1)
  const hasContent = columns.some(
    ({ kind, index }) => kind === 'content' && index > (last?.index ?? 0),
  )
  const serial = columns.find(({ kind }) => kind === 'serial')
  // 主要任务 | 序号 | 具体任务: the number is of the task behind it; what stands before is its group.
  const isGrouped =
    serial !== undefined &&
    (items[0]?.index ?? 0) < serial.index &&
    serial.index < (last?.index ?? 0)
  return columns.map((column) => {
    if (column.kind !== 'item') return column
    if (hasContent || isGrouped) return column === last ? column : { ...column, kind: 'category' }
    return column === items[0] ? column : { ...column, kind: 'content' }
  })
}

/** Decides what the columns of a task table hold where their heads alone leave it open. `heads` are all heads, in order. */
export function settleColumns(
  columns: readonly TaskColumn[],
  heads: readonly string[],
): readonly TaskColumn[] {
  return withOneTask(withTask(columns, heads))
}
