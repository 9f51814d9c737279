import { zipSync, type Zippable } from 'fflate'

import { makeFinding } from '../../messages/index.js'
import type { Bundle, Finding, TakeSupply } from '../../model/index.js'

interface RenderedZip {
  readonly bytes: Uint8Array | null
  readonly findings: readonly Finding[]
}

/** Local time as the ZIP format has it, without a zone: see render/seal. */
const fixedTime = '1980-01-01T00:00:00'

/** What is packed already gains nothing by being packed again. */
const packed = /\.(?:docx|xlsx|pdf|zip|png|jpe?g)$/iu

/**
 * Packs files into a ZIP as an office sends it. Names are UTF-8 with the flag that says so (fflate sets it for every name beyond
 * ASCII), in Unicode form NFC, so that Windows, macOS and Linux unpack the same names. What is not there is left out and told. The same bytes for
 * the same files.
 */
export async function renderZip(bundle: Bundle, take: TakeSupply): Promise<RenderedZip> {
  const files: Zippable = {}
  const missing: string[] = []
  for (const { name, from } of bundle.entries) {
    const bytes = await take({ type: 'file', path: from })
    if (bytes === null) missing.push(name)
    else {
      const level = packed.test(name) ? 0 : 6
      files[name.normalize('NFC')] = [bytes, { mtime: fixedTime, level, os: 3, attrs: 0o644 << 16 }]
    }
  }
  const findings =
    missing.length === 0 ? [] : [makeFinding('bundle-is-whole', { values: { files: missing } })]
  return { bytes: zipSync(files), findings }
}
