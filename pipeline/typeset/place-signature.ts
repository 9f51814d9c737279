/** How far from the right edge of the type area a line ends, in characters. */
export interface SignaturePlace {
  readonly issuers: readonly number[]
  readonly date: number
}

/** With a seal: the date is empty by four at the right, the issuer centred over it. GB/T 9704-2012, 7.3.5.1. */
function placeSealed(issuers: readonly number[], date: number): SignaturePlace {
  const longest = Math.max(0, ...issuers)
  // An issuer so long that it would pass the edge takes the edge, and the date moves under its middle.
  const dateRight = Math.max(4, (longest - date) / 2)
  return {
    issuers: issuers.map((width) => dateRight + (date - width) / 2),
    date: dateRight,
  }
}

/**
 * Without a seal: the issuer is empty by two at the right, the date begins two characters right of it; a date longer than the issuer
 * is itself empty by two, and the issuer moves left. Several begin under the first. GB/T 9704-2012, 7.3.5.2.
 */
function placeUnsealed(issuers: readonly number[], date: number): SignaturePlace {
  const longest = Math.max(0, ...issuers)
  const issuerRight = date > longest ? 4 + date - longest : 2
  return {
    issuers: issuers.map((width) => issuerRight + longest - width),
    date: Math.max(0, issuerRight + longest - 2 - date),
  }
}

/** Where a signature’s lines stand, from the widths of the issuers and the date in characters. */
export function placeSignature(
  issuers: readonly number[],
  date: number,
  seal: boolean,
): SignaturePlace {
  return seal ? placeSealed(issuers, date) : placeUnsealed(issuers, date)
}
