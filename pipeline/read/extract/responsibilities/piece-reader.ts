import { genericKindOf, type LevelPrefix } from '../../../agencies/index.js'
import type { Span } from '../../../model/index.js'
import { readChineseNumeral } from '../../../text/index.js'
import type { AssignmentContext } from './assignment-context.js'
import type { CompletedPlace } from './list-pieces.js'
import { isPerson } from './persons.js'
import { carryAfter, nameAt, type NameReader } from './read-name.js'
import { recogniseName } from './recognise-name.js'
import { joiningWords, openingWords, readRoleWord, roleWordStart } from './role-words.js'
import type { Token } from './tokens.js'

/** A piece between two marks has a name or two; one of more than this is broken text. */
const mostTokens = 40
/** Behind more blanks than this no name is looked for: a cell has a few lines. */
const mostBlanks = 12
const empty = /^(?:[/\\／—–\-－~·.…*\s]+|无|暂无|待定|待明确|待确定|待补充|不涉及|同上|〃|″)?$/u
const enumerator = /^(?:[(（]?[0-9０-９一二三四五六七八九十]{1,2}[)）.．]|[①-⑳])\s*/u
const openTail =
  /^等(?:([0-9０-９]+|[一二三四五六七八九十两]+)(?:个|家)?)?((?:国务院|中央|省级|市级|省直|市直)?(?:各有关|各相关|有关|相关|各)?(?:部门|单位|部委|地区|方面|机构|企业|成员单位|省份|地方|(?:省|市|自治区|州|区|县|[(（][省市区、自治]+[)）]|[、/])+(?:人民)?政府)?(?:和单位|、单位|\(单位\)|（单位）)?)/u

/** Reads one piece of a list from its begin to its end into tokens. */
export class PieceReader {
  readonly tokens: Token[] = []
  #at: number

  constructor(
    private readonly piece: Span,
    private readonly whole: { readonly text: string; readonly masked: string },
    private readonly context: AssignmentContext,
    public carry: LevelPrefix | null,
  ) {
    this.#at = piece.start
  }

  get #rest(): string {
    return this.whole.masked.slice(this.#at, this.piece.end)
  }

  #reader(): NameReader {
    return {
      context: this.context,
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
    // 会同省委人才办: the word itself says that a body follows.
    const isTaken =
      this.#takeName(joining !== null) ||
      ((joining?.[1] === '会同' || /^(?:由|请)$/u.test(opening[0])) && this.#takeName(false))
    if (!isTaken) {
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
    if (recogniseName(text, this.carry, this.context)?.sure === true) return
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
    const recognised = recogniseName(place.government, null, this.context)
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
