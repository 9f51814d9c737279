/*
 * 避头尾 as data: what may not stand at the edge of a line. GB/T 15834-2011, 5.1 (where marks may stand) and GB/T 9704-2012, 5.2.
 * One table for every sink: PDF lines, table rows, the rows of a workbook.
 */

/** Stops and closing marks: half of their box is blank, at the right. Never at a line’s start. */
const closingMarks = '、。，．；：？！）》」』】〕〉］｝”’'

/** Opening marks: half of their box is blank, at the left. Never at a line’s end. */
const openingMarks = '（《「『【〔〈［｛“‘'

/** Never at a line’s start, but with no blank half: 连接号, 间隔号, per cent, half-width stops and closing brackets. */
const neverFirst = '％‰℃°·・～-–—…‥ー々〻!,.:;?)]}%>'

/** Never at a line’s end: currency before its number, numero signs, half-width opening brackets. */
const neverLast = '￥＄￡¥$£№＃#([{<'

/** 分隔号: neither first nor last. GB/T 15834-2011, 5.1.11. */
const neverEdge = '/／'

const first = new Set(closingMarks + neverFirst + neverEdge)
const last = new Set(openingMarks + neverLast + neverEdge)
const closing = new Set(closingMarks)
const opening = new Set(openingMarks)

/** Whether a line may not begin with this character. */
export const mayNotBegin = (character: string): boolean => first.has(character)

/** Whether a line may not end with this character. */
export const mayNotEnd = (character: string): boolean => last.has(character)

/** Whether this is a full-width mark whose right half is blank. */
export const isClosing = (character: string): boolean => closing.has(character)

/** Whether this is a full-width mark whose left half is blank. */
export const isOpening = (character: string): boolean => opening.has(character)
