import {
  Footer,
  Header,
  LineRuleType,
  Paragraph,
  TabStopType,
  TextRun,
  type IParagraphOptions,
  type ParagraphChild,
} from 'docx'

import type { Flow, FlowSection } from '../../model/index.js'
import { fontOf, hexOf } from './characters.js'
import { draftMarkText } from '../../typeset/draft-mark-text.js'
import type { BlockContext } from './context.js'
import { footLine } from './foot-line.js'
import { lowerRule } from './letter.js'
import { geometryOf, linePitchOf, twipsOfPoints } from './geometry.js'
import { footerDistance, isFramed, pageNumber, type Side } from './page-number.js'
import { childrenOf, plain } from './runs.js'
import { pitchOf, styleIdOf } from './styles.js'

/** 密级 and 紧急程度 of a flow, one under the other in that order: GB/T 9704-2012, 7.2.2 and 7.2.3. */
export function marksOf(flow: Flow): readonly string[] {
  return [flow.secrecy, flow.urgency].filter((mark) => mark !== null)
}

/** An empty paragraph: a header or footer without one is not valid, and one that is left out is the section’s before. */
function nothing(flow: Flow, spacing?: IParagraphOptions['spacing']): Paragraph {
  return new Paragraph({
    style: styleIdOf(flow.style, 'pageNumber'),
    ...(spacing === undefined ? {} : { spacing }),
  })
}

function header(flow: Flow, marks: readonly string[], context: BlockContext): Header {
  if (flow.draftMark === null && marks.length === 0)
    return new Header({ children: [nothing(flow)] })
  const secret: ParagraphChild[] = [
    new TextRun({
      text: marks.join('\u3000'),
      font: fontOf(flow.style, 'hei'),
      color: hexOf('black'),
    }),
  ]
  const draft =
    flow.draftMark === null ? [] : childrenOf(plain(draftMarkText(flow.draftMark)), context)
  return new Header({
    children: [
      new Paragraph({
        style: styleIdOf(flow.style, 'draftMark'),
        ...(marks.length === 0
          ? { children: draft }
          : {
              alignment: 'left' as const,
              tabStops: [{ type: TabStopType.RIGHT, position: context.textWidth }],
              children: [...secret, new TextRun({ children: ['\t'] }), ...draft],
            }),
      }),
    ],
  })
}

/**
 * The last paragraph of a footer that takes so many lines of the type area above it: a footer grows upwards, and so page 1 ends early in Word without a break in
 * its text, which would stay where it is when the text changes. Whole lines to the twip, or LibreOffice would centre the grid in what is left.
 */
function raised(lines: number, { style }: BlockContext): IParagraphOptions['spacing'] {
  const sheet = geometryOf(style, 'portrait')
  const line = twipsOfPoints(pitchOf(style.text.pageNumber))
  const free = sheet.bottom - footerDistance(style) - line
  return {
    before: Math.max(0, free + lines * (linePitchOf(style) ?? 0)),
    line,
    lineRule: LineRuleType.EXACT,
  }
}

/** The number of a page of one parity; none where the section has none. */
function numberParagraphs(
  flow: Flow,
  section: FlowSection,
  side: Side,
  spacing?: IParagraphOptions['spacing'],
): readonly Paragraph[] {
  if (flow.style.pageNumbers === 'none' || section.numbering === 'none') return []
  const number = pageNumber(flow.style, section.orientation, side, spacing)
  // A frame needs a paragraph that it is anchored to: LibreOffice takes a frame alone for plain text.
  return isFramed(flow.style, section.orientation) ? [number, nothing(flow)] : [number]
}

function footer(flow: Flow, section: FlowSection, side: Side): Footer {
  const number = numberParagraphs(flow, section, side)
  return new Footer({ children: number.length === 0 ? [nothing(flow)] : [...number] })
}

export interface HeadersAndFooters {
  readonly titlePage: boolean
  readonly headers: { readonly default: Header; readonly even: Header; readonly first?: Header }
  readonly footers: { readonly default: Footer; readonly even: Footer; readonly first?: Footer }
}

/**
 * What stands above and below the type area on every page: draft mark, secrecy and urgency at the head, the number at the foot.
 * The first page of a document says secrecy and urgency in its text, as the standard wants it; that of a letter bears no number.
 */
export function headersAndFootersOf(
  flow: Flow,
  section: FlowSection,
  { isFirst, shortBy }: { readonly isFirst: boolean; readonly shortBy: number },
  context: BlockContext,
): HeadersAndFooters {
  const marks = marksOf(flow)
  const letter = section.form === 'letter'
  const foot = section.blocks.find((block) => block.type === 'foot')
  const titlePage = letter || foot !== undefined || shortBy > 0 || (isFirst && marks.length > 0)
  const every = () => header(flow, marks, context)
  const first = () => header(flow, isFirst ? [] : marks, context)
  // A draft that names no issuer yet has neither of the two rules.
  const ruled =
    letter && section.blocks.some((block) => block.type === 'text' && block.style === 'masthead')
  const firstFooter = (): Footer => {
    const above = shortBy === 0 ? undefined : raised(shortBy, context)
    const number = letter ? [] : numberParagraphs(flow, section, 'odd', above)
    return new Footer({
      children: [
        ...(foot === undefined ? [] : [footLine(foot, context)]),
        ...(ruled ? lowerRule(flow.style) : []),
        ...(number.length === 0 ? [nothing(flow, above)] : number),
      ],
    })
  }
  return {
    titlePage,
    headers: { default: every(), even: every(), ...(titlePage ? { first: first() } : {}) },
    footers: {
      default: footer(flow, section, 'odd'),
      even: footer(flow, section, 'even'),
      ...(titlePage ? { first: firstFooter() } : {}),
    },
  }
}
