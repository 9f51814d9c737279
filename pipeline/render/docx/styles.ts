import {
  AlignmentType,
  LineRuleType,
  type IDocumentDefaultsOptions,
  type IParagraphStyleOptions,
  type IParagraphStylePropertiesOptions,
  type IRunStylePropertiesOptions,
  type ISpacingProperties,
} from 'docx'

import {
  textStyleNames,
  type StyleSheet,
  type TextStyle,
  type TextStyleName,
} from '../../model/index.js'
import { characterWidthOf, fontOf, hexOf, sizeOf } from './characters.js'
import { linePitchOf, twipsOfPoints } from './geometry.js'

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.BOTH,
} as const

export function alignmentOf(align: TextStyle['align']) {
  return alignments[align]
}

/** Rows grow with what stands in them: a pitch held fast cuts text there, and so does the page’s grid. */
const tableStyles: ReadonlySet<TextStyleName> = new Set(['tableHead', 'tableCell', 'tableGroup'])

/**
 * Names that Word in Chinese gives its own styles. A second style of such a name would be renamed (正文1) when the file is opened, so
 * Word’s own, which bears an English name in the file, is set instead.
 */
const ownStyles: Readonly<Record<string, { readonly id: string; readonly name: string }>> = {
  正文: { id: 'Normal', name: 'Normal' },
  副标题: { id: 'Subtitle', name: 'Subtitle' },
}

/** The id of a style in the file; what a person sees is its name. */
export function styleIdOf(style: StyleSheet, name: TextStyleName): string {
  return ownStyles[style.text[name].name]?.id ?? `Fengong-${name}`
}

/** Whether the lines of a style are the page’s grid’s, as high as a line of it each. */
export function standsOnGrid(style: StyleSheet, name: TextStyleName): boolean {
  const pitch = linePitchOf(style)
  if (pitch === null || tableStyles.has(name)) return false
  return Math.abs(twipsOfPoints(pitchOf(style.text[name])) - pitch) <= 10
}

/** Times its size, from which on no face that a pitch is held fast under is cut. */
const safePitch = 1.4

/**
 * A pitch held fast where it is the grid’s, as offices set it (固定值), and under titles: mixed faces stand evenly, and the baseline is at four fifths of it
 * whatever the face. A smaller pitch is a least one, or a character from a taller face would be cut.
 */
function lineOf(
  style: StyleSheet,
  name: TextStyleName,
): Pick<ISpacingProperties, 'line' | 'lineRule'> {
  const text = style.text[name]
  const pitch = linePitchOf(style)
  if (pitch !== null && standsOnGrid(style, name))
    return { line: pitch, lineRule: LineRuleType.EXACT }
  const fixed = text.balance && pitchOf(text) >= safePitch * text.size
  const lineRule = fixed ? LineRuleType.EXACT : LineRuleType.AT_LEAST
  return { line: twipsOfPoints(pitchOf(text)), lineRule }
}

/** Space in twips; whole lines of the grid to the twip, so that 22 of them fill a page. */
export function spaceOf(style: StyleSheet, points: number): number {
  const pitch = linePitchOf(style)
  const twips = twipsOfPoints(points)
  if (pitch === null) return twips
  const lines = Math.round(twips / pitch)
  return Math.abs(twips - lines * pitch) <= 2 * lines ? lines * pitch : twips
}

/** Distance of baselines in pt. */
export function pitchOf(text: TextStyle): number {
  return text.pitch ?? 1.3 * text.size
}

function runOf(style: StyleSheet, text: TextStyle): IRunStylePropertiesOptions {
  const { size, spacing } = sizeOf(text.size)
  return {
    font: fontOf(style, text.face),
    size,
    sizeComplexScript: size,
    color: hexOf(text.colour),
    characterSpacing: spacing,
  }
}

/** Every property is said, so that nothing is inherited from 正文, on which all others are based. */
function paragraphOf(style: StyleSheet, name: TextStyleName): IParagraphStylePropertiesOptions {
  const text = style.text[name]
  const character = characterWidthOf(text)
  const hanging = Math.round(text.hangingIndent * character)
  const firstLine = Math.round(text.firstIndent * character)
  const spacing = {
    before: spaceOf(style, text.before),
    after: spaceOf(style, text.after),
  }
  return {
    alignment: alignmentOf(text.align),
    indent: {
      left: hanging,
      right: Math.round(text.indentRight * character),
      ...(hanging > firstLine
        ? { hanging: hanging - firstLine }
        : { firstLine: firstLine - hanging }),
    },
    spacing: { ...spacing, ...lineOf(style, name) },
    ...(text.outline === null ? {} : { outlineLevel: text.outline - 1 }),
  }
}

/** A heading of Word’s own, without a look: what it is there for is that Word, WPS and readers know the level. */
function ownHeadings(): readonly IParagraphStyleOptions[] {
  return [1, 2, 3, 4, 5, 6].map((level) => ({
    id: `Heading${level}`,
    name: `heading ${level}`,
    basedOn: 'Normal',
    next: 'Normal',
    paragraph: { outlineLevel: level - 1 },
  }))
}

function paragraphStyleOf(style: StyleSheet, name: TextStyleName): IParagraphStyleOptions {
  const text = style.text[name]
  const own = ownStyles[text.name]
  const base = text.outline === null ? 'Normal' : `Heading${text.outline}`
  return {
    id: styleIdOf(style, name),
    name: own?.name ?? text.name,
    ...(own?.id === 'Normal' ? {} : { basedOn: base, next: 'Normal' }),
    quickFormat: true,
    paragraph: {
      ...paragraphOf(style, name),
      ...(text.outline === null ? {} : { keepNext: true }),
    },
    run: runOf(style, text),
  }
}

/** One style for each kind of paragraph in the sheet, under the sheet’s names, and Word’s own headings below them. */
export function paragraphStylesOf(style: StyleSheet): readonly IParagraphStyleOptions[] {
  const [normal, ...others] = [...textStyleNames].sort(
    (a, b) => Number(styleIdOf(style, b) === 'Normal') - Number(styleIdOf(style, a) === 'Normal'),
  )
  const named = (name: TextStyleName) => paragraphStyleOf(style, name)
  return [...(normal === undefined ? [] : [named(normal)]), ...ownHeadings(), ...others.map(named)]
}

/** Latin words are English: where they are Chinese too, LibreOffice parts a number at a line’s end (〔202|3〕). */
const language = { value: 'en-US', eastAsia: 'zh-CN' }

export function documentDefaultsOf(style: StyleSheet): IDocumentDefaultsOptions {
  return { run: { ...runOf(style, style.text.body), language } }
}
