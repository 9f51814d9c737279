import { readChineseNumeral } from '../../../text/index.js'

/** The items that a rule of kind `range` speaks of. */
export type ItemRange =
  | { readonly reach: 'preceding' | 'following' | 'rest' }
  | { readonly reach: 'items'; readonly first: number; readonly last: number }

const numbered =
  /^第([0-9０-９一二三四五六七八九十]+)(?:[—\-－~～至到和、]+(?:第)?([0-9０-９一二三四五六七八九十]+))?(?:项|条|款)/u

/** 具体任务均涉及…，不再做分工，下同: a rule that speaks of the item it stands in too. */
export function reachesOwnItem(text: string): boolean {
  return /^(?:具体|各项|所有|全部)任务/u.test(text)
}

/** Which items 以上各项均由…, 以下均需…, 具体任务均涉及…, 其余由…, 第3—5项由… mean; null where the text says none. */
export function readItemRange(text: string): ItemRange | null {
  const match = numbered.exec(text)
  if (match !== null) {
    const first = readChineseNumeral(match[1] ?? '')
    const last = match[2] === undefined ? first : readChineseNumeral(match[2])
    return first === null || last === null ? null : { reach: 'items', first, last }
  }
  if (/^(?:以上|上述)/u.test(text)) return { reach: 'preceding' }
  if (text.startsWith('以下')) return { reach: 'following' }
  if (reachesOwnItem(text)) return { reach: 'following' }
  return /^(?:其余|其他)/u.test(text) ? { reach: 'rest' } : null
}

/** The bodies that such a rule names: what stands between its head and its end. */
export function bodiesOfRange(
  text: string,
): { readonly start: number; readonly end: number } | null {
  const head = /^.*?(?:均|都)?(?:需由|应由|需|须|由|涉及|请)/u.exec(text)?.[0].length
  if (head === undefined) return null
  const tail = /[，,]?不再(?:一一|逐一|逐项|重复|再)*(?:列出|列明|做分工|作分工|标注|明确)$/u.exec(
    text,
  )
  return { start: head, end: tail?.index ?? text.length }
}
