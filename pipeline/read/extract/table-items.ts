import { makeFinding } from '../../messages/index.js'
import type { DraftItem } from '../../model/index.js'
import { readChineseNumeral } from '../../text/index.js'
import { type AssignmentReading, type Beside, roleOfColumn } from './responsibilities/index.js'
import { buildItem } from './build-item.js'
import { bracketSpots } from './find-spots.js'
import { pathLabel } from './item-id.js'
import { readLabel } from './label.js'
import { cut, hullOf, type Line, spansOf, unwrapped } from './line.js'
import { headingOf } from './outline.js'
import type { GridCell, TableEntry } from './read-entries.js'
import { readTable, type TaskColumn, type TaskTable } from './read-table.js'
import { isScope } from './read-scope.js'
import { countAtEnd } from './said-count.js'
import { splitTitle } from './split-title.js'
import type { ItemReaders } from './item-readers.js'

/** What stands for nothing in a cell. */
const none = /^(?:[/／\\\-－—–―_\s]+|无|空|暂无)$/
/** What stands for the cell above. */
const above = /^(?:同上|〃|″|"|''|同前)$/

type Rows = readonly (readonly (GridCell | null)[])[]

/** Whether a cell says something: 无 and — do not. */
function isSaid(cell: GridCell | null | undefined): boolean {
  return cell != null && cell.line.text !== '' && !none.test(cell.line.text)
}

/** Cells that say something, each text once. */
function different(cells: readonly (GridCell | null | undefined)[]): readonly GridCell[] {
  const said = cells.filter((cell): cell is GridCell => isSaid(cell))
  return [...new Map([...said].reverse().map((cell) => [cell.line.text, cell])).values()].reverse()
}

interface Group {
  readonly label: string | null
  readonly name: Line
}

/** Reads the rows of one table into items, top to bottom. */
class TableReader {
  readonly items: DraftItem[] = []
  #group: Group | null = null
  #groupStart = 0
  #said: { readonly said: number; readonly unit: string; readonly line: Line } | null = null
  /** Readings of cells that cover several rows, so that they are one statement. */
  readonly #read = new Map<GridCell, AssignmentReading>()
  #last: readonly (GridCell | null)[] = []

  constructor(
    private readonly table: TaskTable,
    private readonly path: readonly string[],
    private readonly readers: ItemReaders,
  ) {}

  readAll(): readonly DraftItem[] {
    const { rows } = this.table
    for (let at = 0; at < rows.length;) {
      const row = rows[at]
      if (row === undefined) break
      if (row.type === 'group') {
        this.#openGroup(row.line)
        at += 1
        continue
      }
      const block = [this.#filled(row.cells)]
      for (
        let next = rows[at + block.length];
        next?.type === 'row';
        next = rows[at + block.length]
      ) {
        if (!this.#belongs(block[0] ?? [], next.cells)) break
        block.push(this.#filled(next.cells))
      }
      this.items.push(...this.#itemsOf(block))
      at += block.length
    }
    this.#closeGroup()
    return this.items
  }

  #openGroup(line: Line): void {
    this.#closeGroup()
    const label = readLabel(line.text)
    const count = countAtEnd(line.text)
    const name = headingOf(cut(line, label?.end ?? 0, count?.start ?? line.text.length))
    this.#group = { label: label === null ? null : pathLabel(label.text), name }
    this.#groupStart = this.items.length
    this.#said = count === null ? null : { said: count.said, unit: count.unit, line }
  }

  #closeGroup(): void {
    if (this.#said === null || this.#group === null) return
    const counted = this.items.length - this.#groupStart
    const { said, unit, line } = this.#said
    this.readers.counts.push({
      value: { said, unit, counted, of: this.#group.name.text },
      span: hullOf(line),
    })
  }

  /** The row with 同上 replaced by the cell above. */
  #filled(cells: readonly (GridCell | null)[]): readonly (GridCell | null)[] {
    const filled = cells.map((cell, index) =>
      cell !== null && above.test(cell.line.text) ? (this.#last[index] ?? cell) : cell,
    )
    this.#last = filled
    return filled
  }

  #columns(kind: TaskColumn['kind']): readonly TaskColumn[] {
    return this.table.columns.filter((column) => column.kind === kind)
  }

  /** Whether a row belongs to the task above: its number and name are the same cell, or left empty, or repeated. */
  #belongs(first: readonly (GridCell | null)[], cells: readonly (GridCell | null)[]): boolean {
    const keys = [...this.#columns('serial'), ...this.#columns('item')]
    if (keys.length === 0) return false
    const same = keys.map(({ index }) => {
      const [one, other] = [first[index] ?? null, cells[index] ?? null]
      if (one !== null && one === other) return 'same'
      const text = other?.line.text ?? ''
      if (text === '') return 'empty'
      return text === one?.line.text && text !== '' ? 'same' : 'other'
    })
    return !same.includes('other') && (same.includes('same') || keys.length > 0)
  }

  /** The different cells with text of a column kind, in these rows: Markdown repeats what another format merges. */
  #cells(rows: Rows, kind: TaskColumn['kind']): readonly GridCell[] {
    return this.#columns(kind).flatMap(({ index }) => different(rows.map((row) => row[index])))
  }

  #itemsOf(rows: Rows): readonly DraftItem[] {
    const contents = this.#columns('content').length > 0 ? this.#cells(rows, 'content') : []
    const whole = rows.length === 1 || contents.length <= this.#columns('content').length
    if (whole) return [this.#item(rows, true)]
    const parent = this.#item(rows, false, () => rows.map((row) => this.#child(row, rows)))
    return [parent]
  }

  /** The statements of the cells of bodies, each cell once in the document. */
  #readings(rows: Rows): readonly AssignmentReading[] {
    return this.#columns('role').flatMap((column) => {
      return different(rows.map((row) => row[column.index])).flatMap((cell) => {
        const others = this.#alsoUnder(cell, column, rows)
        // Read under the first of its columns.
        if (others.some(({ index }) => index < column.index)) return []
        const known = this.#read.get(cell) ?? this.#reading(cell, column, others, rows)
        this.#read.set(cell, known)
        return [known]
      })
    })
  }

  #reading(
    cell: GridCell,
    column: TaskColumn,
    others: readonly TaskColumn[],
    rows: Rows,
  ): AssignmentReading {
    const { desk } = this.readers
    if (others.length === 0) return desk.read(cell.line, column.word, this.#beside(column, rows))
    desk.findings.push(
      makeFinding('cell-has-one-role', {
        values: {
          names: unwrapped(cell.line.text),
          columns: [column, ...others].map(({ word }) => (word ?? '').replace(/\s/g, '')),
        },
        span: hullOf(cell.line),
      }),
    )
    return desk.read(cell.line, null)
  }

  /** Other columns of another role in which a cell stands too: who is in it leads and supports, or nobody can say which. */
  #alsoUnder(cell: GridCell, column: TaskColumn, rows: Rows): readonly TaskColumn[] {
    const role = roleOfColumn(column.word ?? '')?.role
    if (role === undefined || role === 'person') return []
    return this.#columns('role').filter((other) => {
      const theirs = roleOfColumn(other.word ?? '')?.role
      if (other === column || theirs === role || theirs === 'person') return false
      return rows.some(
        (row) =>
          row[column.index]?.line.text === cell.line.text &&
          row[other.index]?.line.text === cell.line.text,
      )
    })
  }

  /** What the other columns of these rows name: 负责单位 beside 配合单位 singles out, unless the table has a column 牵头单位 too. */
  #beside(column: TaskColumn, rows: Rows): Beside {
    const others = (role: string) =>
      this.#columns('role').filter(
        (other) => other !== column && roleOfColumn(other.word ?? '')?.role === role,
      )
    const isNamed = (other: TaskColumn) => rows.some((row) => isSaid(row[other.index]))
    return {
      support: others('lead').length === 0 && others('support').some(isNamed),
      lead: others('lead').some(isNamed),
    }
  }

  #deadlines(rows: Rows, content: readonly Line[]) {
    const { desk } = this.readers
    const cells = this.#cells(rows, 'deadline').flatMap(({ line }) => {
      const found = desk.deadlinesIn(line)
      if (found.length > 0) return found
      const value = { text: unwrapped(line.text), kind: 'by' as const, date: null }
      return [{ value, span: hullOf(line) }]
    })
    return cells.length > 0 ? cells : content.flatMap((line) => desk.deadlinesIn(line))
  }

  #shared(rows: Rows) {
    const category = this.#cells(rows, 'category').map(({ line }) =>
      cut(line, readLabel(line.text)?.end ?? 0),
    )
    const scope = this.#cells(rows, 'scope').find(({ line }) => isScope(line.text))?.line
    return {
      origin: this.readers.origin,
      category: category.at(-1) ?? this.#group?.name ?? null,
      scope: scope === undefined ? null : { value: unwrapped(scope.text), spans: spansOf(scope) },
    }
  }

  #path(): readonly string[] {
    return this.#group?.label == null ? this.path : [...this.path, this.#group.label]
  }

  #item(rows: Rows, whole: boolean, children: () => readonly DraftItem[] = () => []): DraftItem {
    const names = this.#texts(rows, 'item')
    const contents = whole ? this.#texts(rows, 'content') : []
    const label = names[0] === undefined ? null : readLabel(names[0].text)
    const [first, ...others] = names
    const named = this.#named(first, label?.end ?? 0, [...others, ...contents])
    const id = this.readers.ids.next(this.#path(), named.title?.text ?? '')
    const readings = whole
      ? [...this.#readings(rows), ...this.#bracketReadings(rows, ['item', 'content'])]
      : []
    return buildItem({
      ...this.#shared(rows),
      id,
      serial: this.#serial(rows, first, label),
      title: named.title === null ? [] : [named.title],
      content: named.content,
      readings,
      deadlines: whole ? this.#deadlines(rows, [...names, ...contents]) : [],
      children: children(),
    })
  }

  #child(row: readonly (GridCell | null)[], rows: Rows): DraftItem {
    const shared = this.#shared(rows)
    const contents = this.#texts([row], 'content')
    const { title, content } = splitTitle(contents)
    const label = title === null ? null : readLabel(title.text)
    const text = title === null ? null : cut(title, label?.end ?? 0)
    const parent = this.#cells(rows, 'item')[0]?.line.text ?? ''
    return buildItem({
      ...shared,
      id: this.readers.ids.next([...this.#path(), pathLabel(parent)], text?.text ?? ''),
      label: title === null || label === null ? null : cut(title, 0, label.text.length),
      title: text === null ? [] : [text],
      content,
      readings: [...this.#readings([row]), ...this.#bracketReadings([row], ['content'])],
      deadlines: this.#deadlines([row], contents),
    })
  }

  /** The name as title; where the table has no column for content, a cell of several sentences is title and content. */
  #named(first: Line | undefined, from: number, rest: readonly Line[]) {
    if (first === undefined) return splitTitle(rest)
    const name = cut(first, from)
    return this.#columns('content').length > 0
      ? { title: name, content: rest }
      : splitTitle([name, ...rest])
  }

  /** The texts of the cells of a kind, without brackets that say who does it. */
  #texts(rows: Rows, kind: TaskColumn['kind']): readonly Line[] {
    return this.#cells(rows, kind).flatMap(({ line }) => {
      let at = 0
      const pieces = bracketSpots(line, this.readers.desk).map((spot) => {
        const piece = cut(line, at, spot.start)
        at = spot.end
        return piece
      })
      return [...pieces, cut(line, at)].filter(({ text }) => /[^\s。；;，,、]/.test(text))
    })
  }

  #bracketReadings(rows: Rows, kinds: readonly TaskColumn['kind'][]): readonly AssignmentReading[] {
    return kinds.flatMap((kind) =>
      this.#cells(rows, kind).flatMap(({ line }) =>
        bracketSpots(line, this.readers.desk).map(({ start, end }) =>
          this.readers.desk.read(cut(line, start, end), null),
        ),
      ),
    )
  }

  /** The printed number: in its column, or before the name. */
  #serial(rows: Rows, name: Line | undefined, label: ReturnType<typeof readLabel>) {
    const cell = this.#cells(rows, 'serial')[0]
    if (cell !== undefined) {
      const value = readChineseNumeral(cell.line.text.replace(/[\s.．、（）()]/g, ''))
      return value === null ? null : { value, line: cell.line }
    }
    return label === null || name === undefined
      ? null
      : { value: label.number, line: cut(name, 0, label.text.length) }
  }
}

/** The items of a table of tasks; none where the table is of something else. `previous` is the table before it in its part. */
export function tableItems(
  entry: TableEntry,
  previous: TaskTable | null,
  path: readonly string[],
  readers: ItemReaders,
): { readonly table: TaskTable | null; readonly items: readonly DraftItem[] } {
  const table = readTable(entry, previous)
  if (table === null) return { table, items: [] }
  return { table, items: new TableReader(table, path, readers).readAll() }
}
