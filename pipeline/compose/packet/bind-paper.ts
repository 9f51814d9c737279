import { makeFinding } from '../../messages/index.js'
import type {
  Asset,
  Bundle,
  Finding,
  Format,
  Job,
  OfficialDocument,
  Packet,
  PacketPart,
} from '../../model/index.js'
import { safeFileName } from '../../text/index.js'
import { composeFlow } from '../flow/compose-flow.js'
import { contentsAnchor } from '../flow/directives/contents.js'
import type { Marks } from '../lay-out.js'
import { renderText, type Scope } from '../liquid/compiled-text.js'
import { outputPath } from '../output-path.js'
import { highestMarks } from '../overview/highest-mark.js'
import { within } from '../table/grid.js'
import type { BundleTemplate } from '../templates/bundle-template.js'
import type { CompiledPart, PageTemplate } from '../templates/page-template.js'
import type { Template } from '../templates/template.js'
import { TemplateProblem } from '../templates/template-problem.js'

/** A page that is a packet. */
export type PacketTemplate = PageTemplate & {
  readonly packet: NonNullable<PageTemplate['packet']>
}

/** A template that is made from the files of others. */
export type BindingTemplate = PacketTemplate | BundleTemplate

export function isBinding(template: Template): template is BindingTemplate {
  return template.type === 'bundle' || (template.type === 'page' && template.packet !== null)
}

/** The products that a template takes files of. */
export function boundProducts(template: BindingTemplate): readonly string[] {
  return template.type === 'bundle'
    ? template.entries.map(({ product }) => product)
    : template.packet.parts.flatMap((part) => ('product' in part ? [part.product] : []))
}

/** What became of one paper: its jobs, or an error among the findings. */
export interface MadePaper {
  readonly product: string
  readonly agency: string | null
  readonly jobs: readonly Job[]
  readonly findings: readonly Finding[]
}

export interface Binding {
  readonly document: OfficialDocument
  /** All papers of the document that are no packets. */
  readonly made: readonly MadePaper[]
  /** Whether any template makes this product. */
  readonly isKnown: (product: string) => boolean
  /** The office’s own PDFs. */
  readonly attachments: readonly Asset[]
  readonly duplex: boolean
}

interface BindingPaper {
  readonly template: BindingTemplate
  readonly scope: Scope
  readonly agency: string | null
  readonly folder: string | null
}

/** The job whose file is taken; missing: it could not be made; none: it has nothing to say to this agency. */
type Taken = Job | 'missing' | 'none'

function takeFrom(binding: Binding, agency: string | null, product: string, format: Format): Taken {
  const papers = binding.made.filter(
    (paper) => paper.product === product && (paper.agency === agency || paper.agency === null),
  )
  // The agency’s own before one that is for everybody.
  const own = papers.find((paper) => paper.agency === agency) ?? papers[0]
  if (own === undefined) return binding.isKnown(product) ? 'none' : 'missing'
  const job = own.jobs.find((each) => each.format === format)
  if (job !== undefined) return job
  return own.findings.some(({ severity }) => severity === 'error') ? 'missing' : 'none'
}

