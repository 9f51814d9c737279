import { makeFinding } from '../../messages/index.js'
import type {
  Finding,
  FlowBlock,
  FlowSection,
  Form,
  OfficialDocument,
  StyleSheet,
} from '../../model/index.js'
import { plainRuns } from '../flow/runs.js'
import { BlockRoles } from './block-roles.js'
import { formOf, issuerMark } from './issuer-mark.js'
import {
  readMainPart,
  readOtherPart,
  type MainPart,
  type NoticeSource,
  type SetPart,
} from './notice-parts.js'
import { orderOf, titleLine } from './printed-lines.js'
import { textBlock } from './running-text.js'
import { SaidText } from './said-text.js'

/** What a template may say about how a notice is set. */
export interface NoticeManner {
  /** auto: by the series. */
  readonly form: 'auto' | Exclude<Form, 'plain'>
  /** none: no red head over a text that is typed anew; the number stands under the title, as in a gazette. */
  readonly head: 'mark' | 'none'
  /** Series → mark; × stands for a place. */
  readonly marks: Readonly<Record<string, string>>
  /** At the foot of page 1; empty: nothing. */
  readonly foot: string
}

interface Head {
  readonly blocks: readonly FlowBlock[]
  readonly findings: readonly Finding[]
}

/** Characters beside a wide table that still go on its turned sheet; more text stays upright, and the table stands on sheets of its own. */
const mostTextOnTurnedSheet = 1500

function lengthOf(block: FlowBlock): number {
  if (block.type !== 'text') return 0
  return block.runs.reduce((sum, run) => sum + (run.type === 'text' ? run.text.length : 0), 0)
}

/** The blocks of a part on upright and turned sheets. */
function sectionsOf(part: SetPart, form: Form): readonly FlowSection[] {
  const base = { start: 'next', numbering: 'continue', fit: null } as const
  const turned = (block: FlowBlock): boolean => block.type === 'table' && part.landscape.has(block)
  if (!part.blocks.some(turned))
    return [{ ...base, orientation: 'portrait', form, blocks: part.blocks }]
  const text = part.blocks.reduce((sum, block) => sum + lengthOf(block), 0)
  if (form === 'plain' && text <= mostTextOnTurnedSheet)
    return [{ ...base, orientation: 'landscape', form, blocks: part.blocks }]
  const sections: { landscape: boolean; blocks: FlowBlock[] }[] = []
  for (const block of part.blocks) {
    const landscape = turned(block)
    const last = sections.at(-1)
    if (last?.landscape === landscape) last.blocks.push(block)
    else sections.push({ landscape, blocks: [block] })
  }
  return sections.map(({ landscape, blocks }, index) => ({
    ...base,
    orientation: landscape ? 'landscape' : 'portrait',
    form: index === 0 ? form : 'plain',
    blocks,
  }))
}

/** The mark’s blocks by form; a message where the series has none in the table. */
function markBlocks(
  source: NoticeSource,
  marks: NoticeManner['marks'],
  ordered: string | null,
): Head {
  const { document, form, sheet } = source
  const block = (text: string): FlowBlock => textBlock('masthead', plainRuns(text), sheet, true)
  if (ordered !== null) return { blocks: [block(ordered)], findings: [] }
  const mark = issuerMark(document, form, marks)
  const series = document.documentNumber?.series ?? null
  const shown = mark.text ?? mark.joint?.join('　') ?? null
  const findings =
    mark.known || series === null
      ? []
      : [makeFinding('issuer-mark-known', { values: { series, mark: shown ?? '—' } })]
  if (mark.joint !== null) {
    const suffix = series?.endsWith('发') === true ? '文件' : null
    return { blocks: [{ type: 'jointMark', issuers: mark.joint, suffix }], findings }
  }
  return { blocks: mark.text === null ? [] : [block(mark.text)], findings }
}

