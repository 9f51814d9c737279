import { createHash } from 'node:crypto'

import filenamify from 'filenamify'

/** ext4 and most others hold 255 bytes a name; this leaves room for endings, 〈name〉.新.docx and temporary names. */
const mostBytes = 120
const encoder = new TextEncoder()

function bytesOf(text: string): number {
  return encoder.encode(text).length
}

/** The longest beginning of at most `limit` bytes and `units` UTF-16 units, cut between characters. */
function cutTo(text: string, limit: number, units: number): string {
  let bytes = 0
  let cut = ''
  for (const character of text) {
    bytes += bytesOf(character)
    if (bytes > limit || cut.length + character.length > units) break
    cut += character
  }
  return cut
}

function withHash(name: string, original: string, longest: number): string {
  const suffix = `-${createHash('sha256').update(original).digest('hex').slice(0, 8)}`
  const cut = cutTo(name, mostBytes - suffix.length, longest - suffix.length)
  return `${cut.replace(/[. ]+$/, '')}${suffix}`
}

/**
 * A name that every file system takes, without an ending: NFC, at most 120 bytes of UTF-8. A name that had to be changed ends in `-` and
 * eight hexadecimal digits of its SHA-256, so that two names never become one. filenamify alone cuts at 100 characters (300 bytes of
 * hanzi, more than ext4 holds), keeps lone surrogates, and names that begin with a dot. `longest`: in UTF-16 units, where the system counts a whole
 * path in them; at least 9.
 */
export function safeFileName(name: string, longest = Number.POSITIVE_INFINITY): string {
  const original = name.replace(/\p{Surrogate}/gu, '\uFFFD').normalize('NFC')
  const cleaned = filenamify(original, { replacement: '_', maxLength: Number.MAX_SAFE_INTEGER })
    .replace(/^[.\s]+/, '_')
    .normalize('NFC')
  const fits = bytesOf(cleaned) <= mostBytes && cleaned.length <= longest
  return cleaned === original && fits ? cleaned : withHash(cleaned, name, longest)
}

/**
 * Safe names for names that lie in one folder: name → file name. Where two of them are one on a file system that folds case, each gets
 * its hash.
 */
export function safeFileNames(
  names: readonly string[],
  longest = Number.POSITIVE_INFINITY,
): ReadonlyMap<string, string> {
  const folded = new Map<string, Set<string>>()
  for (const name of names) {
    const key = safeFileName(name, longest).toLowerCase()
    folded.set(key, (folded.get(key) ?? new Set()).add(name))
  }
  return new Map(
    names.map((name) => {
      const safe = safeFileName(name, longest)
      const alone = (folded.get(safe.toLowerCase())?.size ?? 1) === 1
      return [name, alone ? safe : withHash(safe, name, longest)]
    }),
  )
}
