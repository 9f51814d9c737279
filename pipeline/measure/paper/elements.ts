import type { PaperForm } from '../standard/figure.js'
import { mm, type Line } from './line.js'
import { isRed, type Paper, type PaperPage, type Stroke } from './paper.js'

export interface Leaf {
  readonly page: PaperPage
  readonly label: Line
  readonly title: readonly Line[]
}

/** What of a notice stands where. Found by looks and by the standard’s own words, never by how the page was made. */
export interface Elements {
  readonly form: PaperForm
  /** By an office program of this machine: its faces may be substitutes. */
  readonly printed: boolean
  readonly first: PaperPage
  /** Portrait pages in front of the first attachment. */
  readonly textPages: readonly PaperPage[]
  readonly mark: readonly Line[]
  readonly redRules: readonly Stroke[]
  readonly copyNumber: Line | null
  readonly secrecy: Line | null
  readonly urgency: Line | null
  readonly number: Line | null
  readonly signers: readonly Line[]
  /** Lines below the first of 签发人, and where the first name of each begins, mm. */
  readonly signersMore: readonly { readonly line: Line; readonly nameLeft: number }[]
  readonly title: readonly Line[]
  readonly recipients: readonly Line[]
  /** Lines of running text, headings among them. */
  readonly body: readonly Line[]
  readonly attachmentNote: readonly Line[]
  readonly issuers: readonly Line[]
  readonly date: Line | null
  readonly note: Line | null
  readonly leaves: readonly Leaf[]
  readonly imprint: readonly Line[]
  readonly imprintRules: readonly Stroke[]
}

/** mm: where text may stand on a page that was not set by the standard, too; above and below are marks and numbers. */
const area = { left: 28, top: 29, bottom: 270 }
const em = 16 * (25.4 / 72)

const near = (value: number, wanted: number, by: number): boolean => Math.abs(value - wanted) <= by
const isBodySize = ({ size }: Line): boolean => size > 14.6 && size < 17
const isTitleSize = ({ size }: Line): boolean => size > 20 && size < 24.5
const inArea = (line: Line, page: PaperPage): boolean =>
  line.turn === 0 && line !== page.number && line.top > area.top && line.bottom < area.bottom

const secrecyText = /^(?:绝密|机密|秘密)/u
const urgencyText = /^(?:特急|加急|特提|平急)$/u
const dateText = /^(?:\d{4})?年(?:\d{1,2})?月(?:\d{1,2})?日$/u
const leafText = /^附件\s*\d*$/u
const imprintText = /^(?:抄送|主送)：|印发$/u

function formOf(first: PaperPage): PaperForm {
  const red = first.strokes.filter((stroke) => stroke.red)
  if (red.some(({ left, right }) => right - left > 165)) return 'letter'
  if (red.some(({ left, right }) => right - left > 140)) return 'document'
  const mark = first.lines.find(({ colour, size }) => isRed(colour) && size > 20)
  return mark === undefined ? 'plain' : 'order'
}

function leafOf(page: PaperPage): Leaf | null {
  const lines = page.landscape
    ? page.lines.filter((line) => line.turn === 0 && line.top > 24)
    : page.lines.filter((line) => inArea(line, page))
  const [label] = lines
  if (label === undefined || !leafText.test(label.text)) return null
  const title = lines.slice(1).filter(({ size, inTable }) => size > 20 && size < 24 && !inTable)
  return { page, label, title }
}

/** A page that begins with a title of its own: another paper, forwarded with this one. */
function opensPaper(page: PaperPage): boolean {
  const [line] = page.lines.filter((each) => inArea(each, page))
  return line !== undefined && isTitleSize(line) && !isRed(line.colour) && !line.inTable
}

