import {
  assertNever,
  sha256,
  type Bundle,
  type Flow,
  type FlowRow,
  type FlowTable,
  type Layout,
  type Page,
  type Packet,
  type Sheet,
  type TextLayout,
  type Workbook,
} from '../model/index.js'
import { blockLabels, jsonLabels, labels, lateKeys } from './labels.js'

/** A piece of what a file is made from: its label, and a hash of it or, where that says more, the piece itself. */
export type Digest = readonly [label: string, value: string]

/** Between the cells’ hashes in the value of a row: `column:hash`, as 0:1f3a9c 2:77e01b. */
const cellSeparator = ' '
/** Between the titles in the value of a table’s columns. */
export const titleSeparator = '\u001f'
/** A text of more lines than this is one piece: nobody reads a plan for the 900th line of a JSON file. */
const mostLines = 200
/** A ledger over a thousand notices has tens of thousands of rows: each of the first ones is told apart, the others by the hundred. */
const mostRows = 1000
const rowsTogether = 100

const digest = (value: unknown) => sha256(JSON.stringify(value)).slice(0, 12)
const digestCell = (value: unknown) => sha256(JSON.stringify(value)).slice(0, 6)

/** A row’s cells by the column that they begin in; the row’s own kind is part of each, so that it is never lost. */
function rowValue(
  cells: readonly (readonly [column: number, cell: unknown])[],
  kind: string,
): string {
  const values = cells.map(([column, cell]) => `${column}:${digestCell([kind, cell])}`)
  return values.join(cellSeparator)
}

/** From the value of a row back to column → hash. */
export function cellsOf(value: string): ReadonlyMap<number, string> | null {
  if (!/^\d+:[0-9a-f]{6}( |$)/.test(value)) return null
  return new Map(
    value.split(cellSeparator).map((cell) => {
      const [column = '', hash = ''] = cell.split(':')
      return [Number(column), hash] as const
    }),
  )
}

/** The column that each cell of a row begins in. `covered` counts for each column the rows that a cell above still fills; it is brought forward. */
function placeCells(row: FlowRow, covered: number[]): (readonly [number, unknown])[] {
  let column = 0
  const placed = row.cells.map((cell) => {
    while ((covered[column] ?? 0) > 0) column += 1
    const at = column
    for (let each = at; each < at + cell.colSpan; each += 1) covered[each] = cell.rowSpan
    column += cell.colSpan
    return [at, cell] as const
  })
  covered.forEach((rows, index) => (covered[index] = Math.max(0, rows - 1)))
  return placed
}

function digestTable(table: FlowTable, label: string): Digest[] {
  const covered: number[] = []
  return [
    [
      `${label} ${labels.columns}`,
      table.columns.map((column) => column.title).join(titleSeparator),
    ],
    ...table.rows.map((row, index): Digest => [
      labels.row(label, index + 1),
      rowValue(placeCells(row, covered), row.kind),
    ]),
    // After the rows: a cell that grew changes the widths of columns, too, and it is the cell that should be named.
    [`${label} ${labels.head}`, digest([table.head, table.columns, table.anchor])],
  ]
}

/** Counts from 1 how often a word came. */
function counter(): (word: string) => number {
  const counts = new Map<string, number>()
  return (word) => {
    const count = (counts.get(word) ?? 0) + 1
    counts.set(word, count)
    return count
  }
}

function digestFlow(flow: Flow): Digest[] {
  const count = counter()
  const blocks = flow.sections.flatMap((section) =>
    section.blocks.flatMap((block): readonly Digest[] => {
      if (block.type === 'table') {
        return digestTable(block, labels.nth(labels.table, count(labels.table)))
      }
      if (block.type === 'text') {
        const { name } = flow.style.text[block.style]
        return [[labels.paragraph(name, count(name)), digest(block)]]
      }
      const label = blockLabels[block.type]
      return [[labels.nth(label, count(label)), digest(block)]]
    }),
  )
  return [
    ...blocks,
    [labels.draftMark, digest(flow.draftMark)],
    [labels.secrecy, digest(flow.secrecy)],
    [labels.urgency, digest(flow.urgency)],
    [labels.properties, digest(flow.properties)],
    [labels.geometry, digest(flow.sections.map((section) => ({ ...section, blocks: undefined })))],
    [labels.style, digest(flow.style)],
  ]
}

/** Rows after the first `mostRows`, some at a time. */
function restOfRows(name: string, rows: Sheet['rows']): Digest[] {
  const digests: Digest[] = []
  for (let first = mostRows; first < rows.length; first += rowsTogether) {
    const some = rows.slice(first, first + rowsTogether)
    digests.push([labels.rows(name, first + 1, first + some.length), digest(some)])
  }
  return digests
}

