/** The letters of a column of a sheet, from 0: A, B … Z, AA. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter
}

/** A sheet’s name in a formula or link: quoted, quotes in it doubled. */
export function quotedSheet(name: string): string {
  return `'${name.replace(/'/gu, "''")}'`
}
