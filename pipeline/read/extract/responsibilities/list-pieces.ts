import type { Span } from '../../../model/index.js'
import { completedPlace, isZone } from './read-name.js'

/** What stands between two marks of a list, with the mark behind it; null behind the last. */
export interface Piece extends Span {
  readonly mark: string | null
}

const separators = '、，,；;。：:|｜/／\\①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'

/** 各省、自治区、直辖市人民政府 and 有关部门、单位 are one name: the marks inside do not separate. */
const oneName =
  /(?:各|有关|相关|所在)(?:(?:自治区|直辖市|自治州|县级市|直管市|省直管县|省|市|县|区|州|盟|旗)(?:[（(〔〈][^（）()〔〕〈〉]{1,12}[）)〕〉])?[、，]?){2,}(?:(?:及|和)[\u4e00-\u9fff]{2,8}(?:林区|新区|示范区)(?:人民)?政府|党委[和、及]?(?:人民)?政府|(?:人民)?政府|(?=$|[，。；;、）)\s]|按|负责|牵头|配合|落实|和|及|等|参与))|(?:各|有关|相关)部门、单位/gu

/** The pieces of a stretch of a list, brackets masked. */
export function piecesOf(masked: string, start: number, end: number): readonly Piece[] {
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
    if (character !== null && !separators.includes(character)) continue
    if (character !== null && together.some((name) => at > name.start && at < name.end)) continue
    pieces.push({ start: from, end: at, mark: character })
    from = at + 1
  }
  return pieces
}

/** A bare place in a list of governments, with the government that it means. */
export interface CompletedPlace {
  readonly government: string
  readonly length: number
}

/** A list of places is no longer than all provinces. */
const longestListOfPlaces = 34

/** 广州、深圳市政府, 北京、广东等省（市）人民政府, 天府新区、东部新区管委会: each place among them takes what the last of them ends in. */
export function completePlaces(
  pieces: readonly Piece[],
  text: string,
): ReadonlyMap<number, CompletedPlace> {
  const completed = new Map<number, CompletedPlace>()
  const said = pieces.map((piece) => text.slice(piece.start, piece.end).trim())
  pieces.forEach((piece, index) => {
    const own = said[index]?.replace(/等.*$/u, '') ?? ''
    const isShort = own.length >= 2 && own.length <= 4
    if ((!isShort && !isZone(own)) || (piece.mark !== '、' && own === said[index])) return
    for (const last of said.slice(index, index + longestListOfPlaces)) {
      const body = last.replace(/(?:牵头|负责|配合|按|参与).*$/u, '')
      const government = completedPlace(own, body)
      if (government !== null) completed.set(piece.start, { government, length: own.length })
      if (government !== null || body.length > 16) return
    }
  })
  return completed
}
