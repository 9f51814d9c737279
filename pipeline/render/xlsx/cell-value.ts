import type { SheetCell } from '../../model/index.js'
import { limits } from './limits.js'
import type { CellLook } from './placed-sheet.js'

/** What a cell of the layout comes to in a spreadsheet. */
export interface CellValue {
  readonly value: string | number | null
  readonly formula: string | null
  readonly format: CellLook['format']
  /** As it is read: what row heights are computed from, and a continuation repeats. */
  readonly text: string
  /** The value was not of the kind that the cell says; it was kept as text. */
  readonly misfit: boolean
}

const dayInMilliseconds = 86_400_000
/** Excel’s day 0: serial numbers hold from 1 March 1900 on, day 61; before that Excel counts a 29 February 1900. */
const dayZero = Date.UTC(1899, 11, 30)
const firstSerial = 61

/** Excel’s serial number of an ISO day; null for what is no day or lies before March 1900. Example: 2023-06-24 → 45101 */
export function serialOfDate(iso: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return null
  const moment = Date.parse(`${iso}T00:00:00Z`)
  if (Number.isNaN(moment) || new Date(moment).toISOString().slice(0, 10) !== iso) return null
  const serial = (moment - dayZero) / dayInMilliseconds
  return serial >= firstSerial ? serial : null
}

/** A text that Excel would take for a formula or a number when somebody edits the cell: it gets the format “text”. */
const taken = /^\s*(?:[=+\-@]|[\d０-９][\d０-９.,%/:\-\s]*$)/

function asText(value: string | number, misfit: boolean): CellValue {
  const text = String(value)
  return {
    value: text,
    formula: null,
    format: text.length <= limits.textFormat && taken.test(text) ? 'text' : 'general',
    text,
    misfit,
  }
}

/** Numbers as numbers, dates as serial numbers, text as text; a formula only where the layout says formula. */
export function valueOfCell(cell: SheetCell): CellValue {
  const { value, kind } = cell
  if (value === null || value === '')
    return { value: null, formula: null, format: 'general', text: '', misfit: false }
  switch (kind) {
    case 'text':
      return asText(value, false)
    case 'number':
      return typeof value === 'number' && Number.isFinite(value)
        ? { value, formula: null, format: 'general', text: String(value), misfit: false }
        : asText(value, true)
    case 'date': {
      const serial = typeof value === 'string' ? serialOfDate(value) : null
      return serial === null
        ? asText(value, true)
        : { value: serial, formula: null, format: 'date', text: String(value), misfit: false }
    }
    case 'formula': {
      const formula = String(value).replace(/^=/, '')
      return { value: null, formula, format: 'general', text: '0', misfit: false }
    }
  }
}
