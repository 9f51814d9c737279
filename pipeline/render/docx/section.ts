import {
  DocumentGridType,
  PageOrientation,
  Paragraph,
  SectionType,
  type ISectionOptions,
  type ISectionPropertiesOptions,
  type Table,
} from 'docx'

import type { Flow, FlowBlock, FlowSection, StyleSheet } from '../../model/index.js'
import { planOnlyText, type OnlyTextPlan } from '../../typeset/index.js'
import { renderBlock } from './blocks/index.js'
import type { BlockContext } from './context.js'
import { geometryOf, linePitchOf, twipsOfMillimetres } from './geometry.js'
import { headOf } from './head.js'
import { headersAndFootersOf, marksOf } from './header-footer.js'
import { footerDistance } from './page-number.js'
import { childrenOf, plain } from './runs.js'
import { styleIdOf } from './styles.js'

/** Whether a block must not end a page because only the signature would stand on the next: GB/T 9704-2012, 7.3.5.5. */
function keepsSignature(
  blocks: readonly FlowBlock[],
  index: number,
  only: OnlyTextPlan | null,
): boolean {
  const next = blocks[index + 1]
  if (next === undefined) return false
  // Word parts such a paragraph and takes its end along; LibreOffice would carry it over whole, and page 1 would show no text.
  if (index === only?.index && !only.onOnePage) return false
  // Nor does a note stand on a page alone: it goes with the date above it.
  if (blocks[index]?.type === 'signature') return next.type === 'text' && next.style === 'note'
  if (next.type === 'signature' || next.type === 'stamp') return true
  const between = next.type === 'space' || next.type === 'attachmentNote'
  return between && keepsSignature(blocks, index + 1, only)
}

/** Secrecy and urgency on the first page of a paper without a head, 3号黑体, flush left, in the first lines: GB/T 9704-2012, 7.2. */
function markParagraphs(flow: Flow, context: BlockContext): readonly Paragraph[] {
  return marksOf(flow).map(
    (mark) =>
      new Paragraph({
        style: styleIdOf(flow.style, 'attachmentLabel'),
        outlineLevel: 9,
        keepNext: true,
        children: childrenOf(plain(mark), context),
      }),
  )
}

/** Twips of a line where those of a page are closed up; null: as the style says. */
function closedTo(style: StyleSheet, { pitch: share }: OnlyTextPlan): number | null {
  const pitch = linePitchOf(style)
  return share === 1 || pitch === null ? null : Math.floor(pitch * share)
}

function bodyOf(
  flow: Flow,
  section: FlowSection,
  isFirst: boolean,
  only: OnlyTextPlan | null,
  context: BlockContext,
): readonly (Paragraph | Table)[] {
  const marks = isFirst ? marksOf(flow) : []
  const head = headOf(flow, section, marks, isFirst, context)
  const inHead = head?.count ?? 0
  const opensSection = marks.length === 0
  const rendered = section.blocks.slice(inHead).map((block, place) => {
    const index = place + inHead
    return renderBlock(block, {
      ...context,
      keepWithNext: keepsSignature(section.blocks, index, only),
      first: head === null && opensSection && place === 0,
      inTwos: only?.index === index && only.inTwos,
      closedTo: only !== null && index < only.end ? closedTo(flow.style, only) : null,
    })
  })
  const opening = head === null ? (isFirst ? markParagraphs(flow, context) : []) : head.children
  const children = [...opening, ...rendered.flat()]
  const last = section.blocks.at(-1)?.type
  const endsInTable =
    last === 'table' || last === 'figures' || last === 'bars' || last === 'imprint'
  // Word wants a paragraph after a table at a section’s end: this one takes no room, where an empty line could take a page.
  return endsInTable || children.length === 0 ? [...children, smallest(flow)] : children
}

function smallest(flow: Flow): Paragraph {
  return new Paragraph({
    style: styleIdOf(flow.style, 'small'),
    spacing: { before: 0, after: 0, line: 20, lineRule: 'exact' },
    run: { size: 2 },
  })
}

function propertiesOf(
  flow: Flow,
  section: FlowSection,
  titlePage: boolean,
): ISectionPropertiesOptions {
  const { style } = flow
  const sheet = geometryOf(style, section.orientation)
  const pitch = linePitchOf(style)
  const landscape = section.orientation === 'landscape'
  const upright = geometryOf(style, 'portrait')
  return {
    type: section.start === 'odd' ? SectionType.ODD_PAGE : SectionType.NEXT_PAGE,
    ...(titlePage ? { titlePage } : {}),
    page: {
      // docx takes the upright sheet and turns it itself.
      size: {
        width: upright.width,
        height: upright.height,
        orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
      },
      margin: {
        top: sheet.top,
        right: sheet.right,
        bottom: sheet.bottom,
        left: sheet.left,
        header: Math.min(twipsOfMillimetres(20), Math.round(sheet.top / 2)),
        footer: landscape ? twipsOfMillimetres(10) : footerDistance(style),
        gutter: 0,
      },
      pageNumbers: section.numbering === 'restart' ? { start: 1 } : {},
    },
    // On a turned sheet no whole number of lines fills the area, and LibreOffice would centre them in it.
    ...(pitch === null || landscape
      ? {}
      : { grid: { type: DocumentGridType.LINES, linePitch: pitch } }),
  }
}

/** A section of a flow with its sheet, its headers and footers, and its blocks. */
export function sectionOf(
  flow: Flow,
  section: FlowSection,
  isFirst: boolean,
  bookmarks: ReadonlyMap<string, string>,
): ISectionOptions {
  const sheet = geometryOf(flow.style, section.orientation)
  const only = isFirst ? planOnlyText(flow, section) : null
  const context: BlockContext = {
    style: flow.style,
    textWidth: sheet.textWidth,
    textHeight: sheet.textHeight,
    bookmarks,
    keepWithNext: false,
    first: false,
    closedTo: null,
    inTwos: false,
  }
  const { titlePage, headers, footers } = headersAndFootersOf(
    flow,
    section,
    { isFirst, shortBy: only?.shortBy ?? 0 },
    context,
  )
  return {
    properties: propertiesOf(flow, section, titlePage),
    headers,
    footers,
    children: [...bodyOf(flow, section, isFirst, only, context)],
  }
}