/** The mark as the source prints it, else as it is derived; without a head a printed one stays a line of text. */
function headMark(
  source: NoticeSource,
  manner: NoticeManner,
  printed: string | null,
  ordered: string | null,
): Head {
  if (printed === null && manner.head === 'none') return { blocks: [], findings: [] }
  if (printed === null) return markBlocks(source, manner.marks, ordered)
  const style = manner.head === 'none' ? 'body' : 'masthead'
  return { blocks: [textBlock(style, plainRuns(printed), source.sheet, true)], findings: [] }
}

/** Head and title of page 1. */
function headBlocks(main: MainPart, source: NoticeSource, manner: NoticeManner): Head {
  const { sheet, form } = source
  const { copyNumber, mark: printedMark, number: printed, signers, title } = main.head
  const order = form === 'order' && title !== null ? orderOf(title) : null
  const bare = manner.head === 'none'
  const mark = headMark(source, manner, printedMark, order?.[0] ?? null)
  const number = printed ?? (bare ? null : (order?.[1] ?? null))
  const numberBlocks: FlowBlock[] =
    number === null && signers.length === 0
      ? []
      : signers.length > 0
        ? [{ type: 'signers', number: plainRuns(number ?? ''), names: signers }]
        : [textBlock('number', plainRuns(number ?? ''), sheet, true)]
  const ofMark = order !== null && !bare
  const titleBlocks: FlowBlock[] =
    title === null || ofMark ? [] : [textBlock('title', plainRuns(title), sheet, true)]
  const copy: FlowBlock[] =
    copyNumber === null ? [] : [textBlock('copyNumber', plainRuns(copyNumber), sheet, true)]
  return {
    blocks: bare
      ? [...copy, ...mark.blocks, ...titleBlocks, ...numberBlocks]
      : [...copy, ...mark.blocks, ...numberBlocks, ...titleBlocks],
    findings: mark.findings,
  }
}

/** The imprint at the foot of the last page, on an upright one. */
function withImprint(sections: readonly FlowSection[], main: MainPart): readonly FlowSection[] {
  const { imprint } = main
  const last = sections.at(-1)
  if (imprint === null || last === undefined) return sections
  if (last.orientation === 'portrait')
    return [...sections.slice(0, -1), { ...last, blocks: [...last.blocks, imprint] }]
  return [...sections, { ...last, orientation: 'portrait', form: 'plain', blocks: [imprint] }]
}

function isOrder(document: OfficialDocument): boolean {
  return (
    document.documentNumber === null &&
    document.title !== null &&
    orderOf(titleLine(document.title)) !== null
  )
}

/**
 * The whole notice set anew: every character of its text once, in the form of its series; no seal, and no element of the form that the source lacks but the
 * mark and what the standard derives. A person’s corrections leave it alone: it is the source’s own text. GB/T 9704-2012, 7 to 10.
 */
export function composeNotice(
  document: OfficialDocument,
  sheet: StyleSheet,
  manner: NoticeManner,
): { readonly sections: readonly FlowSection[]; readonly findings: readonly Finding[] } {
  const [first, ...others] = document.parts
  if (first === undefined) return { sections: [], findings: [] }
  const series = document.documentNumber?.series ?? null
  const form = manner.form === 'auto' ? formOf(series, isOrder(document)) : manner.form
  const source: NoticeSource = {
    document,
    said: new SaidText(document),
    roles: new BlockRoles(document.places),
    sheet,
    form,
  }
  const main = readMainPart(first, source)
  const head = headBlocks(main, source, manner)
  const foot: FlowBlock[] =
    manner.foot === '' ? [] : [{ type: 'foot', runs: plainRuns(manner.foot) }]
  const opening: SetPart = {
    blocks: [...foot, ...head.blocks, ...main.blocks],
    landscape: main.landscape,
  }
  const sections = [
    ...sectionsOf(opening, manner.head === 'none' ? 'plain' : form),
    ...others.flatMap((part, index) => sectionsOf(readOtherPart(part, index + 1, source), 'plain')),
  ].filter(({ blocks }) => blocks.length > 0)
  return { sections: withImprint(sections, main), findings: head.findings }
}
