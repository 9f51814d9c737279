import type { Flow, FlowBlock, FlowSection, StyleSheet, TextBlock } from '../model/index.js'
import { estimateLines } from './estimate-lines.js'
import { textOfRuns } from './flow-texts.js'
import { pageGeometry, resolvePitch } from './page-geometry.js'
import { emptyBelowHead, headParts, planHead } from './plan-head.js'

/** Blocks that stand above the text and take a page’s height with them. */
const aboveText = new Set(['title', 'subtitle', 'number', 'recipients'])

export const isText = (block: FlowBlock | undefined): block is TextBlock => block?.type === 'text'

/** Height of a paragraph, pt; without any face, for Chinese faces have the same widths. */
function heightOf(block: TextBlock, style: StyleSheet, width: number): number {
  const text = style.text[block.style]
  const pitch = text.pitch ?? 1.3 * text.size
  const columns = Math.max(2, (width / text.size) * 2)
  return text.before + estimateLines(textOfRuns(block.runs), columns) * pitch + text.after
}

/** What a first page has for its text, without any face. Lengths in pt, from the sheet’s head. */
export interface FirstPageRoom {
  /** Where the text begins. */
  readonly top: number
  /** Where the type area ends. */
  readonly bottom: number
  /** Of a line of text. */
  readonly pitch: number
  /** Of the type area. */
  readonly width: number
  /** Of the first block that is not above the text; the section’s length where there is none. */
  readonly index: number
  /** Lines of the recipients, the last of what stands above the text. */
  readonly recipients: number
}

/**
 * The room that head, title and recipients leave on a first page.
 *
 * @param pitches whose lines of text: ours, spread so that the last one’s foot lies on the type area’s edge, or a program’s, each a whole share of the area
 */
export function firstPageRoom(
  flow: Flow,
  section: FlowSection,
  pitches: 'ours' | 'whole' = 'ours',
): FirstPageRoom {
  const { style } = flow
  const area = pageGeometry(style, section.orientation)
  const width = area.right - area.left
  const pitch =
    pitches === 'whole' && style.grid !== null
      ? (area.bottom - area.top) / style.grid.lines
      : resolvePitch(style, style.text.body, area).pitch
  const parts = headParts(section)
  const plan =
    parts === null
      ? null
      : planHead(style, section, parts, {
          secrecy: flow.secrecy !== null,
          urgency: flow.urgency !== null,
        })
  let top = plan === null ? area.top : plan.bottom + emptyBelowHead * pitch
  let index = parts?.count ?? 0
  let recipients = 0
  for (; index < section.blocks.length; index += 1) {
    const block = section.blocks[index]
    if (block === undefined || block.type === 'foot') continue
    if (block.type === 'space') top += block.lines * pitch
    else if (!isText(block) || !aboveText.has(block.style)) break
    else {
      const height = heightOf(block, style, width)
      if (block.style === 'recipients') recipients = Math.round(height / pitch)
      top += height
    }
  }
  return { top, bottom: area.bottom, pitch, width, index, recipients }
}
