/** Orders file names by code point, as UTF-8 bytes are ordered: the same on every machine and in every language. */
export function compareNames(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b))
}
