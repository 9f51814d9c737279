/** Quotes of every kind and title marks, which copies of one name set differently. */
const quotes = /[“”„‟‘’‚‛"'「」『』﹁﹂﹃﹄〝〞〟《》〈〉«»‹›`´]/gu
/** White space and what is invisible: zero-width space, soft hyphen, byte order mark. */
const blanks = /[\s\p{Cf}\p{Zs}]/gu
const dashes = /[‐‑‒–—―−－]+/gu
const ends = /^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu

/** A bracket at an end belongs to the name: 服务（试点）. */
function trimEnds(text: string): string {
  return text.replace(ends, (mark) => mark.replace(/[^()[\]{}〔〕【】%+#*]/gu, ''))
}

/**
 * The key by which two printed names are the same name: quotes of any kind and nesting, full and half width, white space, dashes and the
 * punctuation at both ends do not count. ‘云签发’平台 and “云签发” 平台。 have one key.
 */
export function titleKey(title: string): string {
  const folded = title.normalize('NFKC').toLowerCase()
  return trimEnds(folded.replace(quotes, '').replace(blanks, '').replace(dashes, '-')).normalize(
    'NFC',
  )
}
