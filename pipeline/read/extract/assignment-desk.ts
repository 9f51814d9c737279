import { type AgencyIndex, findAgencyNames, type NamingContext } from '../../agencies/index.js'
import type { Deadline, DeclaredRule, Finding, Span } from '../../model/index.js'
import { askedByLine, askedIn, askedToJoin, isActorList, isKnownBody } from './asked-bodies.js'
import { matchBrackets, splitTopLevel } from '../../text/index.js'
import { hullOf, type Line, spansOf } from './line.js'
import {
  type AssignmentReading,
  type Beside,
  type FoundRange,
  type FoundResponsibility,
  type FoundRule,
  looksLikeAssignment,
  readDeadlines,
  readDeclaredRules,
  readResponsibilities,
} from './responsibilities/index.js'

/** Who speaks, and the text that is read. */
export interface DeskContext extends NamingContext {
  readonly index: AgencyIndex
  /** Length of the reading text: a rule without an end holds to there. */
  readonly length: number
  /** The reading text. */
  readonly text: string
}

/** A rule over a range of items, and where it is declared. */
export interface PlacedRange extends FoundRange {
  readonly span: Span
}

/** 地方金融监管局, 宁东能源化工基地管委会: names that end as those of bodies do, and hold no word. */
const shapedBody =
  /^[^的由将对在把要应须可等和及与、，。；（）]{2,16}(?:局|厅|委员会|办公室|管委会|公司|集团|中心)$/

/** A statement with nothing beside it. */
const alone: Beside = { support: false, lead: false }

/** A tag or reference inside a line of Markdown: 市水务局<br>市财政局, 市水务局&nbsp;市财政局. */
const markup = /<[a-z/][^<>\n]{0,300}>|&[a-z]{2,4};/gi

/** The reading text of a line with what is markup in it blanked out, so that offsets stay: `**`, `<br>` are no letters of a name. */
function printedText(line: Line, text: string): string {
  let at = hullOf(line).start
  const pieces = spansOf(line).map(({ start, end }) => {
    const gap = at < start ? text.slice(at, start) : ''
    at = end
    return blanked(gap) + text.slice(start, end)
  })
  return pieces.join('').replace(markup, blanked)
}

/** A name as it is printed: 市市场监管<br>局 stands in two places, its tag in none of them. */
function withoutMarkup(found: FoundResponsibility, line: Line, text: string): FoundResponsibility {
  const { start, end } = found.span
  if (!/[<&*\\]/.test(text.slice(start, end))) return found
  const spans = spansOf(line)
    .map((span) => ({ start: Math.max(start, span.start), end: Math.min(end, span.end) }))
    .filter((span) => span.start < span.end)
    .flatMap((span) => outsideMarkup(text, span))
  const name = spans.map((span) => text.slice(span.start, span.end)).join('')
  return name === '' ? found : { ...found, value: { ...found.value, text: name }, spans }
}

function outsideMarkup(text: string, { start, end }: Span): readonly Span[] {
  const spans: Span[] = []
  let at = start
  for (const match of text.slice(start, end).matchAll(markup)) {
    if (start + match.index > at) spans.push({ start: at, end: start + match.index })
    at = start + match.index + match[0].length
  }
  return at < end ? [...spans, { start: at, end }] : spans
}

/** Blanks of the same length; the first is a line break where the markup was one. */
function blanked(markup: string): string {
  return (/^<br/i.test(markup) ? '\n' : ' ').padEnd(markup.length, ' ').slice(0, markup.length)
}

/** Hands statements of work to their reader in the order of the document, numbers them, and keeps what holds on: rules, findings. */
export class AssignmentDesk {
  readonly rules: DeclaredRule[] = []
  /** Where each rule is printed. */
  readonly rulePlaces: Span[] = []
  /** The scope that a rule of kind `scope` gives, beside `rules`. */
  readonly #scopes: (string | null)[] = []
  readonly findings: Finding[] = []
  #ranges: PlacedRange[] = []
  #statements = 0
  #end: number | null = null

  constructor(private readonly context: DeskContext) {}

  /** Rules that are declared from now on hold to this place: those of an attachment end with it. Null: to the end of the document. */
  holdRulesUntil(end: number | null): void {
    this.#end = end
  }

  /** Reads a cell, bracket, line or phrase. `columnWord` is the head of its column, `beside` what stands beside it. */
  read(line: Line, columnWord: string | null, beside: Beside = alone): AssignmentReading {
    const span = hullOf(line)
    const reading = readResponsibilities({
      text: printedText(line, this.context.text),
      offset: span.start,
      columnWord,
      statement: this.#statements,
      context: { ...this.context, rules: this.rules },
      beside,
    })
    if (reading.responsibilities.length + reading.ranges.length > 0) this.#statements += 1
    this.findings.push(...reading.findings)
    for (const rule of reading.rules) this.#declare(rule, span.start)
    this.#ranges.push(...reading.ranges.map((range) => ({ ...range, span })))
    return {
      ...reading,
      responsibilities: reading.responsibilities.map((each) =>
        withoutMarkup(each, line, this.context.text),
      ),
    }
  }

