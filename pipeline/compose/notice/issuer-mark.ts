import type { Form, OfficialDocument } from '../../model/index.js'

/** The mark of a document, as its series derives it or as it is signed. */
export interface IssuerMark {
  /** null: nobody signed, and the series is not known. */
  readonly text: string | null
  /** Several issuers, one under the other; null: one mark. */
  readonly joint: readonly string[] | null
  /** The series is in the table. */
  readonly known: boolean
}

/** A series of a local government: its own sign before what the table has, 浙政函 for ×政函. */
const anyPlace = '×'
const placeSign = /^[\p{Script=Han}]{1,3}$/u
/** Who signs for a local government. */
const government = /人民政府(?:办公[厅室])?$/u
const paper = '文件'

function localMark(
  series: string,
  marks: Readonly<Record<string, string>>,
  document: Pick<OfficialDocument, 'issuers' | 'issuerPlace'>,
): string | null {
  const found = Object.entries(marks)
    .filter(([key]) => key.startsWith(anyPlace))
    .filter(([key]) => {
      const rest = key.slice(anyPlace.length)
      return series.endsWith(rest) && placeSign.test(series.slice(0, -rest.length))
    })
    .sort(([one], [other]) => other.length - one.length)[0]
  if (found === undefined) return null
  const [, value] = found
  const suffix = value.endsWith(paper) ? paper : ''
  const [signed] = document.issuers
  if (signed !== undefined && government.test(signed)) return `${signed}${suffix}`
  return document.issuerPlace === null ? null : value.replace(anyPlace, document.issuerPlace)
}

/**
 * The issuer’s mark: by the table series → mark (an office can add its own), for local governments by the signature; else the signature as printed.
 * In a letter the sponsor’s alone, without 文件. GB/T 9704-2012, 7.2.4 and 10.1.
 *
 * @param marks 国函: 中华人民共和国国务院; × stands for a place
 */
export function issuerMark(
  document: Pick<OfficialDocument, 'documentNumber' | 'issuers' | 'issuerPlace'>,
  form: Form,
  marks: Readonly<Record<string, string>>,
): IssuerMark {
  const series = document.documentNumber?.series ?? null
  const own = series !== null && Object.hasOwn(marks, series) ? (marks[series] ?? null) : null
  const text = own ?? (series === null ? null : localMark(series, marks, document))
  if (text !== null)
    return { text: form === 'letter' ? text.replace(/文件$/u, '') : text, joint: null, known: true }
  const [first, ...others] = document.issuers
  if (first === undefined) return { text: null, joint: null, known: series === null }
  if (form === 'letter' || others.length === 0) return { text: first, joint: null, known: false }
  return { text: null, joint: document.issuers, known: false }
}

/** The form of a document by its series: 函 a letter, 令 an order, 纪要 minutes. GB/T 9704-2012, 10. */
export function formOf(series: string | null, order: boolean): Form {
  if (order || series?.includes('令') === true) return 'order'
  if (series?.includes('函') === true) return 'letter'
  return series?.includes('纪要') === true ? 'minutes' : 'document'
}

/** 国务院办公厅文件, also spaced: a line that the source prints as its mark. GB/T 9704-2012, 7.2.4. */
const markLine = /^[\p{Script=Han}（）]{2,36}文件$/u

/** The mark that a line is, without blanks; null where it is none. */
export function printedMark(line: string): string | null {
  const plain = line.replace(/\s+/gu, '')
  return markLine.test(plain) ? plain : null
}