/** Lines of the mark; 文件 beside several names is a line of its own, be it level with one of them or not. */
function marksOf(lines: readonly Line[]): readonly Line[] {
  if (lines.length < 2) return lines
  return lines.flatMap((line) => {
    const from = line.glyphs.length - 2
    const [own, next] = line.glyphs.slice(from)
    if (!line.text.endsWith('文件') || from < 1 || own === undefined || next === undefined)
      return [line]
    const left = mm(own.x)
    const before = line.glyphs[from - 1]
    const text = line.text.slice(0, -2)
    const right = before === undefined ? left : mm(before.x + before.width)
    return [
      { ...line, text, right, glyphs: line.glyphs.slice(0, from) },
      { ...line, text: '文件', left, glyphs: [own, next] },
    ]
  })
}

/** A document’s number, or an order’s, which has no year. */
function numberOf(above: readonly Line[], head: readonly Line[]): Line | null {
  const printed = above.find(({ text }) => /〔\d*〕\d*号/u.test(text))
  return printed ?? head.find(({ text }) => /^第\d+号$/u.test(text)) ?? null
}

/** Names that go on below the first line of 签发人, right of a number that may stand beside them. */
function signersMoreOf(above: readonly Line[]): Elements['signersMore'] {
  const first = above.findIndex(({ text }) => text.includes('签发人：'))
  return (first === -1 ? [] : above.slice(first + 1)).flatMap((line) => {
    const after = line.text.lastIndexOf('号') + 1
    const glyph = line.glyphs[after]
    return glyph === undefined ? [] : [{ line, nameLeft: mm(glyph.x) }]
  })
}

const centre = 106
/** The title by its size; a longer one than page 1 has room for is set smaller, and tells itself by standing centred under the head. */
function titleOf(head: readonly Line[]): readonly Line[] {
  const ofSize = head.filter((line) => isTitleSize(line) && !isRed(line.colour) && !line.inTable)
  if (ofSize.length > 0) return ofSize
  const number = numberOf(head, head)
  if (number === null || /^第\d+号$/u.test(number.text)) return []
  const below = head.slice(head.indexOf(number) + 1)
  const isCentred = ({ left, right, size }: Line): boolean =>
    near((left + right) / 2, centre, 1.5) && left > area.left + 1 && size > 15
  const [first] = below
  return first === undefined || !isCentred(first) ? [] : runOf(below, 0, isCentred)
}

/** Lines from the one that `begins` up to the first that does not go on. */
function runOf(lines: readonly Line[], begins: number, goesOn: (line: Line) => boolean) {
  const rest = lines.slice(begins + 1)
  const end = rest.findIndex((line) => !goesOn(line))
  return lines.slice(begins, begins + 1 + (end === -1 ? rest.length : end))
}

function recipientsOf(lines: readonly Line[]): readonly Line[] {
  const isFlush = ({ left }: Line): boolean => near(left, area.left, 1.5)
  const [first] = lines
  if (first === undefined || !isFlush(first)) return []
  const colon = lines.findIndex(({ text }) => text.endsWith('：'))
  const indented = lines.findIndex((line) => !isFlush(line))
  // Without a colon they end where the first paragraph begins.
  const end = colon !== -1 && (indented === -1 || colon < indented) ? colon + 1 : indented
  return lines.slice(0, Math.max(0, end))
}

/** mm from a line of the signature down to the next: an order’s stamp stands an empty line above its date, with nothing above itself. */
const signatureApart = { stamp: 24, other: 16 } as const

/** Issuers stand right of the middle of an indented line, directly above the date. */
function issuersOf(lines: readonly Line[], date: Line, apart: number): readonly Line[] {
  const at = lines.indexOf(date)
  const found: Line[] = []
  for (const line of lines.slice(0, at).reverse()) {
    const below = found[0] ?? date
    if (line.page !== date.page || line.left < area.left + 3 * em) break
    if (below.baseline - line.baseline > apart || /[。；：]$/u.test(line.text)) break
    found.unshift(line)
  }
  return found
}

interface Ends {
  readonly body: readonly Line[]
  readonly attachmentNote: readonly Line[]
  readonly issuers: readonly Line[]
  readonly date: Line | null
  readonly note: Line | null
}

