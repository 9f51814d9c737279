import type { Colour, FaceRole, StyleSheet, TextStyle } from '../../model/index.js'

/** The face of a role in all four slots: a slot left open falls back to another face in Word and in LibreOffice. */
export function fontOf(style: StyleSheet, role: FaceRole) {
  const name = style.faces[role].word
  // Quotes and dashes belong to Chinese and to Latin text: the hint makes them Chinese.
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name, hint: 'eastAsia' }
}

/**
 * A size in pt as Word can say it: half points, and what is left as spacing between characters in twentieths of a point.
 * 15.75 pt, of which 28 fill a line of 156 mm, are 16 pt set 0.25 pt closer.
 */
export function sizeOf(points: number): { readonly size: number; readonly spacing: number } {
  const size = Math.round(points * 2)
  return { size, spacing: Math.round((points - size / 2) * 20) }
}

/** Width of a full-width character of a style, in twips. */
export function characterWidthOf(style: Pick<TextStyle, 'size'>): number {
  return style.size * 20
}

const hex: Readonly<Record<Colour, string>> = {
  black: '000000',
  red: 'FF0000',
  grey: '7F7F7F',
  white: 'FFFFFF',
}

export function hexOf(colour: Colour): string {
  return hex[colour]
}