  /** The rules over ranges of items that were read since the last call. */
  takeRanges(): readonly PlacedRange[] {
    const ranges = this.#ranges
    this.#ranges = []
    return ranges
  }

  /**
   * Rules that a line outside of any statement declares, from `from` on where it stands elsewhere than it holds; those in brackets that are statements
   * are read with them. Returns their kinds.
   */
  declareIn(
    line: Line,
    from: number | null = null,
    brackets: 'all' | 'none' | 'but-statements' = 'but-statements',
  ): readonly DeclaredRule['kind'][] {
    const bracketed = matchBrackets(line.text).pairs.filter(
      ({ kind, start, end }) =>
        kind === 'bracket' &&
        (brackets === 'none' ||
          (brackets === 'but-statements' && this.looksLikeAssignment(line.text.slice(start, end)))),
    )
    const found = readDeclaredRules(line.text, hullOf(line).start).filter(({ text }) => {
      const at = line.text.indexOf(text)
      return !bracketed.some(({ start, end }) => start < at && at < end)
    })
    for (const rule of found)
      this.#declare(from === null ? rule : { ...rule, from }, hullOf(line).start)
    return found.map(({ kind }) => kind)
  }

  #declare(rule: FoundRule, place: number): void {
    if (this.rules.some((each) => each.from === rule.from && each.text === rule.text)) return
    const { kind, text, from } = rule
    this.rules.push({ kind, text, from, to: rule.to ?? this.#end ?? this.context.length })
    this.#scopes.push(rule.value)
    const start = Math.max(0, this.context.text.indexOf(text, place))
    this.rulePlaces.push({ start, end: start + text.length })
  }

  /** The scope that holds at a place where an item names none: 以下……适用范围均为所有自贸试验区. */
  defaultScope(place: number): { readonly value: string; readonly spans: readonly Span[] } | null {
    const at = this.rules.findLastIndex(
      (rule) => rule.kind === 'scope' && rule.from <= place && place < rule.to,
    )
    const rule = this.rules[at]
    const where = this.rulePlaces[at]
    const value = this.#scopes[at]
    if (rule === undefined || where === undefined || value == null) return null
    const start = where.start + rule.text.lastIndexOf(value)
    return { value, spans: [{ start, end: start + value.length }] }
  }

  /** Whether a rule gives the rest of the tasks to somebody: 其余由A负责. */
  gaveTheRest(): boolean {
    return this.rules.some(({ kind, text }) => kind === 'range' && /^(?:其余|其他)/.test(text))
  }

  /** Whether a bracket, line or phrase assigns work. */
  looksLikeAssignment(text: string): boolean {
    return looksLikeAssignment(text, { ...this.context, rules: this.rules })
  }

  /** The bodies that a line begins with and what they do behind them: 市水利局。负责岸线巡查. Null for any other line. */
  headedBy(text: string): (Span & { readonly behind: number }) | null {
    const naming = { index: this.context.index, context: this.context }
    const heads = askedByLine(text, naming)
    return heads !== null && this.isListOfBodies(text.slice(heads.start, heads.end)) ? heads : null
  }

  /** Where the bodies end that a clause joins: 会同B、C | 制定计划. Null where it joins none. */
  joinedAt(clause: string): number | null {
    const naming = { index: this.context.index, context: this.context }
    return askedToJoin(clause, naming)?.end ?? null
  }

  /** How far a text says who does the work together and what they do follows at once: 由A会同B | 对企业开展约谈. Null where it does not. */
  joinedBodies(text: string): number | null {
    const [clause, next] = splitTopLevel(text, '，')
    if (clause === undefined) return null
    const naming = { index: this.context.index, context: this.context }
    const [asked, ...others] = askedIn(clause.text, next?.text, naming)
    if (asked === undefined || others.length > 0) return null
    return /会同|商|牵头/.test(clause.text.slice(asked.start, asked.end)) ? asked.end : null
  }

  /** Whether a text is names of bodies and generic actors alone, one body of the register at least; a date may stand behind them. */
  isListOfBodies(text: string): boolean {
    const { index } = this.context
    const isTime = (piece: string) => readDeadlines(piece.trim(), 0, null).length > 0
    const list = splitTopLevel(text, '，；,;')
      .map((piece) => piece.text)
      .filter((piece, at) => at === 0 || !isTime(piece))
      .join('、')
    const naming = { index, context: this.context }
    // Among bodies that are known, one that only its end makes a body: 宁东能源化工基地管委会.
    const isNamed = (piece: string) => isActorList(piece, naming) || shapedBody.test(piece.trim())
    return (
      (isActorList(list, naming) || list.split('、').every(isNamed)) &&
      (findAgencyNames(index, list, this.context).length > 0 ||
        list.split('、').some((piece) => isKnownBody(piece.trim(), index, this.context)))
    )
  }

  /** The deadlines that a line says. */
  deadlinesIn(line: Line): readonly { readonly value: Deadline; readonly span: Span }[] {
    return readDeadlines(
      printedText(line, this.context.text),
      hullOf(line).start,
      this.context.date,
    )
  }
}
