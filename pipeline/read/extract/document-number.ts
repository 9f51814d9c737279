import { readChineseNumeral, toHalfWidth } from '../../text/index.js'

/** A document number and where it stands in its line. */
export interface FoundNumber {
  readonly value: { text: string; series: string; year: number; serial: number }
  readonly start: number
  readonly end: number
}

/** 国函〔2024〕8号, 国发[2018]38号, 粤发改高技〔2026〕78号, 国办发（1997）2号, 令第12号 has none. Groups: series, year, serial. */
const number =
  /([\p{Script=Han}A-Za-z]{1,16}?)\s*[〔［[【（(﹝]\s*([12０-９0-9一二○〇零]{1}[0-9０-９一二三四五六七八九○〇零]{3})\s*[〕］\]】）)﹞]\s*(?:第\s*)?([0-9０-９]{1,5}|[一二三四五六七八九十百]+)\s*号/u

/** 财政部 税务总局公告2023年第5号: the form of announcements and orders. The same groups. */
const announced =
  /^[（(]?([\p{Script=Han}\s]{1,40}?(?:公告|通告|令|决定))\s*([12][0-9]{3})年\s*第\s*([0-9]{1,5})\s*号/u

/** 2024年第2号, 〔2024〕第16号: the number of an announcement or of minutes, whose title says what it numbers. Groups: year, serial. */
const bare =
  /^[（(]?(?:([12][0-9]{3})年第([0-9]{1,5})号|[〔［[【]([12][0-9]{3})[〕］\]】]第?([0-9]{1,5})[号期])[）)]?$/

/** The number on a line that holds nothing else and no series; the kind of paper in the title is its series. */
export function readBareNumber(text: string, title: string): FoundNumber['value'] | null {
  const [, announcedYear, announcedSerial, year, serial] = bare.exec(text.replace(/\s/g, '')) ?? []
  const kind = /(?:公告|通告|纪要|命令|令|公报|通报|决定)$/.exec(title)?.[0]
  const found = [announcedYear ?? year, announcedSerial ?? serial].map(Number)
  return kind === undefined || found.some(Number.isNaN)
    ? null
    : { text, series: kind, year: found[0] ?? 0, serial: found[1] ?? 0 }
}

/** The document number in a text, the first one; null where there is none. */
export function findDocumentNumber(text: string): FoundNumber | null {
  const match = number.exec(text) ?? announced.exec(text)
  const [whole, series, year, serial] = match ?? []
  if (match === null || whole === undefined || !series || !year || !serial) return null
  const readYear = readChineseNumeral(toHalfWidth(year))
  const readSerial = readChineseNumeral(toHalfWidth(serial))
  if (readYear === null || readSerial === null) return null
  return {
    value: { text: whole, series: series.replace(/\s/g, ''), year: readYear, serial: readSerial },
    start: match.index,
    end: match.index + whole.length,
  }
}

/** A number with a signer beside it is no longer than this. */
const longestLine = 120

/** A line that holds a document number and no more than its brackets, a label or a signer beside it. */
export function isNumberLine(text: string): boolean {
  if (text.length > longestLine) return false
  const found = findDocumentNumber(text)
  if (found === null) return false
  const before = text.slice(0, found.start).replace(/[（(\s]|发文字号|文号|[:：]/g, '')
  const after = text.slice(found.end).replace(/[）)\s]/g, '')
  return before === '' && (after === '' || after.startsWith('签发人'))
}
