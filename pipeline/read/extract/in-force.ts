import { makeFinding } from '../../messages/index.js'
import type { Dropped, Finding, Span } from '../../model/index.js'
import { hullOf, type Line } from './line.js'

/** 有效性：失效, 【已废止】, 本文件已被…废止, 此文件宣布失效. Not: 同时废止, 原办法废止. */
const ended =
  /(?:有\s*效\s*性|时\s*效\s*性?|效力(?:状态|级别)?|文件状态|状\s*态)\s*[:：|\s]{0,6}(?:已?(?:被)?(?:宣布)?)?(?:失效|废止)|[【[（(](?:本文|本文件|此件)?已?(?:失效|废止)[】\]）)]|(?:本|此|该)(?:规范性|政策)?文件[^\n。；]{0,30}(?:失效|废止)/

/** Longer stretches are text that may speak of other papers. */
const longest = 2000

function findIn(text: string, span: Span): Finding | null {
  const match = ended.exec(text.slice(0, longest))
  if (match === null) return null
  return makeFinding('notice-is-in-force', { values: { text: match[0].trim() }, span })
}

/** What a page says of a notice’s own end, in its head or in what was dropped around it; one message. */
export function inForceFindings(
  head: readonly Line[],
  dropped: readonly Dropped[],
  text: string,
): readonly Finding[] {
  for (const line of head) {
    const found = findIn(line.text, hullOf(line))
    if (found !== null) return [found]
  }
  for (const { span, reason } of dropped) {
    if (!['page-chrome', 'index-table'].includes(reason)) continue
    const found = findIn(text.slice(span.start, span.end), span)
    if (found !== null) return [found]
  }
  return []
}
