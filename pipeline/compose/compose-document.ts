import { resolveAgency, type AgencyIndex } from '../agencies/index.js'
import { makeFinding } from '../messages/index.js'
import type {
  Asset,
  Distribution,
  Finding,
  Job,
  Office,
  OfficialDocument,
  Span,
} from '../model/index.js'
import { safeFileNames } from '../text/index.js'
import { agencyContext } from './context/agency-context.js'
import type { AgencyRow, Context } from './context/context-schema.js'
import { documentContext, type DocumentContext } from './context/document-context.js'
import { isEmpty, layOut } from './lay-out.js'
import type { Scope } from './liquid/compiled-text.js'
import { modelJson } from './model-json.js'
import { outputPath } from './output-path.js'
import { bindPaper, boundProducts, isBinding, type MadePaper } from './packet/bind-paper.js'
import { composeReview } from './review/compose-review.js'
import { writesToGovernment } from './sender-rules.js'
import type { Templates } from './templates/load-templates.js'
import type { Template } from './templates/template.js'
import { TemplateProblem } from './templates/template-problem.js'
import { filledByTasks, type FilledElsewhere } from './workbook/compose-workbook.js'

export interface ComposeInput {
  readonly document: OfficialDocument
  /** Of this document, for 核对, brief and ledger. */
  readonly findings: readonly Finding[]
  /** Stretches of its text that the file does not hold as characters: numbers that Word counts. */
  readonly computed?: readonly Span[]
  readonly office: Office | null
  /** Who gets how many copies; none: one for each agency. */
  readonly distribution?: Distribution | null
  /** PDFs of the office’s own that go with the notice. */
  readonly attachments?: readonly Asset[]
  readonly agencies: AgencyIndex
  readonly templates: Templates
  /** Products by id or title; none: all. */
  readonly only?: readonly string[]
  /** Agencies by any name; given, only their papers are made. */
  readonly agency?: readonly string[]
  /** How long a name in a path may be, in UTF-16 units, where the system counts the whole path. */
  readonly longestName?: number
}

export interface Composed {
  readonly jobs: readonly Job[]
  readonly findings: readonly Finding[]
  /** Agencies with a task, in protocol order. */
  readonly agencies: readonly string[]
  /** Agencies that running text alone names. */
  readonly dutyAgencies: readonly string[]
}

/** One paper: a template, and what it sees. */
interface Paper {
  readonly template: Template
  readonly scope: Scope
  readonly agency: string | null
  readonly folder: string | null
  readonly filledElsewhere: FilledElsewhere
  /** Asked for; else only what something asked for is bound from is made of it. */
  readonly wanted: boolean
}

const modelProduct = { product: 'model', title: 'document.json', path: 'document.json' } as const
const reviewProduct = { product: 'review', title: '审阅', path: '审阅.html' } as const

/** What there is to say of a file whose own name is too long for the path of the whole, where the system counts that. */
function shortenedFile(
  path: string,
  { template, scope, folder }: Paper,
  longestName: number,
): readonly Finding[] {
  if (longestName === Number.POSITIVE_INFINITY) return []
  const wanted = outputPath(template.fileName, scope, folder)
  return path === wanted
    ? []
    : [makeFinding('output-file-name-short', { values: { wanted, path } })]
}

/** The jobs of a paper, or the message why it is not made. */
function jobsOf(
  paper: Paper,
  document: OfficialDocument,
  longestName = Number.POSITIVE_INFINITY,
): MadePaper {
  const { product } = paper.template
  const { agency } = paper
  try {
    const { template, scope, folder } = paper
    const path = outputPath(template.fileName, scope, folder, longestName)
    const { layouts, findings } = layOut(paper.template, paper.scope, {
      marks: document,
      document,
      filledElsewhere: paper.filledElsewhere,
      path,
    })
    const jobs = [...layouts].flatMap(([format, layout]): readonly Job[] =>
      isEmpty(layout)
        ? []
        : [
            {
              path: `${path}.${format}`,
              product,
              agency,
              format,
              layout,
              assets: [],
              dependsOn: [],
            },
          ],
    )
    const short = shortenedFile(path, paper, longestName)
    return { product, agency, jobs, findings: [...findings, ...short] }
  } catch (error) {
    if (error instanceof TemplateProblem)
      return { product, agency, jobs: [], findings: [error.finding] }
    throw error
  }
}

