export { matchBrackets, type BracketMatches, type BracketPair } from './brackets.js'
export {
  findChineseDates,
  isImpossibleDate,
  readChineseDate,
  writeChineseDate,
  type FoundDate,
} from './chinese-date.js'
export { readChineseNumeral, writeChineseNumeral } from './chinese-numeral.js'
export { readCopyNumbers, writeCopyNumbers, type CopyNumbers } from './copy-numbers.js'
export { safeFileName, safeFileNames } from './safe-file-name.js'
export { editDistance, nearestMatch, type NearestMatch } from './similarity.js'
export { splitTopLevel, type TextPiece } from './split-top-level.js'
export type { TextSpan } from './text-span.js'
export { titleKey } from './title-key.js'
export { columnsOf, toHalfWidth } from './width.js'
