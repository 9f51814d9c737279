import type { Elements } from '../paper/elements.js'
import type { Line } from '../paper/line.js'
import type { Measured } from './measure.js'

/** The four faces of the standard, and Song for page numbers. */
export type FaceKind = 'fang' | 'kai' | 'hei' | 'xiaobiaosong' | 'song'

/** Names under which offices’ own fonts stand in a PDF. */
const names: readonly (readonly [FaceKind, RegExp])[] = [
  ['xiaobiaosong', /xiao\s*biao\s*song|小标宋|fzxbs/iu],
  ['fang', /fang\s*song|仿宋|stfangsong|fzfs/iu],
  ['kai', /^(?:st)?kai\s*ti|^simkai|楷体|fzkt/iu],
  ['hei', /^sim\s*hei|^st\s*hei|黑体|fzht/iu],
  ['song', /^sim\s*sun|^nsim\s*sun|^st\s*song|宋体|fzss/iu],
]

const kindOf = (face: string): FaceKind | null =>
  names.find(([, pattern]) => pattern.test(face))?.[0] ?? null

/** The face that most lines are set in. */
export function commonFace(lines: readonly Line[]): string | null {
  const counts = new Map<string, number>()
  for (const { face, text } of lines) counts.set(face, (counts.get(face) ?? 0) + text.length)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

/**
 * How many lines begin in another face than the standard’s. A face that is none of an office’s own is a substitute: it shows that the line differs
 * from running text, or fails to, and verifies nothing more. What an office program of this machine printed may have one substitute in place of all.
 */
export function facesOff(
  { body, printed }: Pick<Elements, 'body' | 'printed'>,
  lines: readonly Line[],
  kind: FaceKind,
): Measured {
  if (lines.length === 0) return { values: [], substituted: [] }
  const differs = kind !== 'fang' && kind !== 'song' && !printed
  const text = differs ? commonFace(body) : null
  const wrong = lines.filter(({ face }) => {
    const own = kindOf(face)
    return own === null ? face === text : own !== kind
  })
  const unknown = lines.filter(({ face }) => kindOf(face) === null).map(({ face }) => face)
  return {
    values: [wrong.length],
    substituted: wrong.length > 0 ? [] : [...new Set(unknown)].sort(),
  }
}
