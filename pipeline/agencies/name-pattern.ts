import type { Agency } from '../model/index.js'
import { localBodies, localStems } from './registry/local-stems.js'
import { provinceOfCity, provinces } from './registry/places.js'

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** One alternation, longest first: a regular expression takes the first alternative that fits. */
function alternatives(forms: Iterable<string>): string {
  return [...new Set(forms)]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map(escaped)
    .join('|')
}

const localEndings = alternatives([
  ...localStems.flatMap((stem) =>
    stem.forms.flatMap((form) =>
      stem.endings.flatMap((ending) => ending.split('/').map((each) => `${form}${each}`)),
    ),
  ),
  ...localBodies.flat(),
  '委组织部',
  '委宣传部',
  '委统战部',
  '委政法委',
  '委社会工作部',
  '委网信办',
  '委编办',
  '委办公厅',
  '委办公室',
  '税务局',
  '人民政府',
  '政府',
])
const places = alternatives([...provinces, ...provinceOfCity.keys()])
const localSource = `(?:${places}|(?<![\\u4e00-\\u9fff])(?:省|市|县|区|自治区)|(?<=[和及与由同])(?:省|市))(?:${localEndings})`

/**
 * A pattern that finds every form of the entries in running text, and local bodies by their place or level and field (广东省财政厅,
 * 市委宣传部). A local name comes first: 广东省发展改革委 holds 发展改革委.
 */
export function namePatternOf(entries: readonly Agency[]): RegExp {
  const forms = entries.flatMap((entry) => [
    entry.name,
    entry.short,
    ...entry.aliases,
    ...entry.informal,
  ])
  return new RegExp(`${localSource}|${alternatives(forms)}`, 'gu')
}
