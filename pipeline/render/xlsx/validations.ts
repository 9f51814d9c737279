import { makeFinding } from '../../messages/index.js'
import type { Finding, Sheet, SheetColumn } from '../../model/index.js'
import { lettersOf } from './address.js'
import { limits } from './limits.js'
import type { SheetWords } from './words.js'

/** A check on what is written into a column, as exceljs takes it. */
export interface Validation {
  readonly type: 'list' | 'date' | 'decimal' | 'textLength' | 'any'
  readonly operator?: 'between' | 'lessThanOrEqual'
  readonly formulae: readonly (string | number | Date)[]
  readonly allowBlank: true
  readonly showInputMessage: boolean
  readonly showErrorMessage: boolean
  readonly errorStyle: 'stop'
  readonly promptTitle?: string
  readonly prompt?: string
  readonly errorTitle?: string
  readonly error?: string
}

/** Values that stand in a column of the hidden sheet, in the order of first use. */
export interface ListSheet {
  readonly name: string
  readonly lists: (readonly string[])[]
}

/** What a date to be written must lie between; wide, since it is only there to catch what is no date. */
const firstDay = new Date(Date.UTC(2000, 0, 1))
const lastDay = new Date(Date.UTC(2099, 11, 31))

/** Quoted into the validation a list may have 255 characters; a comma parts it, edges are trimmed, _xHHHH_ is decoded. */
function fitsInline(list: readonly string[]): boolean {
  return (
    list.join(',').length <= limits.list &&
    list.every((value) => value === value.trim() && !/[,，"\n]|_x[0-9A-Fa-f]{4}_/.test(value))
  )
}

/** The formula of a list: written out, or a range of the hidden sheet, to which the list is then added. */
export function listFormula(list: readonly string[], sheet: ListSheet): string {
  if (fitsInline(list)) return `"${list.join(',')}"`
  const same = sheet.lists.findIndex((each) => each.join('\n') === list.join('\n'))
  const index = same >= 0 ? same : sheet.lists.push(list) - 1
  const column = lettersOf(index + 1)
  return `'${sheet.name}'!$${column}$1:$${column}$${list.length}`
}

type Check = Pick<Validation, 'type' | 'operator' | 'formulae' | 'error'>

function checkOf(column: SheetColumn, sheet: ListSheet, words: SheetWords): Check | null {
  if (column.list !== null && column.list.length > 0)
    return {
      type: 'list',
      formulae: [listFormula(column.list, sheet)],
      error: words.chooseFromList,
    }
  if (column.format === 'date')
    return {
      type: 'date',
      operator: 'between',
      formulae: [firstDay, lastDay],
      error: words.enterDate,
    }
  if (column.format === 'number')
    return {
      type: 'decimal',
      operator: 'between',
      formulae: [-1e12, 1e12],
      error: words.enterNumber,
    }
  if (column.maxLength !== null)
    return {
      type: 'textLength',
      operator: 'lessThanOrEqual',
      formulae: [column.maxLength],
      error: words.enterAtMost(column.maxLength),
    }
  return null
}

/** The check of a single cell that a day is written into. */
export function dayValidation(words: SheetWords): Validation {
  return {
    type: 'date',
    operator: 'between',
    formulae: [firstDay, lastDay],
    allowBlank: true,
    errorStyle: 'stop',
    showInputMessage: false,
    showErrorMessage: true,
    error: words.enterDate,
  }
}

/** The check of a column to fill in, with its prompt; null: anything may be written and nothing is said. */
export function validationOf(
  column: SheetColumn,
  lists: ListSheet,
  words: SheetWords,
): Validation | null {
  if (column.use !== 'fill') return null
  const check = checkOf(column, lists, words)
  const prompt = column.prompt?.slice(0, limits.prompt) ?? ''
  if (check === null && prompt === '') return null
  const title = column.title.replace(/\s+/g, '').slice(0, limits.promptTitle)
  return {
    type: check?.type ?? 'any',
    ...(check?.operator === undefined ? {} : { operator: check.operator }),
    formulae: check?.formulae ?? [],
    allowBlank: true,
    errorStyle: 'stop',
    showInputMessage: prompt !== '',
    showErrorMessage: check !== null,
    ...(prompt === '' ? {} : { promptTitle: title, prompt }),
    ...(check?.error === undefined ? {} : { errorTitle: title, error: check.error }),
  }
}

/** Prompts that Excel has no room for. */
export function promptFindings(sheet: Sheet): readonly Finding[] {
  return sheet.columns.flatMap((column) => {
    const cut = (column.prompt?.length ?? 0) - limits.prompt
    if (column.use !== 'fill' || cut <= 0) return []
    const values = { sheet: sheet.name, column: column.title, cut }
    return [makeFinding('sheet-prompt-length', { values })]
  })
}
