import { findChineseDates, splitTopLevel } from '../../text/index.js'
import { cut, type Line, unwrapped } from './line.js'
import { isOfficeName } from './office-name.js'
import type { Formalities, Read } from './part-draft.js'

/** 抄送：A，B。 主送： moved to the imprint, 抄报：, 分送： */
const copies = /^(抄\s*[送报]|分\s*送|抄报抄送)\s*[:：]/
const recipients = /^主\s*送\s*[:：]/
/** 国务院办公厅秘书局　　2023年6月25日印发 */
const printed = /印\s*发\s*$/

/** What may stand in a list of those who get copies besides bodies: 各民主党派省委, 省委各部门. */
const groups = /^(?:各|有关|党中央各|省委各|市委各)|(?:省|市|区|县|州|党)委$|高法院|高检院/

/** Whether a line goes on with the copies above it: 省法院，省检察院，省军区。 */
export function goesOnWithCopies(text: string): boolean {
  return (
    text.length <= 200 &&
    splitTopLevel(text, '，,；;。、').every(({ start, end }) => {
      const name = text.slice(start, end).trim()
      return name === '' || groups.test(name) || isOfficeName(name)
    })
  )
}

/** Reads a line that goes on with the copies above it. */
export function readMoreCopies(line: Line, formal: Formalities): void {
  formal.copiesTo.push(...namesIn(line, ''))
}

function namesIn(line: Line, label: string): readonly Read<string>[] {
  return splitTopLevel(line.text.slice(label.length), '，,；;。').flatMap(({ start, end }) => {
    const piece = cut(line, label.length + start, label.length + end)
    return piece.text === '' ? [] : [{ value: unwrapped(piece.text), lines: [piece] }]
  })
}

function readPrinted(line: Line, formal: Formalities): boolean {
  if (!printed.test(line.text) || line.text.length > 60) return false
  const date = findChineseDates(line.text)[0]
  if (date === undefined) return false
  const office = cut(line, 0, date.start)
  if (office.text !== '' && !isOfficeName(office.text)) return false
  if (office.text !== '')
    formal.printedBy = { value: office.text.replace(/\s/g, ''), lines: [office] }
  formal.printedOn = { value: date.date, lines: [cut(line, date.start, date.end)] }
  return true
}

/** Whether a line is one of those who get copies. */
export function isCopies(text: string): boolean {
  return copies.test(text)
}

/** Reads a line of the imprint (版记: GB/T 9704-2012, 7.4) into the notice’s elements; false where it is none. */
export function readImprint(line: Line, formal: Formalities): boolean {
  const copied = copies.exec(line.text)?.[0]
  if (copied !== undefined) {
    formal.copiesTo.push(...namesIn(line, copied))
    return true
  }
  const sent = recipients.exec(line.text)?.[0]
  if (sent !== undefined && formal.recipients.length === 0) {
    formal.recipients.push(...namesIn(line, sent))
    return true
  }
  return readPrinted(line, formal)
}
