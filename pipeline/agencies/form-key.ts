import { toHalfWidth } from '../text/index.js'

/**
 * The key of a printed name: white space (a letter-spaced 教　育　部, a line break inside a cell), invisible characters and the width of
 * brackets do not count.
 */
export function formKey(name: string): string {
  return toHalfWidth(name.normalize('NFC')).replace(/[\s\p{Cf}]/gu, '')
}
