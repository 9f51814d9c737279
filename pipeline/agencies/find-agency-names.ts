import type { Span } from '../model/index.js'
import type { AgencyIndex } from './index-agencies.js'
import { nameBeginningAt } from './name-finder.js'
import type { NamingContext } from './naming-context.js'
import { identifyAgency, type Resolution } from './resolve-agency.js'

/** A name in running text: its place, its letters and whom it means. */
export interface FoundName extends Span {
  readonly text: string
  readonly resolution: Extract<Resolution, { type: 'agency' | 'ambiguous' }>
}

/** What makes a name at its right end another word: 公安部|门, 财政部|分, 商务部|署, 外交部|长, 工程院|士. */
const otherWord = /^(?:门|分(?!别|工)|署|长|位|件|属|队|落|士|校|集团|系统|机关(?!工委))/u
/** What may stand before a bare name of a field (医保局): a mark, a joining word, a verb that takes a body. */
const mayPrecede =
  /[^\u4e00-\u9fff]$|(?:和|及|与|由|同|商|请|经|向|对|据|即|会|报|按|照|从|给|把|在)$/u

/** 市政府有关部门, 市政府办公室, 国办发〔2023〕1号: the name is part of another. */
const partOfOther =
  /政府(?=各|有关|相关|直属|所属|组成|办|门户|网站|工作|令|文件|信息)|国办(?=发|函|字)/uy

function isWhole(text: string, start: number, end: number, index: AgencyIndex): boolean {
  const name = text.slice(start, end)
  if (otherWord.test(text.slice(end, end + 3))) return false
  partOfOther.lastIndex = end - 2
  if (partOfOther.test(text)) return false
  const form = index.byForm.get(name)?.[0]
  const proper = form === undefined || form.how === 'name' || form.how === 'short'
  // 建设部 and 人事部 of old are words of other names; 财政部 is not.
  const distinct = name.length > 3 || form?.agency.until === null
  return (proper && distinct) || start === 0 || mayPrecede.test(text.slice(0, start).slice(-1))
}

/**
 * Names of bodies in running text, in order, the longest at each place: 国家发展改革委 and not the 发展改革委 in it. A kind
 * (人力资源社会保障部门), a word that goes on (公安部署) and a bare name inside another word are none.
 */
export function findAgencyNames(
  index: AgencyIndex,
  text: string,
  context: NamingContext,
): readonly FoundName[] {
  const found: FoundName[] = []
  for (let start = 0; start < text.length; start += 1) {
    const name = nameBeginningAt(index.forms, text, start)
    if (name === null) continue
    const end = start + name.length
    if (!isWhole(text, start, end, index)) continue
    const resolution = identifyAgency(index, name, context)
    if (resolution.type === 'agency' || resolution.type === 'ambiguous')
      found.push({ start, end, text: name, resolution })
    start = end - 1
  }
  return found
}
