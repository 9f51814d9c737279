import type { Agency } from '../model/index.js'
import { localBodies, localStems } from './registry/local-stems.js'
import { provinceOfCity, provinces } from './registry/places.js'

/**
 * Words by their first two characters, longest first. One regular expression over all forms takes half a second to compile; this takes
 * none.
 */
export type WordsByBegin = ReadonlyMap<string, readonly string[]>

function byBegin(words: Iterable<string>): WordsByBegin {
  const map = new Map<string, string[]>()
  for (const word of new Set(words)) {
    const begin = word.slice(0, 2)
    const known = map.get(begin)
    if (known === undefined) map.set(begin, [word])
    else known.push(word)
  }
  for (const words of map.values()) words.sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  return map
}

/** The longest of the words that stands in a text at an offset; null where none does. */
function longestAt(words: WordsByBegin, text: string, at: number): string | null {
  const candidates = words.get(text.slice(at, at + 2))
  return candidates?.find((word) => text.startsWith(word, at)) ?? null
}

const localNames = byBegin([
  ...localStems.flatMap((stem) =>
    stem.forms.flatMap((form) =>
      stem.endings.flatMap((ending) => ending.split('/').map((each) => `${form}${each}`)),
    ),
  ),
  ...localBodies.flat(),
  ...[
    '组织部',
    '宣传部',
    '统战部',
    '政法委',
    '社会工作部',
    '网信办',
    '编办',
    '办公厅',
    '办公室',
  ].map((department) => `委${department}`),
  '税务局',
  '人民政府',
  '政府',
  '人民政府办公厅',
  '人民政府办公室',
  '政府办公厅',
  '政府办公室',
])
const places = byBegin([...provinces, ...provinceOfCity.keys()])
const levelWord = /^(?:自治区|省|市|县|区)/u
/** What may stand before the word of a level: no letter of another word (本省, 全市). */
const beforeLevel = /(?:[^\u4e00-\u9fff]|[和及与由同局委厅部办院会社行])$/u

/** A local body by its place or level and field, 广东省财政厅, 市委宣传部; null where none begins at the offset. */
function localNameAt(text: string, at: number): string | null {
  const place = longestAt(places, text, at)
  const boundary = at === 0 || beforeLevel.test(text.slice(at - 1, at))
  const head = place ?? (boundary ? levelWord.exec(text.slice(at, at + 3))?.[0] : undefined)
  if (head === undefined) return null
  const body = longestAt(localNames, text, at + head.length)
  return body === null ? null : `${head}${body}`
}

/** All forms of the entries, to be found in running text. */
export function formsByBegin(entries: readonly Agency[]): WordsByBegin {
  return byBegin(
    entries.flatMap((entry) => [entry.name, entry.short, ...entry.aliases, ...entry.informal]),
  )
}

/** The name of a body that begins at an offset: a local one first, since 广东省发展改革委 holds 发展改革委; null where none begins. */
export function nameBeginningAt(forms: WordsByBegin, text: string, at: number): string | null {
  return localNameAt(text, at) ?? longestAt(forms, text, at)
}
