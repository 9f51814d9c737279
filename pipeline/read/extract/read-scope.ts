/** A scope (推广范围) and where it stands in the text that was given. */
export interface FoundScope {
  readonly value: string
  readonly start: number
  readonly end: number
}

/** 在自贸试验区复制推广“…”, 在全国范围内复制推广的改革事项: group 1 is the scope. */
const promoted =
  /(?:^|[，,。；：:]|决定|同意|现将|现|拟)\s*在([^，。；：:“”]{2,40}?)(?:范围内|内)?(?:予以|进行|开展|实施)?(?:复制推广|推广应用|推广实施|复制|推广)/

/** 全国范围 says no more than 全国; 局管范围 is a name of its own. */
const place = /(?:全国|全省|全市|全区|[国省市区州县域])$/

/** 参照沿海省份做法, /, 无: what stands in the place of a scope and is none. */
export function isScope(text: string): boolean {
  return !/^(?:参照|参考|比照|借鉴|仿照)|^[\s/／\\—–－-]*$|^(?:无|暂无|不限)$/u.test(text.trim())
}

/** The scope that a sentence or a heading gives to what it spreads; null where it gives none. */
export function readScope(text: string): FoundScope | null {
  const match = promoted.exec(text)
  const value = match?.[1]
  if (match === null || value === undefined || /基础上|过程中$/.test(value)) return null
  const start = match.index + match[0].indexOf(value)
  const followed = text.slice(start + value.length).startsWith('范围内')
  const end = start + value.length + (followed && !place.test(value) ? 2 : 0)
  return { value: text.slice(start, end), start, end }
}
