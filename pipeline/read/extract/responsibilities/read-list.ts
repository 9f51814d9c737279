import { genericKindOf, type LevelPrefix } from '../../../agencies/index.js'
import type { Span } from '../../../model/index.js'
import { readChineseNumeral } from '../../../text/index.js'
import type { AssignmentContext } from './assignment-context.js'
import { maskBrackets } from './mask-brackets.js'
import { isPerson } from './persons.js'
import { readDeadlines } from './read-deadlines.js'
import { carryAfter, completedPlace, nameAt, type NameReader } from './read-name.js'
import { recogniseName } from './recognise-name.js'
import {
  addressedTo,
  addressedToEnd,
  joiningWords,
  openingWords,
  readRoleWord,
  roleWordStart,
  takenBack,
} from './role-words.js'
import type { Token } from './tokens.js'

/** How a list is read: under a label or a column’s head whatever stands there is a name; elsewhere only what is known as one or shaped like one. */
export interface ListOptions {
  readonly context: AssignmentContext
  readonly named: boolean
  /** Under 责任单位及责任人 persons stand beside bodies, by name alone. */
  readonly withPersons?: boolean
}

interface Piece extends Span {
  readonly mark: string | null
}

/** A piece between two marks has a name or two; one of more than this is broken text. */
const mostTokens = 40
/** Behind more blanks than this no name is looked for: a cell has a few lines. */
const mostBlanks = 12
const separators = '、，,；;。：:|｜\\①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'
const empty = /^(?:[/\\／—–\-－~·.…*\s]+|无|暂无|待定|待明确|待确定|待补充|不涉及|同上|〃|″)?$/u
const enumerator = /^(?:[(（]?[0-9０-９一二三四五六七八九十]{1,2}[)）.．]|[①-⑳])\s*/u
const openTail =
  /^等(?:([0-9０-９]+|[一二三四五六七八九十两]+)(?:个|家)?)?((?:国务院|中央|省级|市级|省直|市直)?(?:各有关|各相关|有关|相关|各)?(?:部门|单位|部委|地区|方面|机构|企业|成员单位|省份|地方|(?:省|市|自治区|州|区|县|[(（][省市区、自治]+[)）]|[、/])+(?:人民)?政府)?(?:和单位|、单位|\(单位\)|（单位）)?)/u

/** 各省、自治区、直辖市人民政府 and 有关部门、单位 are one name: the marks inside do not separate. */
const oneName =
  /(?:各|有关|相关|所在)(?:(?:自治区|直辖市|自治州|县级市|省|市|县|区|州|盟|旗)(?:[（(][^（）()]{1,12}[）)])?[、，]?){2,}(?:(?:人民)?政府|(?=$|[，。；;、）)\s]|按|负责|牵头|配合|落实|和|及|等|参与))|(?:各|有关|相关)部门、单位/gu

function piecesOf(masked: string, start: number, end: number): readonly Piece[] {
  const pieces: Piece[] = []
  const together = [...masked.slice(start, end).matchAll(oneName)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].replace(/[、，]$/u, '').length,
  }))
  let from = start
  for (let at = start; at <= end; at += 1) {
    const character = at === end ? null : (masked[at] ?? '')
    // 按程序报批后由A实施: what comes first says whom one asks, what comes behind who does it.
    if (character === '由' && masked[at - 1] === '后' && at > from) {
      pieces.push({ start: from, end: at, mark: '，' })
      from = at
      continue
    }
    const isSlash = character === '/' || character === '／'
    if (character !== null && !separators.includes(character) && !isSlash) continue
    if (character !== null && together.some((name) => at > name.start && at < name.end)) continue
    pieces.push({ start: from, end: at, mark: character })
    from = at + 1
  }
  return pieces
}

/** Reads one piece of a list from its begin to its end into tokens. */
class PieceReader {
  readonly tokens: Token[] = []
  #at: number

