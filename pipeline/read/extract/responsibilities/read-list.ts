import type { LevelPrefix } from '../../../agencies/index.js'
import type { Span } from '../../../model/index.js'
import { readChineseNumeral } from '../../../text/index.js'
import type { AssignmentContext } from './assignment-context.js'
import { completePlaces, piecesOf, type Piece } from './list-pieces.js'
import { maskBrackets } from './mask-brackets.js'
import { PieceReader } from './piece-reader.js'
import { readDeadlines } from './read-deadlines.js'
import { nameAt, type NameReader } from './read-name.js'
import { addressedTo, addressedToEnd, readRoleWord, takenBack } from './role-words.js'
import type { Token } from './tokens.js'

/** How a list is read: under a label or a column’s head whatever stands there is a name; elsewhere only what is known as one or shaped like one. */
export interface ListOptions {
  readonly context: AssignmentContext
  readonly named: boolean
  /** Under 责任单位及责任人 persons stand beside bodies, by name alone. */
  readonly withPersons?: boolean
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
      !isTime &&
      printed.length <= 30 &&
      /[\p{L}]/u.test(printed) &&
      !isSentence(printed) &&
      !isNumber(printed)
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

/** 联络员：周宁: what stands behind a label that nobody knows is no body; the index of the last piece of it, null where there is no such label. */
function endOfUnknownLabel(
  pieces: readonly Piece[],
  index: number,
  tokens: readonly Token[],
): number | null {
  const mark = pieces[index]?.mark ?? ''
  if (!'：:'.includes(mark) || mark === '' || tokens.length === 0) return null
  if (tokens.some(({ type }) => type !== 'rest')) return null
  const last = pieces.findIndex((piece, at) => at > index && '；;。'.includes(piece.mark ?? '；'))
  return last < 0 ? pieces.length - 1 : last
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
    const reader = new PieceReader(piece, { text, masked }, options.context, level)
    reader.read(places.get(piece.start) ?? null)
    level = reader.carry
    const ofOther = options.named ? endOfUnknownLabel(pieces, index, reader.tokens) : null
    if (ofOther !== null) {
      tokens.push({
        type: 'rest',
        span: { start: piece.start, end: pieces[ofOther]?.end ?? piece.end },
      })
      index = ofOther
      continue
    }
    tokens.push(...asNames(reader.tokens, text, options))
    if (piece.mark !== null) tokens.push({ type: 'mark', mark: piece.mark, at: piece.end })
  }
  return { tokens, carry: level }
}
