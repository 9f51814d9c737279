import { resolveAgency, type AgencyIndex } from '../agencies/index.js'
import { makeFinding } from '../messages/index.js'
import type { Finding, Format, Job, Layout, Office, OfficialDocument } from '../model/index.js'
import { safeFileNames } from '../text/index.js'
import { agencyContext } from './context/agency-context.js'
import type { AgencyRow, Context } from './context/context-schema.js'
import { documentContext, type DocumentContext } from './context/document-context.js'
import { composeFlow } from './flow/compose-flow.js'
import { renderText, type Scope } from './liquid/compiled-text.js'
import { modelJson } from './model-json.js'
import { outputPath } from './output-path.js'
import { writesToGovernment } from './sender-rules.js'
import type { Templates } from './templates/load-templates.js'
import type { Template } from './templates/template.js'
import { TemplateProblem } from './templates/template-problem.js'
import {
  composeWorkbook,
  filledByTasks,
  type FilledElsewhere,
} from './workbook/compose-workbook.js'

export interface ComposeInput {
  readonly document: OfficialDocument
  /** Of this document, for 核对, brief and ledger. */
  readonly findings: readonly Finding[]
  readonly office: Office | null
  readonly agencies: AgencyIndex
  readonly templates: Templates
  /** Products by id or title; none: all. */
  readonly only?: readonly string[]
  /** Agencies by any name; given, only their papers are made. */
  readonly agency?: readonly string[]
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
}

const modelProduct = { product: 'model', title: 'document.json', path: 'document.json' } as const

/** Secrecy and urgency of the source, as a workbook prints them: 机密★1年　特急. */
function marksOf({ secrecy, urgency }: OfficialDocument): string | null {
  const marks = [secrecy, urgency].filter((mark) => mark !== null)
  return marks.length === 0 ? null : marks.join('　')
}

function layoutOf(paper: Paper, document: OfficialDocument): Layout {
  const { template, scope } = paper
  switch (template.type) {
    case 'page':
      return composeFlow(template, scope, {
        secrecy: document.secrecy,
        urgency: document.urgency,
      })
    case 'workbook':
      return composeWorkbook(template, scope, marksOf(document), paper.filledElsewhere)
    case 'text':
      return { type: 'text', text: `${renderText(template.body, scope).trim()}\n` }
  }
}

function formatsOf(template: Template): readonly Format[] {
  if (template.type === 'page') return template.formats
  return template.type === 'workbook' ? ['xlsx'] : ['txt']
}

/** A workbook without sheets, a page without anything on it: the paper has nothing to say to this agency. */
function isEmpty(layout: Layout): boolean {
  if (layout.type === 'workbook') return layout.sheets.length === 0
  return layout.type === 'flow' && layout.sections.length === 0
}

/** The jobs of a paper, or the message why it is not made. */
function jobsOf(
  paper: Paper,
  document: OfficialDocument,
): { readonly jobs: readonly Job[]; readonly finding: Finding | null } {
  try {
    const { product } = paper.template
    const path = outputPath(paper.template.fileName, paper.scope, paper.folder)
    const layout = layoutOf(paper, document)
    if (isEmpty(layout)) return { jobs: [], finding: null }
    const jobs = formatsOf(paper.template).map((format) => ({
      path: `${path}.${format}`,
      product,
      agency: paper.agency,
      format,
      layout,
      assets: [],
      dependsOn: [],
    }))
    return { jobs, finding: null }
  } catch (error) {
    if (error instanceof TemplateProblem) return { jobs: [], finding: error.finding }
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
  const { templates, office } = input
  const products = templates.products.filter((template) => isWanted(template, input.only))
  const globals = { words: templates.words }
  const scopeOf = (context: Context): Scope => ({
    engine: templates.engine,
    scope: { ...context },
    globals,
  })
  const scope = scopeOf(from.context)
  const filledElsewhere = filledByTasks(from.context.items.all, scope)
  const forDocument = products
    .filter((template) => template.per.includes('document') && input.agency === undefined)
    .map((template) => ({ template, scope, agency: null, folder: null, filledElsewhere }))
  const folders = safeFileNames(from.recipients.map((row) => row.name))
  const forAgencies = rows.flatMap((row) => {
    const own = scopeOf(agencyContext(row, from, office))
    return products
      .filter((template) => template.per.includes('agency-in-document'))
      .map((template) => ({
        template,
        scope: own,
        agency: row.name,
        folder: folders.get(row.name) ?? row.name,
        filledElsewhere,
      }))
  })
  return [...forDocument, ...forAgencies]
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

/** The same message once, however many papers met it. */
function uniqueFindings(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()]
}

/**
 * Everything that is made from one document: each paper’s content decided and laid out before any format. Pure, and cheap enough to run on every
 * build. A template that fails blocks its own papers, with a message.
 */
export function composeDocument(input: ComposeInput): Composed {
  const { document, findings, office, agencies: index } = input
  const from = documentContext({ document, findings, office, index })
  const chosen = chosenAgencies(from.recipients, from, input)
  const made = papersOf(input, from, chosen.rows).map((paper) => jobsOf(paper, document))
  const model: readonly Job[] =
    input.agency === undefined && isWanted(modelProduct, input.only)
      ? [
          {
            path: modelProduct.path,
            product: modelProduct.product,
            agency: null,
            format: 'json',
            layout: { type: 'text', text: modelJson(document) },
            assets: [],
            dependsOn: [],
          },
        ]
      : []
  const { jobs, findings: repeated } = uniquePaths([...model, ...made.flatMap((each) => each.jobs)])
  return {
    jobs,
    findings: uniqueFindings([
      ...chosen.findings,
      ...writesToGovernment(chosen.rows, office, index),
      ...made.flatMap(({ finding }) => (finding === null ? [] : [finding])),
      ...repeated,
    ]),
    agencies: from.context.agencies.map((row) => row.name),
    dutyAgencies: from.context.dutyAgencies,
  }
}