const baseName = (path: string): string =>
  path
    .replace(/^.*\//u, '')
    .replace(/\.[^.]+$/u, '')
    .normalize('NFC')

function partsOf(
  part: CompiledPart,
  binding: Binding,
  paper: BindingPaper,
): readonly { readonly part: PacketPart; readonly job: Job | null }[] {
  const titleFor = (name: string | null): string =>
    renderText(part.title, within(paper.scope, { row: { name } })).trim()
  if ('attachments' in part)
    return binding.attachments.map(({ path }) => ({
      part: { title: titleFor(baseName(path)), from: { type: 'asset', path } },
      job: null,
    }))
  if ('section' in part) {
    const from = { type: 'section', section: part.section - 1 } as const
    return [{ part: { title: titleFor(null), from }, job: null }]
  }
  const taken = takeFrom(binding, paper.agency, part.product, 'pdf')
  if (taken === 'none') return []
  if (taken === 'missing')
    return [{ part: { title: titleFor(null), from: { type: 'missing' } }, job: null }]
  const from = { type: 'file', path: taken.path } as const
  return [{ part: { title: titleFor(null), from }, job: taken }]
}

/** Secrecy and urgency of what is bound, the highest of them; the source’s own where nothing says. */
function marksOver(jobs: readonly Job[], document: OfficialDocument): Marks {
  const { secrecy, urgency } = document
  const own = jobs.flatMap(({ layout }) => (layout.type === 'flow' ? [layout] : []))
  return highestMarks([{ secrecy, urgency }, ...own])
}

interface Bound {
  readonly job: Omit<Job, 'product' | 'agency'>
  readonly findings: readonly Finding[]
}

function bindPacket(template: PacketTemplate, binding: Binding, paper: BindingPaper): Bound {
  const bound = template.packet.parts.flatMap((part) => partsOf(part, binding, paper))
  const jobs = bound.flatMap(({ job }) => (job === null ? [] : [job]))
  const marks = marksOver(jobs, binding.document)
  const parts = bound.map(({ part }) => ({
    title: part.title,
    missing: part.from.type === 'missing',
  }))
  const scope = within(paper.scope, { parts, marks })
  const source = { document: binding.document, ...marks }
  const { flow, findings } = composeFlow(template, scope, source)
  const hasContents = flow.sections[0]?.blocks.some(
    (block) => block.type === 'table' && block.anchor === contentsAnchor,
  )
  const layout: Packet = {
    type: 'packet',
    flow,
    parts: bound.map(({ part }) => part),
    contents: hasContents === true ? contentsAnchor : null,
    missing: template.packet.missing,
    duplex: binding.duplex,
  }
  const assets = bound.some(({ part }) => part.from.type === 'asset') ? binding.attachments : []
  const path = `${outputPath(template.fileName, scope, paper.folder)}.pdf`
  const dependsOn = jobs.map((job) => job.path)
  return { job: { path, format: 'pdf', layout, assets, dependsOn }, findings }
}

function entryName(text: string): string {
  return text
    .split('/')
    .map((name) => safeFileName(name.trim()))
    .join('/')
}

function bindBundle(template: BundleTemplate, binding: Binding, paper: BindingPaper): Bound {
  const missing: string[] = []
  const taken = template.entries.flatMap(({ product, format, name }) => {
    const file = `${entryName(renderText(name, paper.scope))}.${format}`
    const job = takeFrom(binding, paper.agency, product, format)
    if (job === 'missing') missing.push(file)
    return typeof job === 'string' ? [] : [{ name: file, job }]
  })
  const jobs = taken.map(({ job }) => job)
  const scope = within(paper.scope, { marks: marksOver(jobs, binding.document) })
  const entries = taken.map(({ name, job }) => ({ name, from: job.path }))
  const layout: Bundle = { type: 'bundle', entries }
  const path = `${outputPath(template.fileName, scope, paper.folder)}.zip`
  const dependsOn = jobs.map((job) => job.path)
  const findings =
    missing.length === 0 ? [] : [makeFinding('bundle-is-whole', { values: { files: missing } })]
  return { job: { path, format: 'zip', layout, assets: [], dependsOn }, findings }
}

/** A packet or a ZIP from papers that are made; its job depends on theirs. */
export function bindPaper(paper: BindingPaper, binding: Binding): MadePaper {
  const { agency, template } = paper
  const { product } = template
  try {
    const { job, findings } =
      template.type === 'bundle'
        ? bindBundle(template, binding, paper)
        : bindPacket(template, binding, paper)
    return { product, agency, jobs: [{ ...job, product, agency }], findings }
  } catch (error) {
    if (error instanceof TemplateProblem)
      return { product, agency, jobs: [], findings: [error.finding] }
    throw error
  }
}
