import type { Flow, FlowBlock, FlowSection, ImprintBlock, TextBlock } from '../model/index.js'
import { columnsOf } from '../text/index.js'
import { firstPageRoom } from './first-page-room.js'
import { textOfRuns } from './flow-texts.js'
import { millimetre } from './page-geometry.js'

/** Whether the first page would show fewer lines of text than `lines`, for what stands above it. GB/T 9704-2012, 7.3.2 and 7.3.3. */
function crowdsOutText(flow: Flow, section: FlowSection, lines: number): boolean {
  const { top, pitch, bottom } = firstPageRoom(flow, section)
  return top + lines * pitch > bottom + millimetre
}

const isRecipients = (block: FlowBlock): boolean =>
  block.type === 'text' && block.style === 'recipients'

/** 主送 as the imprint has it: without the colon, ended by a full stop. */
function listed(block: TextBlock): ImprintBlock['recipients'] {
  const last = block.runs.length - 1
  return block.runs.map((run, index) =>
    index === last && run.type === 'text'
      ? { ...run, text: run.text.replace(/[：:]\s*$/u, '。') }
      : run,
  )
}

function withImprint(
  blocks: readonly FlowBlock[],
  recipients: ImprintBlock['recipients'],
): readonly FlowBlock[] {
  return blocks.map((block) => (block.type === 'imprint' ? { ...block, recipients } : block))
}

/** 小2号 and less, with their pitches, pt: what a title of 2号 is closed up to where it has to be. */
const closerTitles = [
  { size: 18, pitch: 28 },
  { size: 16, pitch: 24 },
] as const

/**
 * A title so long that page 1 would show no text is set smaller, as far as it must be: the first page shows some, 7.3.3, and sizes may be adjusted in particular
 * cases, 5.2.2. Two lines of text are asked for, since a title broken by sense may take a line more than it needs.
 */
function withRoomForText(flow: Flow): Flow {
  const [first] = flow.sections
  const { title } = flow.style.text
  if (first === undefined || first.form === 'plain' || !crowdsOutText(flow, first, 2)) return flow
  const closer = closerTitles
    .filter(({ size }) => size < title.size)
    .map((look): Flow => {
      const text = { ...flow.style.text, title: { ...title, ...look } }
      return { ...flow, style: { ...flow.style, text } }
    })
  return closer.find((each) => !crowdsOutText(each, first, 2)) ?? flow
}

/**
 * Settles what does not depend on faces but on how long something is: recipients that would leave page 1 without text go into the imprint as 主送, and a title
 * that would is set smaller. Both Word and PDF are made from what comes out. A flow without either comes back as it is.
 */
export function settleFlow(flow: Flow): Flow {
  return withRoomForText(withRecipientsInImprint(flow))
}

function withRecipientsInImprint(flow: Flow): Flow {
  const [first, ...others] = flow.sections
  if (first === undefined || first.form === 'plain') return flow
  const at = first.blocks.findIndex(isRecipients)
  const block = first.blocks[at]
  if (block?.type !== 'text' || columnsOf(textOfRuns(block.runs)) < 100) return flow
  if (!crowdsOutText(flow, first, 1)) return flow
  const recipients = listed(block)
  const kept: FlowSection = { ...first, blocks: first.blocks.filter((each) => each !== block) }
  const sections = [kept, ...others]
  if (sections.some(({ blocks }) => blocks.some(({ type }) => type === 'imprint')))
    return {
      ...flow,
      sections: sections.map((section) => ({
        ...section,
        blocks: withImprint(section.blocks, recipients),
      })),
    }
  const imprint: ImprintBlock = {
    type: 'imprint',
    recipients,
    copiesTo: [],
    printedBy: null,
    printedOn: null,
    rules: first.form !== 'letter',
  }
  const last = sections.length - 1
  return {
    ...flow,
    sections: sections.map((section, index) =>
      index === last ? { ...section, blocks: [...section.blocks, imprint] } : section,
    ),
  }
}
