const beginnings = { pdf: [0x25, 0x50, 0x44, 0x46, 0x2d], zip: [0x50, 0x4b, 0x03, 0x04] } as const
const ends = { pdf: '%%EOF', zip: 'PK\u0005\u0006' } as const
/** How far from the end of a file its closing mark may stand: what Adobe reads for a PDF; a ZIP’s comment of the greatest length. */
const reach = { pdf: 1024, zip: 65_557 } as const

function beginsWith(bytes: Uint8Array, beginning: readonly number[]): boolean {
  return beginning.every((byte, index) => bytes[index] === byte)
}

/**
 * Whether a file of ours could still be one that somebody saved: false for an empty one, one of zeros, and one that begins as a PDF or a
 * ZIP (docx, xlsx) and is cut off. What begins in another way (a Word file that was saved with a password) is whole as far as we can tell.
 */
export function looksWhole(bytes: Uint8Array): boolean {
  if (bytes.every((byte) => byte === 0)) return false
  for (const kind of ['pdf', 'zip'] as const) {
    if (!beginsWith(bytes, beginnings[kind])) continue
    const tail = bytes.subarray(Math.max(0, bytes.length - reach[kind]))
    return Buffer.from(tail).includes(ends[kind], 0, 'latin1')
  }
  return true
}
