import { Footer, Header, Paragraph, TabStopType, TextRun, type ParagraphChild } from 'docx'

import type { Flow, FlowSection } from '../../model/index.js'
import { fontOf, hexOf } from './characters.js'
import { draftMarkText } from '../../typeset/draft-mark-text.js'
import type { BlockContext } from './context.js'
import { footLine } from './foot-line.js'
import { lowerRule } from './letter.js'
import { isFramed, pageNumber, type Side } from './page-number.js'
import { childrenOf, plain } from './runs.js'
import { styleIdOf } from './styles.js'

/** 密级 and 紧急程度 of a flow, one under the other in that order: GB/T 9704-2012, 7.2.2 and 7.2.3. */
export function marksOf(flow: Flow): readonly string[] {
  return [flow.secrecy, flow.urgency].filter((mark) => mark !== null)
}

/** An empty paragraph: a header or footer without one is not valid, and one that is left out is the section’s before. */
function nothing(flow: Flow): Paragraph {
  return new Paragraph({ style: styleIdOf(flow.style, 'pageNumber') })
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

/** The number of a page of one parity; none where the section has none. */
function numberParagraphs(flow: Flow, section: FlowSection, side: Side): readonly Paragraph[] {
  if (flow.style.pageNumbers === 'none' || section.numbering === 'none') return []
  const number = pageNumber(flow.style, section.orientation, side)
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
  isFirst: boolean,
  context: BlockContext,
): HeadersAndFooters {
  const marks = marksOf(flow)
  const letter = section.form === 'letter'
  const foot = section.blocks.find((block) => block.type === 'foot')
  const titlePage = letter || foot !== undefined || (isFirst && marks.length > 0)
  const every = () => header(flow, marks, context)
  const first = () => header(flow, isFirst ? [] : marks, context)
  // A draft that names no issuer yet has neither of the two rules.
  const ruled =
    letter && section.blocks.some((block) => block.type === 'text' && block.style === 'masthead')
  const firstFooter = (): Footer => {
    const number = letter ? [] : numberParagraphs(flow, section, 'odd')
    return new Footer({
      children: [
        ...(foot === undefined ? [] : [footLine(foot, context)]),
        ...(ruled ? lowerRule(flow.style) : []),
        ...(number.length === 0 ? [nothing(flow)] : number),
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