  constructor(
    private readonly piece: Span,
    private readonly whole: { readonly text: string; readonly masked: string },
    private readonly options: ListOptions,
    public carry: LevelPrefix | null,
  ) {
    this.#at = piece.start
  }

  get #rest(): string {
    return this.whole.masked.slice(this.#at, this.piece.end)
  }

  #reader(): NameReader {
    return {
      context: this.options.context,
      text: this.whole.text.slice(0, this.piece.end),
      masked: this.whole.masked.slice(0, this.piece.end),
      carry: this.carry,
    }
  }

  #takeName(mustBeSure: boolean): boolean {
    const found = nameAt(this.#reader(), this.#at, mustBeSure)
    if (found === null) return false
    this.tokens.push({ type: 'name', name: found.name })
    const printed = this.whole.text.slice(found.name.start, found.name.end)
    this.carry = carryAfter(printed, this.carry)
    this.#at = found.end
    return true
  }

  #skipBlanks(): void {
    const blanks = /^\s*/u.exec(this.#rest)?.[0].length ?? 0
    this.#at += blanks
    // 1.财政部 2.商务部: a number begins a line of the cell.
    if (blanks > 0) this.#skipNumber()
  }

  #skipNumber(): void {
    const text = this.whole.text.slice(this.#at, this.piece.end)
    this.#at += enumerator.exec(text)?.[0].length ?? 0
  }

  /** 由, 会同, 和 before a name that is known. A name that begins so itself (商务部, 经济和信息化局) was tried before. */
  #takeOpening(): boolean {
    const joining = joiningWords.exec(this.#rest)
    const opening = joining ?? openingWords.exec(this.#rest)
    if (opening === null) return false
    const before = this.#at
    this.#at += opening[0].length
    this.#skipBlanks()
    const token: Token | null =
      joining === null ? null : { type: 'joining', word: joining[1] ?? '', at: before }
    const count = this.tokens.length
    if (!this.#takeName(joining !== null)) {
      this.#at = before
      return false
    }
    if (token !== null) this.tokens.splice(count, 0, token)
    return true
  }

  #takeOpen(): boolean {
    const match = openTail.exec(this.whole.text.slice(this.#at, this.piece.end))
    if (match === null) return false
    const [all, number, tail = ''] = match
    const start = this.#at
    this.tokens.push({
      type: 'open',
      declared: number === undefined ? null : readChineseNumeral(number),
      span: { start, end: start + all.length },
    })
    // 等国务院相关部门 names others beside; 等部门 only says that the list goes on.
    const isGeneric = /有关|相关|各/u.test(tail) && genericKindOf(tail) !== null
    this.#at += isGeneric ? all.length - tail.length : all.length
    if (isGeneric) this.#takeName(true)
    return true
  }

  #takeWord(): boolean {
    const word = readRoleWord(this.#rest)
    if (word === null) return false
    const at = this.#at
    this.#at += word.length
    const isDuty = /^(?:也|均|都)?(?:要|应|须|需)/u.test(this.whole.text.slice(at, this.piece.end))
    const behind = this.#rest.trim()
    const object =
      behind !== '' && !this.#nameFollows() ? { start: this.#at, end: this.piece.end } : null
    this.tokens.push({
      type: 'word',
      role: word.role,
      word: word.word,
      object: isDuty ? null : object,
      at,
    })
    if (object !== null) {
      if (isDuty) this.tokens.push({ type: 'rest', span: object })
      this.#at = this.piece.end
    }
    return true
  }

  #nameFollows(): boolean {
    const before = this.#at
    const count = this.tokens.length
    this.#skipBlanks()
    const follows = this.#takeOpening() || this.#takeName(true) || this.#takeOpenOnly()
    this.tokens.length = count
    this.#at = before
    return follows
  }

  #takeOpenOnly(): boolean {
    return /^[的。]?$/u.test(this.#rest.trim())
  }

  /** 资金保障由财政部负责: what comes before 由 and a known name is the part. */
  #takePart(): boolean {
    const by = /^([^由]{2,30}?)(?:均|统一|分别|具体)?由/u.exec(this.#rest)
    const part = by?.[1]
    if (by === null || part === undefined) return false
    const before = this.#at
    this.#at += by[0].length
    const count = this.tokens.length
    if (!this.#takeName(true)) {
      this.#at = before
      return false
    }
    this.tokens.splice(count, 0, {
      type: 'part',
      span: { start: before, end: before + part.length },
    })
    return true
  }

  /** 分管副省长牵头: a person, and the word behind. */
  #takePerson(): void {
    const rest = this.#rest
    const word = [...rest.matchAll(roleWordStart)].find((match) => match.index > 1)
    const text = rest.slice(0, word?.index).trim()
    if (!isPerson(text)) return
    if (recogniseName(text, this.carry, this.options.context)?.sure === true) return
    this.tokens.push({ type: 'person', span: { start: this.#at, end: this.#at + text.length } })
    this.#at += text.length
  }

  /** Where the next known name begins behind a blank; the end of the piece where none does. */
  #nextLine(): number {
    for (const blank of [...this.#rest.matchAll(/\s+/gu)].slice(0, mostBlanks)) {
      const at = this.#at + blank.index + blank[0].length
      if (at > this.#at && nameAt(this.#reader(), at, true) !== null) return at
    }
    return this.piece.end
  }

  #takeRest(): void {
    const end = this.#nextLine()
    const own = this.whole.text.slice(this.#at, end)
    const text = own.trim()
    const start = this.#at + own.indexOf(text)
    const span = { start, end: start + text.length }
    if (text !== '') {
      this.tokens.push(isPerson(text) ? { type: 'person', span } : { type: 'rest', span })
    }
    this.#at = end
  }

  #takePlace(place: CompletedPlace): void {
    const recognised = recogniseName(place.government, null, this.options.context)
    if (recognised === null) return
    const end = this.#at + place.length
    this.tokens.push({
      type: 'name',
      name: { ...recognised, start: this.#at, end, mark: null, note: null },
    })
    this.#at = end
  }

  read(place: CompletedPlace | null): void {
    this.#skipBlanks()
    if (place !== null) this.#takePlace(place)
    this.#skipNumber()
    const text = this.#rest.trim()
    if (empty.test(text)) return
    this.#takePerson()
    while (this.#at < this.piece.end) {
      this.#skipBlanks()
      if (this.#at >= this.piece.end) return
      if (this.tokens.length > mostTokens) {
        this.#takeRest()
        return
      }
      const afterName = this.tokens.at(-1)?.type === 'name'
      const taken =
        (afterName && (this.#takeOpen() || this.#takeWord() || this.#takeOpening())) ||
        this.#takeName(true) ||
        this.#takeOpen() ||
        this.#takeWord() ||
        this.#takeOpening() ||
        this.#takePart() ||
        this.#takeName(false)
      if (!taken) this.#takeRest()
    }
  }
}

/** A piece that only says whom one asks or tells, or takes an assignment back, with the pieces up to where the phrase ends. */
function skippedFrom(
  pieces: readonly Piece[],
  index: number,
  text: string,
  context: AssignmentContext,
): number {
  const piece = pieces[index]
  if (piece === undefined) return 0
  const own = text.slice(piece.start, piece.end).trim()
  const isBack = takenBack.test(own)
  if (!isBack && !addressedTo.test(own)) return 0
  const reader: NameReader = { context, text: own, masked: maskBrackets(own), carry: null }
  if (!isBack && nameAt(reader, 0, true) !== null) return 0
  for (let next = index; next < pieces.length; next += 1) {
    const last = pieces[next]
    const said = text.slice(last?.start, last?.end).trim()
    const ends = isBack ? readsAsWord(said) : addressedToEnd.test(said)
    if (ends || last?.mark !== '、') return next - index + 1
  }
  return pieces.length - index
}

function readsAsWord(text: string): boolean {
  return /(?:负责|牵头|配合|落实|实施|承担|办理|管理|审批|核准)$/u.test(text)
}

/** The rest of a list under a label is a name, whatever it looks like: 数字化转型工作室. A sentence is none. */
function asNames(tokens: readonly Token[], text: string, options: ListOptions): readonly Token[] {
  if (!options.named || !tokens.some(({ type }) => type === 'rest')) return tokens
  const times = readDeadlines(text, 0, null).map(({ span }) => span)
  return tokens.map((token): Token => {
    if (token.type !== 'rest') return token
    const printed = text.slice(token.span.start, token.span.end)
    if (options.withPersons === true && /^[\u4e00-\u9fff·]{2,4}$/u.test(printed))
      return { type: 'person', span: token.span }
    const isTime =
      readDeadlines(printed, 0, null).length > 0 ||
      times.some((time) => time.start < token.span.end && token.span.start < time.end)
    const isName =
      !isTime && printed.length <= 30 && /[\p{L}]/u.test(printed) && !isSentence(printed) && !isNumber(printed)
    if (!isName) return token
    const agency = printed.replace(/\s+/g, '')
    return {
      type: 'name',
      name: {
        ...token.span,
        agency,
        name: agency,
        kind: 'agency',
        sure: false,
        mark: null,
        note: null,
      },
    }
  })
}

/** 一、水利部；二、财政部: a number before a name was cut off with its mark. */
function isNumber(text: string): boolean {
  return readChineseNumeral(text) !== null
}

function isSentence(text: string): boolean {
  return (
    text.length > 16 ||
    readRoleWord(text) !== null ||
    /(?:的|了|为|是|应|要|可|请|并|完成|下同|列出|结合|之前|底前|月|牵头|负责|落实|推进|加强)/u.test(
      text,
    )
  )
}

/** A bare place in a list of governments, with the government that it means. */
interface CompletedPlace {
  readonly government: string
  readonly length: number
}

/** 广州、深圳市政府 and 北京、广东等省（市）人民政府: each place among them takes what the last of them ends in. */
function completePlaces(
  pieces: readonly Piece[],
  text: string,
): ReadonlyMap<number, CompletedPlace> {
  const completed = new Map<number, CompletedPlace>()
  const said = pieces.map((piece) => text.slice(piece.start, piece.end).trim())
  pieces.forEach((piece, index) => {
    const own = said[index]?.replace(/等.*$/u, '') ?? ''
    if (own.length > 4 || (piece.mark !== '、' && own === said[index])) return
    for (const last of said.slice(index)) {
      const body = last.replace(/(?:牵头|负责|配合|按|参与).*$/u, '')
      const government = completedPlace(own, body)
      if (government !== null) completed.set(piece.start, { government, length: own.length })
      if (government !== null || body.length > 12) return
    }
  })
  return completed
}

/** Reads a stretch of a statement as a list of bodies with their words. */
export function readList(
  text: string,
  masked: string,
  stretch: Span,
  carry: LevelPrefix | null,
  options: ListOptions,
): { readonly tokens: readonly Token[]; readonly carry: LevelPrefix | null } {
  const pieces = piecesOf(masked, stretch.start, stretch.end)
  const places = completePlaces(pieces, text)
  const tokens: Token[] = []
  let level = carry
  for (let index = 0; index < pieces.length; index += 1) {
    const skipped = skippedFrom(pieces, index, text, options.context)
    if (skipped > 0) {
      index += skipped - 1
      continue
    }
    const piece = pieces[index]
    if (piece === undefined) continue
    const reader = new PieceReader(piece, { text, masked }, options, level)
    reader.read(places.get(piece.start) ?? null)
    level = reader.carry
    tokens.push(...asNames(reader.tokens, text, options))
    if (piece.mark !== null) tokens.push({ type: 'mark', mark: piece.mark, at: piece.end })
  }
  return { tokens, carry: level }
}
