import { TextDecoder } from 'node:util'

import { makeFinding } from '../../messages/index.js'
import type { Finding } from '../../model/index.js'

/** A file’s text, or null where no encoding fits, with the label of the decoder that read it. */
export interface DecodedText {
  readonly text: string | null
  readonly encoding: string
  readonly findings: readonly Finding[]
}

/** Byte order marks and what they say. */
const marks: readonly { readonly bytes: readonly number[]; readonly encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
]

/** The decoder of a label; GB18030 for the names of its subsets, which Node decodes without four-byte characters. Null: no such label. */
function decoderOf(label: string): TextDecoder | null {
  const name = /^(gbk|gb2312|gb_2312-80|x-gbk|cp936|ms936)$/i.test(label.trim()) ? 'gb18030' : label
  try {
    return new TextDecoder(name, { fatal: true })
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function decode(bytes: Uint8Array, decoder: TextDecoder): string | null {
  try {
    return decoder.decode(bytes)
  } catch (error) {
    // A fatal decoder answers bytes that are none of its characters with a TypeError, and nothing else.
    if (error instanceof TypeError) return null
    throw error
  }
}

/** The commonest characters of official papers: some of them stand in any that was decoded rightly. */
const commonCharacters = /[的一和在为中国关于通知各市政府部门工作发展单位年月日]/gu

/** Does a text that was taken for Chinese look like Chinese? One character in fifty is among the commonest; in a wrong decoding hardly one in a thousand is. */
function looksChinese(text: string): boolean {
  const sample = text.slice(0, 20_000)
  const han = sample.match(/\p{Script=Han}/gu)?.length ?? 0
  return (sample.match(commonCharacters)?.length ?? 0) * 50 >= han
}

function undecodable(encoding: string): DecodedText {
  const finding = makeFinding('encoding-fits', {
    values: { encoding },
    blocks: { what: 'source' },
  })
  return { text: null, encoding, findings: [finding] }
}

function decodeAs(bytes: Uint8Array, label: string): DecodedText {
  const decoder = decoderOf(label)
  if (decoder === null) {
    const finding = makeFinding('encoding-known', {
      values: { encoding: label },
      blocks: { what: 'source' },
    })
    return { text: null, encoding: label, findings: [finding] }
  }
  const text = decode(bytes, decoder)
  return text === null ? undecodable(label) : { text, encoding: decoder.encoding, findings: [] }
}

/**
 * Decodes a text file: as `encoding` says, else by its byte order mark, else as UTF-8, else as GB18030 (so GBK and GB2312), never replacing a
 * byte that does not fit. UTF-8 comes first because short UTF-8 text is often valid GB18030. What was guessed is told.
 */
export function decodeText(bytes: Uint8Array, encoding?: string): DecodedText {
  if (encoding !== undefined) return decodeAs(bytes, encoding)
  const mark = marks.find((each) => each.bytes.every((byte, index) => bytes[index] === byte))
  if (mark) return decodeAs(bytes, mark.encoding)
  const utf8 = decodeAs(bytes, 'utf-8')
  if (utf8.text !== null) return utf8
  const guessed = decodeAs(bytes, 'gb18030')
  if (guessed.text === null) return undecodable('UTF-8, GB18030')
  const severity = looksChinese(guessed.text) ? 'info' : 'warning'
  const finding = makeFinding('encoding-declared', {
    values: { encoding: guessed.encoding },
    severity,
  })
  return { ...guessed, findings: [finding] }
}
