import { strFromU8, unzipSync } from 'fflate'

/** Text of a part of an Open XML file; null where the file is none, or has no such part. */
export function readPart(bytes: Uint8Array, name: string): string | null {
  try {
    const part = unzipSync(bytes, { filter: (file) => file.name === name })[name]
    return part === undefined ? null : strFromU8(part)
  } catch {
    // fflate throws an error of its own for each way in which bytes are no ZIP: it is no Word file.
    return null
  }
}
