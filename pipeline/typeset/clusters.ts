/** What stays whole wherever a line ends: a character with its marks and selectors, a line break, 破折号, 省略号. */
const cluster = /——|……|\r\n|[\s\S][\p{M}\p{Default_Ignorable_Code_Point}]*/gu

/** A text cut into what is never parted. Joined again, it is the text. */
export function clustersOf(text: string): readonly string[] {
  return text.match(cluster) ?? []
}