/** What follows the recipients, taken apart from its end. */
function endsOf(lines: readonly Line[], form: PaperForm): Ends {
  const text = lines.filter(({ text }) => !imprintText.test(text))
  const date = text.findLast(({ text: each }) => dateText.test(each)) ?? null
  const issuers =
    date === null
      ? []
      : issuersOf(text, date, form === 'order' ? signatureApart.stamp : signatureApart.other)
  const noteAt = text.findIndex(({ text: each }) => each.startsWith('附件：'))
  const signed = issuers[0] ?? date
  const signedAt = signed === null ? text.length : text.indexOf(signed)
  const attachmentNote =
    noteAt === -1 || noteAt > signedAt
      ? []
      : runOf(text, noteAt, (line) => text.indexOf(line) < signedAt)
  const bodyEnd = attachmentNote[0] === undefined ? signedAt : noteAt
  const after = date === null ? [] : text.slice(text.indexOf(date) + 1)
  return {
    body: text.slice(0, bodyEnd).filter((line) => isBodySize(line) && !line.inTable),
    attachmentNote,
    issuers,
    date,
    note: after.find(({ text: each }) => each.startsWith('（')) ?? null,
  }
}

const blackAcross = (stroke: Stroke): boolean =>
  !stroke.red && stroke.right - stroke.left > 150 && stroke.right - stroke.left < 160

function imprintOf(paper: Paper): Pick<Elements, 'imprint' | 'imprintRules'> {
  const page = paper.pages.findLast((each) => each.lines.some(({ text }) => imprintText.test(text)))
  if (page === undefined) return { imprint: [], imprintRules: [] }
  const from = page.lines.findIndex(({ text, inTable }) => imprintText.test(text) && !inTable)
  const imprint = page.lines
    .slice(from)
    .filter((line) => line !== page.number && line.turn === 0 && line.size < 15)
  const top = (imprint[0]?.top ?? Number.POSITIVE_INFINITY) - 6
  return { imprint, imprintRules: page.strokes.filter((s) => blackAcross(s) && s.at > top) }
}

/** Finds the elements of a notice on its pages; null where the paper has no portrait page to begin with. */
export function findElements(paper: Paper, printed: boolean): Elements | null {
  const first = paper.pages.find((page) => !page.landscape)
  if (first === undefined) return null
  const leaves = paper.pages.map(leafOf).filter((leaf) => leaf !== null)
  const other = paper.pages.find((page) => page.index > first.index && opensPaper(page))
  const end = Math.min(
    leaves[0]?.page.index ?? paper.pages.length,
    other?.index ?? paper.pages.length,
  )
  const textPages = paper.pages.filter((page) => !page.landscape && page.index < end)
  const head = first.lines.filter((line) => line.turn === 0 && line !== first.number)
  const title = titleOf(head)
  const titleTop = title[0]?.top ?? 0
  const above = head.filter(({ bottom }) => title.length > 0 && bottom < titleTop + 1)
  const lastTitle = title.at(-1)
  const all = textPages.flatMap((page) => page.lines.filter((line) => inArea(line, page)))
  const { imprint, imprintRules } = imprintOf(paper)
  const number = numberOf(above, head)
  // An order has no title: its text follows its number.
  const opens = lastTitle ?? number
  const rest = (opens === null ? all : all.slice(all.indexOf(opens) + 1)).filter(
    (line) => !imprint.includes(line),
  )
  const recipients = recipientsOf(rest)
  return {
    form: formOf(first),
    printed,
    first,
    textPages,
    mark: marksOf(head.filter(({ colour, size }) => isRed(colour) && size > 20)),
    redRules: paper.pages.flatMap(({ strokes }) => strokes.filter(({ red }) => red)),
    copyNumber:
      above.find(({ text, left }) => /^\d{6}(?!\d)/u.test(text) && near(left, 28, 2)) ?? null,
    secrecy: above.find(({ text }) => secrecyText.test(text)) ?? null,
    urgency: above.find(({ text }) => urgencyText.test(text)) ?? null,
    number,
    signers: above.filter(({ text }) => text.includes('签发人：')),
    signersMore: signersMoreOf(above),
    title,
    recipients,
    ...endsOf(rest.slice(recipients.length), formOf(first)),
    leaves,
    imprint,
    imprintRules,
  }
}
