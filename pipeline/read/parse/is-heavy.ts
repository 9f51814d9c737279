import { sourceFormatOf } from './source-format.js'
import { unpackedSize } from './docx/unpack-docx.js'

/** Bytes from which a file is read where it can be stopped. */
const heavyBytes = 500_000
/** Of a Word file’s XML: some ten bytes stand there for each of its text. */
const heavyXmlBytes = 5_000_000
/** Lines of one paragraph that begin with | or -. A table of a notice has some hundred rows. */
const heavyLines = 5_000

const newline = 0x0a
/** Carriage return, tab, space; and the zero bytes of UTF-16. */
const blanks: ReadonlySet<number> = new Set([0x00, 0x09, 0x0d, 0x20])
const openers: ReadonlySet<number> = new Set([0x2d, 0x7c])

/** Most lines in a row that begin with | or -, no empty line between them. No character of UTF-8 or GB18030 has these bytes at its head. */
function longestRun(bytes: Uint8Array): number {
  let longest = 0
  let run = 0
  let isEmpty = true
  let isOpen = true
  for (const byte of bytes) {
    if (byte === newline) {
      if (isEmpty) run = 0
      isEmpty = true
      isOpen = true
    } else if (isOpen && !blanks.has(byte)) {
      if (openers.has(byte)) run += 1
      isEmpty = false
      isOpen = false
      longest = Math.max(longest, run)
    }
  }
  return longest
}

/** Whether a file is so large, or so unlike a notice, that reading it may take more time and memory than anybody expects. */
export function isHeavy(bytes: Uint8Array, name: string): boolean {
  if (bytes.length > heavyBytes) return true
  return sourceFormatOf(name) === 'docx'
    ? unpackedSize(bytes) > heavyXmlBytes
    : longestRun(bytes) >= heavyLines
}