function digestSheet(sheet: Sheet): Digest[] {
  const { name, columns, above, below, rows, ...setup } = sheet
  const placed = (row: Sheet['rows'][number]) =>
    row.cells.flatMap((cell, column) => (cell === null ? [] : [[column, cell] as const]))
  return [
    [`${name} ${labels.columns}`, columns.map((column) => column.title).join(titleSeparator)],
    [`${name} ${labels.above}`, digest(above)],
    ...rows
      .slice(0, mostRows)
      .map((row, index): Digest => [labels.row(name, index + 1), rowValue(placed(row), row.kind)]),
    ...restOfRows(name, rows),
    [`${name} ${labels.head}`, digest(columns)],
    [`${name} ${labels.below}`, digest(below)],
    [`${name} ${labels.geometry}`, digest(setup)],
  ]
}

function digestWorkbook(workbook: Workbook): Digest[] {
  return [
    ...workbook.sheets.flatMap(digestSheet),
    [labels.secrecy, digest(workbook.secrecy)],
    [labels.names, digest(workbook.names)],
    [labels.properties, digest(workbook.properties)],
    [labels.faces, digest(workbook.faces)],
  ]
}

/**
 * JSON as we print it, key by key and, in a list, entry by entry; null for any other text. By its lines: a whole model parsed again would take
 * longer than all other digests of a document.
 */
function digestJson(text: string): Digest[] | null {
  if (!text.startsWith('{\n')) return null
  const sections: { key: string; isList: boolean; entries: string[][] }[] = []
  for (const line of text.split('\n')) {
    const key = /^ {2}"([^"]+)": (.*)$/u.exec(line)
    const section = sections.at(-1)
    if (key !== null)
      sections.push({ key: key[1] ?? '', isList: key[2] === '[', entries: [[key[2] ?? '']] })
    else if (section?.isList === true && /^ {4}[^ }\]]/u.test(line)) section.entries.push([line])
    // What closes a list or an object of the first level belongs to none of its entries.
    else if (/^ {4}/u.test(line)) section?.entries.at(-1)?.push(line)
  }
  const late = ({ key }: (typeof sections)[number]) => lateKeys.indexOf(key)
  return sections
    .sort((a, b) => late(a) - late(b))
    .flatMap(({ key, isList, entries }): Digest[] => {
      const label = jsonLabels[key] ?? key
      // An entry is the same whether a comma or a bracket comes after it.
      const values = entries.map((lines) => digest(lines.map((line) => line.replace(/,$/u, ''))))
      if (!isList) return [[label, values[0] ?? '']]
      const [, ...each] = entries.map(([first = ''], at) => [first, values[at] ?? ''] as const)
      return [
        ...each
          .slice(0, mostLines)
          .map(([, value], at): Digest => [labels.entryOf(label, at + 1), value]),
        ...(each.length > mostLines
          ? [[labels.rest(label), digest(each.slice(mostLines))] as const]
          : []),
      ]
    })
}

function digestText(layout: TextLayout): Digest[] {
  const json = digestJson(layout.text)
  if (json !== null) return json
  const lines = layout.text.split('\n')
  return lines.length > mostLines
    ? [[labels.content, digest(layout.text)]]
    : lines.map((line, index): Digest => [labels.line(index + 1), digest(line)])
}

type PageNode = Page['body'][number]

/** A page’s named pieces by what they are called, then all the rest, in which a piece is a hole. */
function digestPage({ body, pieces, ...about }: Page): Digest[] {
  const named: Digest[] = []
  const without = (node: PageNode): PageNode | string => {
    if (node.type !== 'element') return node
    const id = typeof node.properties.id === 'string' ? node.properties.id : ''
    // Without the number of its entries, as in 消息（24）: that would be another piece each time.
    const label = pieces[id]?.replace(/（\d+）$/u, '')
    if (label === undefined) return { ...node, children: node.children.map(without) as PageNode[] }
    named.push([label, digest(node)])
    return id
  }
  const rest = body.map(without)
  return [...named, [labels.content, digest([about, rest])]]
}

/** A packet’s own pages, then what it is bound from; the parts themselves count by the files that the job depends on. */
function digestPacket(packet: Packet): Digest[] {
  const { flow, parts, ...binding } = packet
  return [
    ...digestFlow(flow),
    ...parts.map((part, index): Digest => [labels.part(index + 1), digest(part)]),
    [labels.binding, digest(binding)],
  ]
}

function digestBundle({ entries }: Bundle): Digest[] {
  return entries.map(({ name, from }): Digest => [labels.entry(name), digest(from)])
}

/** A layout piece by piece, in reading order: enough to say where two of them first differ. */
export function digestLayout(layout: Layout): readonly Digest[] {
  switch (layout.type) {
    case 'flow':
      return digestFlow(layout)
    case 'workbook':
      return digestWorkbook(layout)
    case 'text':
      return digestText(layout)
    case 'page':
      return digestPage(layout)
    case 'packet':
      return digestPacket(layout)
    case 'bundle':
      return digestBundle(layout)
    default:
      return assertNever(layout)
  }
}
