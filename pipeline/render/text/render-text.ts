import type { TextLayout } from '../../model/index.js'

/** A text → UTF-8 bytes without a BOM, line ends as line feeds, ended by exactly one unless it is empty. */
export function renderText(layout: TextLayout): Uint8Array {
  const text = layout.text.replace(/\r\n?/g, '\n').replace(/\n*$/, '')
  return new TextEncoder().encode(text === '' ? '' : `${text}\n`)
}