function isWanted(
  template: { readonly product: string; readonly title: string },
  only: ComposeInput['only'],
): boolean {
  return only === undefined || only.includes(template.product) || only.includes(template.title)
}

function chosenAgencies(
  rows: readonly AgencyRow[],
  from: DocumentContext,
  input: ComposeInput,
): { readonly rows: readonly AgencyRow[]; readonly findings: readonly Finding[] } {
  const { agency, document } = input
  if (agency === undefined) return { rows, findings: [] }
  const context = {
    level: document.issuerLevel,
    place: document.issuerPlace,
    date: document.issueDate,
  }
  const houses = agency.map((name) => {
    const resolved = resolveAgency(from.index, name, context)
    return from.houseOf('name' in resolved ? resolved.name : name) ?? name
  })
  const chosen = rows.filter((row) => houses.includes(row.name) || agency.includes(row.fullName))
  const known = rows.map((row) => row.name)
  return {
    rows: chosen,
    findings: agency
      .filter((_name, index) => !known.includes(houses[index] ?? ''))
      .map((name) => makeFinding('agency-is-in-document', { values: { agency: name, known } })),
  }
}

/** Papers for the document first, then agency by agency in protocol order. */
function papersOf(
  input: ComposeInput,
  from: DocumentContext,
  rows: readonly AgencyRow[],
): readonly Paper[] {
  const { templates, office, only } = input
  const wanted = templates.products.filter((template) => isWanted(template, only))
  const bound = new Set(wanted.filter(isBinding).flatMap(boundProducts))
  const products = templates.products.filter(
    (template) => wanted.includes(template) || bound.has(template.product),
  )
  const globals = { words: templates.words }
  const scopeOf = (context: Context): Scope => ({
    engine: templates.engine,
    scope: { ...context },
    globals,
  })
  const scope = scopeOf(from.context)
  const filledElsewhere = filledByTasks(from.context.items.all, scope)
  const forDocument = products
    .filter(({ per }) => per.includes('document'))
    .filter(({ product }) => input.agency === undefined || bound.has(product))
    .map((template) => ({
      template,
      scope,
      agency: null,
      folder: null,
      filledElsewhere,
      wanted: input.agency === undefined && wanted.includes(template),
    }))
  const folders = safeFileNames(
    from.recipients.map((row) => row.name),
    input.longestName,
  )
  const ofAgencies = products.filter(({ per }) => per.includes('agency-in-document'))
  // Of a ledger alone nothing is worked out for anybody.
  const forAgencies = (ofAgencies.length === 0 ? [] : rows).flatMap((row) => {
    const own = scopeOf(agencyContext(row, from, office))
    return ofAgencies.map((template) => ({
      template,
      scope: own,
      agency: row.name,
      folder: folders.get(row.name) ?? row.name,
      filledElsewhere,
      wanted: wanted.includes(template),
    }))
  })
  return [...forDocument, ...forAgencies]
}

/** Papers first, then what is bound from them; of papers that were not asked for, only what something is bound from. */
function makePapers(papers: readonly Paper[], input: ComposeInput): readonly MadePaper[] {
  const { attachments = [], document, office, templates } = input
  const simple = papers.filter(({ template }) => !isBinding(template))
  const made = simple.map((paper) => jobsOf(paper, document, input.longestName))
  const binding = {
    document,
    made,
    isKnown: (product: string) => templates.products.some((each) => each.product === product),
    attachments,
    duplex: office?.packets.duplex === true,
  }
  const bound = papers.flatMap((paper) =>
    isBinding(paper.template) ? [bindPaper({ ...paper, template: paper.template }, binding)] : [],
  )
  const taken = new Set(bound.flatMap(({ jobs }) => jobs.flatMap(({ dependsOn }) => dependsOn)))
  const kept = made.map((paper, index) =>
    simple[index]?.wanted === true
      ? paper
      : { ...paper, jobs: paper.jobs.filter(({ path }) => taken.has(path)) },
  )
  return [...kept, ...bound]
}

/** Each path once: the first that wants it gets it. */
function uniquePaths(jobs: readonly Job[]): {
  readonly jobs: readonly Job[]
  readonly findings: readonly Finding[]
} {
  const seen = new Set<string>()
  const findings: Finding[] = []
  const unique = jobs.filter((job) => {
    const key = job.path.normalize('NFC').toLowerCase()
    if (!seen.has(key)) return seen.add(key)
    findings.push(
      makeFinding('output-path-once', {
        values: { path: job.path },
        blocks: { what: 'file', path: job.path },
      }),
    )
    return false
  })
  return { jobs: unique, findings }
}

