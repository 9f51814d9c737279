declare module 'wawoff2' {
  const wawoff2: {
    /** WOFF2 → the TrueType or OpenType font that it holds. Rejects where the bytes are no WOFF2. */
    readonly decompress: (woff2: Uint8Array) => Promise<Uint8Array>
  }
  export default wawoff2
}
