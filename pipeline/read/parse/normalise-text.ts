/**
 * A decoded file as everything after it counts in it: without a byte order mark, every line end (CRLF, CR, NEL, U+2028, U+2029) one LF. Lines
 * and columns stay what an editor shows.
 */
export function normaliseText(text: string): string {
  const unmarked = text.startsWith('\uFEFF') ? text.slice(1) : text
  return unmarked.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
}
