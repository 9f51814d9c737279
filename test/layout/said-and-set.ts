import { withoutRelease } from '../../pipeline/compose/notice/notice-parts.js'
import type { Flow, FlowBlock, OfficialDocument, Span } from '../../pipeline/model/index.js'
import { SaidText } from '../../pipeline/compose/notice/said-text.js'
import { flowTexts } from '../../pipeline/typeset/index.js'
import { footText } from './set-notice.js'

/** Without white space, which lines and pages take and give. */
export const bare = (text: string): string => text.replace(/[\s\u00A0\u3000]+/gu, '')

const counted = (texts: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const character of bare(texts.join('')))
    counts.set(character, (counts.get(character) ?? 0) + 1)
  return counts
}

/** Every text that a reader of the document sees, block by block. */
function said(document: OfficialDocument): readonly string[] {
  const source = new SaidText(document)
  return document.parts.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.type === 'table'
        ? block.rows.flatMap((row) => row.map(({ span }) => source.of(span)))
        : [
            isNote(document, block.span)
              ? withoutRelease(source.of(block.span))
              : source.of(block.span),
          ],
    ),
  )
}

/** Whether the model reads a note in a block: only there is what a paper says of its publication left out. */
const isNote = (document: OfficialDocument, { start, end }: Span): boolean =>
  Object.entries(document.places).some(
    ([pointer, spans]) =>
      pointer.startsWith('/notes/') && spans.some((span) => span.start >= start && span.end <= end),
  )

/** Labels that what is set anew puts itself, where the source has them: 附件：1., 签发人：, 抄送：. */
function ownWords(block: FlowBlock): readonly string[] {
  switch (block.type) {
    case 'attachmentNote':
      return ['附件：', ...(block.names.length > 1 ? block.names.map((_, at) => `${at + 1}.`) : [])]
    case 'signers':
      return ['签发人：']
    case 'imprint':
      return block.copiesTo.length > 0 ? ['抄送：'] : []
    default:
      return []
  }
}

/** The mark is form, derived from the series, but where the source prints it: in an order, or on a line of its own. */
function isDerived(block: FlowBlock, document: OfficialDocument): boolean {
  if (block.type === 'jointMark') return true
  if (block.type !== 'text' || block.style !== 'masthead') return false
  const text = block.runs.map((run) => (run.type === 'text' ? run.text : '')).join('')
  const printed = said(document).some((line) => bare(line) === text)
  if (text.endsWith('文件') && printed) return false
  return document.title?.startsWith(text) !== true || !text.endsWith('令')
}

export interface Difference {
  readonly lost: string
  readonly added: string
}

const labelled = /^附件\d*$/u

/**
 * What of a document’s text a flow lacks and what it has beside it, character by character. Not counted: （此件公开发布）, which is of the published paper alone; the mark, the foot’s line, a leaf’s label and a full
 * stop after 抄送 that the standard wants and the source leaves out.
 */
export function difference(document: OfficialDocument, flow: Flow): Difference {
  const blocks = flow.sections.flatMap((section) => section.blocks)
  const printed = document.parts.flatMap(({ label }) => (label === null ? [] : [bare(label)]))
  const kept = blocks.filter((block) => {
    if (isDerived(block, document)) return false
    if (block.type !== 'text' || block.style !== 'attachmentLabel') return true
    const text = block.runs.map((run) => (run.type === 'text' ? run.text : '')).join('')
    return !labelled.test(text) || printed.length > 0
  })
  const sections = flow.sections.slice(0, 1).map((section) => ({ ...section, blocks: kept }))
  const shown: Flow = { ...flow, sections }
  const texts = [...flowTexts(shown)].map(([, text]) => text).filter((text) => text !== footText)
  const expected = counted(said(document))
  const found = new Map(counted([...texts, ...kept.flatMap(ownWords)]))
  let lost = ''
  let added = ''
  for (const character of new Set([...expected.keys(), ...found.keys()])) {
    const by = (found.get(character) ?? 0) - (expected.get(character) ?? 0)
    if (by < 0) lost += character.repeat(-by)
    if (by > 0) added += character.repeat(by)
  }
  return { lost, added }
}
