import { readChineseDate } from '../../text/index.js'
import { splitTopLevel } from '../../text/index.js'
import { chooseTitle, repeatsTitle } from './choose-title.js'
import { findDocumentNumber, isNumberLine, readBareNumber } from './document-number.js'
import { cut, type Line, unwrapped } from './line.js'
import {
  dateText,
  endsAsTitle,
  isAttachmentLabel,
  isDateLine,
  isKnownNote,
  isTitleLike,
  isTitleTail,
} from './line-shape.js'
import { namesRecipients } from './names-recipients.js'
import { closedUp, isOfficeName } from './office-name.js'
import type { PartDraft, Read } from './part-draft.js'
import type { Entry } from './read-entries.js'
import { readOneLine } from './read-signature.js'

/** 机密★1年, 秘密★启封前; with the degree of urgency behind it sometimes. */
const secrecy = /^(绝密|机密|秘密)\s*(?:[★*]\s*\S{0,8})?$/
/** 特急, 加急; telegrams 特提, 平急. */
const urgency = /^(?:紧急程度[:：]?\s*)?(特提|特急|加急|平急|急件|紧急)$/
/** 000001: six digits, sometimes with a mark before. */
const copyNumber = /^(?:份号[:：]?\s*|№\s*|No\.?\s*)?(\d{6})$/i
/** What a web site prints over a text: 索引号：…, 主题分类：…. It is no part of the title. */
const catalogued =
  /^[•·*\-\s]*(?:索\s*引\s*号|组配分类|主题分类|主题词|发文机[关构]|发文单位|发布机构|制发机关|颁布(?:单位|时间)|政策咨询(?:机关|电话)|信息来源|来\s*源|成文日期|发布日期|公开日期|生成日期|生效日期|实施日期|发布时间|标\s*题|名\s*称|信息名称|发文字号|文\s*号|公开方式|公开形式|公开范围|有\s*效\s*性|时\s*效\s*性?|分\s*类|信息分类|体裁分类|公文种类|关键词|浏览次数|浏览量|点击量|字\s*号|字\s*体|责任编辑|作\s*者|文件状态|效力状态)\s*[:：\s]/
/** The path to a page, and the words of its buttons. */
const path =
  /^(?:.{0,12}(?:当前|所在|现在的)位置.{0,60}|首\s*页.{0,60}|返\s*回|无障碍|长辈版|打\s*印|关\s*闭|分\s*享|政策文件|政策公告|通知公告|政务公开|信息公开|政府信息公开|(?:行政)?规范性文件|法规库|【.{1,12}】|.{1,20}[>›»].{0,60})$/
/** No title is set on more lines. */
const mostTitleLines = 12
/** 签发人：×××　××× */
const signer = /签\s*发\s*人\s*[:：]\s*(.+)$/

function signersIn(line: Line): Read<string>[] {
  const match = signer.exec(line.text)
  if (match === null) return []
  const base = line.text.length - (match[1] ?? '').length
  return [...(match[1] ?? '').matchAll(/\S+/g)].map((word) => ({
    value: word[0],
    lines: [cut(line, base + word.index, base + word.index + word[0].length)],
  }))
}

/** Reads a line before title or text as one of the small elements at the head; false where it is none. */
function readSmall(line: Line, next: Entry | undefined, part: PartDraft): boolean {
  const { formal } = part
  const { text } = line
  if (copyNumber.test(text))
    formal.copyNumber = { value: copyNumber.exec(text)?.[1] ?? text, lines: [line] }
  else if (secrecy.test(text)) formal.secrecy = { value: text, lines: [line] }
  else if (urgency.test(text))
    formal.urgency = { value: urgency.exec(text)?.[1] ?? text, lines: [line] }
  else if (isNumberLine(text)) return readNumber(line, part)
  else if (readBare(line, part)) return true
  else if (signer.test(text) && text.length < 40) formal.signers.push(...signersIn(line))
  else if (isDateLine(text)) {
    if (formal.title.length === 0) return false
    formal.headDate = { value: readChineseDate(dateText(text)), lines: [line] }
  } else if (readOffice(line, part)) return true
  else return catalogued.test(text) || isPath(text) || isMark(text, next)
  return true
}

/** The number; once more where a list of a web site has it first. Another number is another notice’s. */
function readNumber(line: Line, { formal }: PartDraft): boolean {
  const found = findDocumentNumber(line.text)
  if (found === null) return false
  const before = formal.number?.value
  const same = before?.serial === found.value.serial && before.year === found.value.year
  if (before !== undefined && !same) return false
  formal.number = { value: found.value, lines: [cut(line, found.start, found.end)] }
  formal.signers.push(...signersIn(line))
  return true
}

/** 2024年第2号 under the title. */
function readBare(line: Line, { formal }: PartDraft): boolean {
  const title = formal.title.map(({ text }) => text).join('')
  const value = formal.number === null ? readBareNumber(line.text, title) : null
  if (value === null) return false
  formal.number = { value, lines: [line] }
  return true
}