/** Agencies that have papers and that distribution.yaml does not list. */
function sentToEveryAgency({ context, recipients }: DocumentContext): readonly Finding[] {
  const listed = new Set(context.register.rows.map(({ house }) => house))
  const agencies = recipients.map(({ name }) => name).filter((name) => !listed.has(name))
  return agencies.length === 0
    ? []
    : [makeFinding('distribution-names-every-agency', { values: { agencies } })]
}

/** What the circular to all agencies does not list: tasks that the text names nobody for. The build report alone says so. */
function leftOutOfCircular(
  { context }: DocumentContext,
  made: readonly MadePaper[],
): readonly Finding[] {
  const { unassigned } = context.items
  const sent = made.some(({ product, jobs }) => product === 'circularToAll' && jobs.length > 0)
  if (!sent || unassigned.length === 0) return []
  const values = { count: unassigned.length, items: unassigned.map(({ title }) => title) }
  return [makeFinding('circular-lists-assigned-tasks', { values })]
}

/** Agencies whose folders got shorter names, so that their files’ paths are not longer than the system takes. */
function shortenedNames(rows: readonly AgencyRow[], longest?: number): readonly Finding[] {
  const names = rows.map(({ name }) => name)
  const [whole, short] = [safeFileNames(names), safeFileNames(names, longest)]
  return names.flatMap((agency) => {
    const folder = short.get(agency) ?? agency
    if (folder === whole.get(agency)) return []
    return [makeFinding('output-path-short', { values: { agency, folder } })]
  })
}

/** The same message once, however many papers met it. */
function uniqueFindings(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()]
}

/** Made from the model itself, without a template: for the document, and so not where an agency’s papers alone are asked for. */
function isModelWanted(product: typeof modelProduct | typeof reviewProduct, input: ComposeInput) {
  return input.agency === undefined && isWanted(product, input.only)
}

/** What is made from all notices together is made from the model that each records: whoever asks for the one asks for the other. */
function feedsOverview({ templates, only }: ComposeInput): boolean {
  const overAll = templates.products.filter(
    ({ per }) => per.includes('all') || per.includes('agency'),
  )
  return only !== undefined && overAll.some((template) => isWanted(template, only))
}

function modelJobs(input: ComposeInput): readonly Job[] {
  if (!isModelWanted(modelProduct, input) && !feedsOverview(input)) return []
  const { path, product } = modelProduct
  const layout = { type: 'text', text: modelJson(input.document) } as const
  const job = {
    path,
    product,
    agency: null,
    format: 'json',
    layout,
    assets: [],
    dependsOn: [],
  } as const
  return [job]
}

/** The page that shows the source beside what was read from it; it links what else is made. */
function reviewJobs(
  input: ComposeInput,
  { context }: DocumentContext,
  jobs: readonly Job[],
): readonly Job[] {
  if (!isModelWanted(reviewProduct, input)) return []
  const { path, product } = reviewProduct
  const { computed = [], document, findings } = input
  const layout = composeReview({ document, context, findings, computed, jobs })
  return [{ path, product, agency: null, format: 'html', layout, assets: [], dependsOn: [] }]
}

/**
 * Everything that is made from one document: each paper’s content decided and laid out before any format. Pure, and cheap enough to run on every
 * build. A template that fails blocks its own papers, with a message.
 */
export function composeDocument(input: ComposeInput): Composed {
  const { distribution = null, document, findings, office, agencies: index } = input
  const from = documentContext({ document, findings, office, index, distribution })
  const chosen = chosenAgencies(from.recipients, from, input)
  const made = makePapers(papersOf(input, from, chosen.rows), input)
  const papers = [...modelJobs(input), ...made.flatMap((each) => each.jobs)]
  const { jobs, findings: repeated } = uniquePaths([...papers, ...reviewJobs(input, from, papers)])
  return {
    jobs,
    findings: uniqueFindings([
      ...chosen.findings,
      ...writesToGovernment(chosen.rows, office, index),
      ...sentToEveryAgency(from),
      ...leftOutOfCircular(from, made),
      ...shortenedNames(from.recipients, input.longestName),
      ...made.flatMap((each) => each.findings),
      ...repeated,
    ]),
    agencies: from.context.agencies.map((row) => row.name),
    dutyAgencies: from.context.dutyAgencies,
  }
}
