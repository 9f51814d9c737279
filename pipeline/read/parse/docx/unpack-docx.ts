import { TextDecoder } from 'node:util'

import { unzipSync, type Unzipped } from 'fflate'

import { makeFinding } from '../../../messages/index.js'
import type { Finding } from '../../../model/index.js'

/** Most bytes of one part, unpacked: the text of the longest notices takes some 2 MB of XML. */
const mostPartBytes = 10_000_000
/** Most bytes of all parts that are read, unpacked. */
const mostBytes = 20_000_000

/** Parts that are read: the document and what belongs to it. Pictures, embedded files and themes are not unpacked. */
const readParts =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/[^/]+\.xml|word\/_rels\/[^/]+\.rels)$/i
const unreadParts = /^word\/(?:theme|settings|webSettings|fontTable)\d*\.xml$/i

/** The XML parts of a Word file by their names, or why they cannot be had. */
export type UnpackedDocx =
  | { readonly parts: ReadonlyMap<string, string>; readonly finding: null }
  | { readonly parts: null; readonly finding: Finding }

function refuse(finding: Finding): UnpackedDocx {
  return { parts: null, finding }
}

/** Names and unpacked sizes of what would be unpacked. Nothing is inflated to learn them. */
function sizesOf(bytes: Uint8Array): readonly { readonly name: string; readonly size: number }[] {
  const sizes: { name: string; size: number }[] = []
  unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (readParts.test(name) && !unreadParts.test(name)) sizes.push({ name, size: originalSize })
      return false
    },
  })
  return sizes
}

/** Bytes of the parts that would be read, unpacked; 0 for what is no archive. */
export function unpackedSize(bytes: Uint8Array): number {
  try {
    return sizesOf(bytes).reduce((total, { size }) => total + size, 0)
  } catch (error) {
    // What is no archive is refused when it is read.
    if (!(error instanceof Error && ('code' in error || error instanceof RangeError))) throw error
    return 0
  }
}

function inflate(bytes: Uint8Array, names: ReadonlySet<string>): Unzipped {
  return unzipSync(bytes, { filter: ({ name }) => names.has(name) })
}

/** Text of a part: UTF-8, or UTF-16 where its byte order mark says so. Word writes nothing else. */
function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes
  const utf16 = first === 0xff && second === 0xfe ? 'utf-16le' : 'utf-16be'
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  return new TextDecoder(isUtf16 ? utf16 : 'utf-8').decode(bytes)
}

/** Unpacks a Word file’s XML parts, unless it would take more room than a notice needs: an archive of kilobytes may hold gigabytes. */
export function unpackDocx(bytes: Uint8Array, name: string): UnpackedDocx {
  const source = { what: 'source' } as const
  try {
    const sizes = sizesOf(bytes)
    const tooLarge = sizes.find(({ size }) => size > mostPartBytes)
    const sum = sizes.reduce((total, { size }) => total + size, 0)
    if (tooLarge !== undefined || sum > mostBytes) {
      const values = tooLarge
        ? { name, part: tooLarge.name, bytes: tooLarge.size, limit: mostPartBytes }
        : { name, part: 'word/*.xml', bytes: sum, limit: mostBytes }
      return refuse(makeFinding('archive-within-limit', { values, blocks: source }))
    }
    const files = inflate(bytes, new Set(sizes.map((each) => each.name)))
    const parts = new Map(Object.entries(files).map(([part, content]) => [part, textOf(content)]))
    return { parts, finding: null }
  } catch (error) {
    // fflate answers what is no archive, or a broken one, with an Error that has a code; what it throws else is a bug.
    if (!(error instanceof Error && ('code' in error || error instanceof RangeError))) throw error
    return refuse(makeFinding('docx-whole', { values: { name }, blocks: source }))
  }
}