/** 某省人民政府办公厅　　2024年3月12日, over the text of minutes: who issued it and when. */
function readOffice(line: Line, { formal }: PartDraft): boolean {
  const found = formal.title.length > 0 ? readOneLine(line) : null
  if (found === null) return false
  formal.headIssuers.push(...found.issuers)
  formal.headDate = found.date
  return true
}

/** The issuer’s mark over the red rule: 国务院办公厅文件; or the name alone with the number under it. */
function isMark(text: string, next: Entry | undefined): boolean {
  const plain = closedUp(text)
  if (plain.endsWith('文件') && plain.length < 40 && isOfficeName(plain.replace(/文件$/, '')))
    return true
  if (next?.type !== 'line' || !isOfficeName(text)) return false
  return (
    isNumberLine(next.line.text) || secrecy.test(next.line.text) || urgency.test(next.line.text)
  )
}

/** A path may lead on to the title, on one line. */
function isPath(text: string): boolean {
  return path.test(text) && !/关于|印发|转发/.test(text)
}

/** Main recipients as printed, parted at ， and ；. */
function recipientsIn(line: Line): Read<string>[] {
  const text = line.text
    .replace(/[:：]\s*$/, '')
    .replace(/^主送(?:机关)?[:：]\s*/, (label) => ' '.repeat(label.length))
  return splitTopLevel(text, '，,；;').flatMap(({ start, end }) => {
    const piece = cut(line, start, end)
    const name = text.slice(start, end).trim()
    return name === '' ? [] : [{ value: unwrapped(name), lines: [piece] }]
  })
}

/** No list of those addressed is set on more lines. */
const mostRecipientLines = 8

/** How many lines from one on are those addressed, each but the last ending in the midst of the list; 0 where they are not. */
function recipientLines(entries: readonly Entry[], at: number): number {
  let text = ''
  for (let count = 1; count <= mostRecipientLines; count += 1) {
    const entry = entries[at + count - 1]
    if (entry?.type !== 'line') return 0
    text += entry.line.text
    if (namesRecipients(text)) return count
    if (!/[，、,；;]$/.test(text)) return 0
  }
  return 0
}

/**
 * Reads what stands over the text (GB/T 9704-2012, 7.2 and 7.3.1–7.3.2): number, title, secrecy, urgency, signers, main recipients, in any order. Returns how
 * many entries it took; the text begins there.
 */
export function readHead(entries: readonly Entry[], from: number, part: PartDraft): number {
  const { formal } = part
  let at = from
  for (; at < entries.length; at += 1) {
    const entry = entries[at]
    if (entry?.type !== 'line') break
    const { line } = entry
    const reached = recipientLines(entries, at)
    if (reached > 0) {
      const lines = entries.slice(at, at + reached)
      for (const each of lines)
        if (each.type === 'line') formal.recipients.push(...recipientsIn(each.line))
      part.entries.push(...lines)
      at += reached
      break
    }
    if (!readOne(line, entries[at + 1], part)) break
    part.entries.push(entry)
  }
  formal.title.splice(0, formal.title.length, ...chooseTitle(formal.title))
  return at
}

/** Reads a line as a part of the head; false where the text begins. */
function readOne(line: Line, next: Entry | undefined, part: PartDraft): boolean {
  const { formal } = part
  const isDate = isDateLine(line.text)
  const goesOn = !part.titled && formal.title.length < mostTitleLines
  if (isTitleTail(line.text) && !isDate && formal.title.length > 0 && goesOn) {
    formal.title.push(line)
    return true
  }
  if (readSmall(line, next, part)) {
    // Lines of a page may stand over number and title: they end no title.
    part.titled = formal.title.length > 0 && endsAsTitle(formal.title.at(-1)?.text ?? '')
    return true
  }
  if (isKnownNote(line.text)) {
    formal.notes.push(...notesIn(line))
    return true
  }
  if (!isTitleLike(line.text) || isAttachmentLabel(line.text)) return false
  if (goesOn) formal.title.push(line)
  return goesOn || repeatsTitle(formal.title, line)
}

/** The notes of a bracket line, without their brackets: （此件公开发布）（本文有删减） are two. */
export function notesIn(line: Line): Read<string>[] {
  const brackets = /^[[〔【]/.test(line.text)
    ? /[[〔【]([^[\]〔〕【】]+)[\]〕】]/g
    : /[（(]((?:[^（）()]|[（(][^（）()]*[）)])+)[）)]/g
  return [...line.text.matchAll(brackets)].map((match) => {
    const start = match.index + 1
    return {
      value: unwrapped((match[1] ?? '').trim()),
      lines: [cut(line, start, start + (match[1] ?? '').length)],
    }
  })
}
