import * as fontkit from 'fontkit'
import type { Font } from 'fontkit'

import type { Box } from './page-reading.js'

/** The box of a glyph’s outline in ems from its origin, y upwards; null where it draws nothing. */
export type InkOf = (fontCharacter: string) => Pick<Box, 'left' | 'top' | 'right' | 'bottom'> | null

const none: InkOf = () => null

function openFont(data: Uint8Array): Font | null {
  try {
    const opened = fontkit.create(Buffer.from(data))
    return 'fonts' in opened ? null : opened
  } catch {
    // A font that cannot be read has no outlines to ask: its text is measured by its em box.
    return null
  }
}

/** Asks the font that a PDF holds, as pdfjs hands it on, how far each glyph’s ink reaches. */
export function inkOfFont(data: Uint8Array | undefined): InkOf {
  const font = data === undefined ? null : openFont(data)
  if (font === null) return none
  const known = new Map<string, ReturnType<InkOf>>()
  const measure: InkOf = (character) => {
    try {
      const { minX, minY, maxX, maxY } = font.glyphForCodePoint(character.codePointAt(0) ?? 0).bbox
      if (!(maxX > minX && maxY > minY)) return null
      const em = font.unitsPerEm
      return { left: minX / em, top: maxY / em, right: maxX / em, bottom: minY / em }
    } catch {
      return null
    }
  }
  return (character) => {
    const seen = known.get(character)
    if (seen !== undefined) return seen
    const ink = measure(character)
    known.set(character, ink)
    return ink
  }
}
