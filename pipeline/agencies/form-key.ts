import { toHalfWidth } from '../text/index.js'

/**
 * The key of a printed name: white space (a letter-spaced 教　育　部, a line break inside a cell), invisible characters and the width of
 * brackets do not count.
 */
export function formKey(name: string): string {
  return toHalfWidth(name.normalize('NFC')).replace(/[\s\p{Cf}]/gu, '')
}

/** A printed name on one line: without white space and invisible characters, brackets as printed. */
export function withoutBlanks(name: string): string {
  return name.normalize('NFC').replace(/[\s\p{Cf}]/gu, '')
}
