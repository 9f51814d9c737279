import {
  textStyleNames,
  type StyleSheet,
  type TextStyle,
  type TextStyleName,
} from '../model/index.js'

/** How far a section that should fit a number of pages is closed up, step by step: pitch first, then size. */
const steps: readonly { readonly pitch: number; readonly size: number }[] = [
  { pitch: 0.95, size: 1 },
  { pitch: 0.9, size: 1 },
  { pitch: 0.9, size: 0.95 },
  { pitch: 0.86, size: 0.92 },
]

/** Nothing is set smaller than this, in pt, and no lines closer than this many ems. Text of the body keeps the larger of them. */
const smallest = 9
const smallestBody = 10.5
const closestPitch = 1.2
const bodyStyles = new Set<TextStyleName>([
  'body',
  'recipients',
  'heading3',
  'heading4',
  'signature',
])

function closeStyle(name: TextStyleName, style: TextStyle, pitch: number, size: number): TextStyle {
  const floor = Math.min(style.size, bodyStyles.has(name) ? smallestBody : smallest)
  const newSize = Math.max(floor, style.size * size)
  const oldPitch = style.pitch ?? style.size * 1.3
  const newPitch = Math.min(oldPitch, Math.max(newSize * closestPitch, oldPitch * pitch))
  const spaces = { before: style.before * pitch ** 2, after: style.after * pitch ** 2 }
  return { ...style, ...spaces, size: newSize, pitch: newPitch }
}

function closeSheet(style: StyleSheet, pitch: number, size: number): StyleSheet {
  const text = Object.fromEntries(
    textStyleNames.map((name) => [name, closeStyle(name, style.text[name], pitch, size)]),
  ) as Record<TextStyleName, TextStyle>
  const table = { ...style.table, paddingY: style.table.paddingY * pitch ** 2 }
  return { ...style, text, table }
}

/** A style ever closer, down to what is still read with ease. */
export function* closeUpSteps(style: StyleSheet): Generator<StyleSheet> {
  for (const { pitch, size } of steps) yield closeSheet(style, pitch, size)
}
