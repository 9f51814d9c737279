import { houseOf, resolveAgency, type AgencyIndex } from '../agencies/index.js'
import { makeFinding } from '../messages/index.js'
import type { Finding, Format, Job, Layout, Office } from '../model/index.js'
import { safeFileNames } from '../text/index.js'
import { isEmpty, layOut } from './lay-out.js'
import { outputPath } from './output-path.js'
import { highestMarks } from './overview/highest-mark.js'
import { indexJson } from './overview/index-json.js'
import { indexPage } from './overview/index-page.js'
import type { NoticeRows, RecordedFile } from './overview/notice-rows.js'
import {
  overviewOfAgency,
  overviewOfAll,
  surveyOf,
  type Survey,
  type SurveyedAgency,
} from './overview/overview-context.js'
import type { MissingNotice, Overview } from './overview/overview-schema.js'
import { isBinding } from './packet/bind-paper.js'
import type { Templates } from './templates/load-templates.js'
import { TemplateProblem } from './templates/template-problem.js'
import type { Template } from './templates/template.js'

export interface OverviewInput {
  readonly notices: readonly NoticeRows[]
  readonly missing: readonly MissingNotice[]
  readonly office: Office | null
  readonly agencies: AgencyIndex
  readonly templates: Templates
  /** Products by id or title; none: all. */
  readonly only?: readonly string[]
  /** Agencies by any name; given, only their lists are made. */
  readonly agency?: readonly string[]
  /** How long a name in a path may be, in UTF-16 units, where the system counts the whole path. */
  readonly longestName?: number
}

/** A paper over all notices, worked out when it is asked for: a thousand of them are never in memory together. */
export interface OverviewPaper {
  /** Its jobs; without any where a message says why, or nothing is to be said. `before`: the files of the papers that stand before it. */
  readonly compose: (before: readonly RecordedFile[]) => {
    readonly jobs: readonly Job[]
    readonly finding: Finding | null
  }
}

export interface ComposedOverview {
  /** Agency by agency in protocol order, then those of everything, the index last. */
  readonly papers: readonly OverviewPaper[]
  readonly agencies: readonly string[]
  readonly items: number
}

/** The list of what there is, made from the model without a template: for programs, and for people. */
const indexProduct = {
  product: 'index',
  title: 'index.json',
  path: 'index.json',
  page: 'index.html',
} as const

const never = (): boolean => false

function isWanted(
  template: { readonly product: string; readonly title: string },
  only: OverviewInput['only'],
): boolean {
  return only === undefined || only.includes(template.product) || only.includes(template.title)
}

/** The agencies that are meant by names as people write them; all of them where none are given. */
function chosenAgencies(survey: Survey, input: OverviewInput): readonly SurveyedAgency[] {
  const { agency: names, agencies: index } = input
  if (names === undefined) return survey.agencies
  const context = { level: null, place: null, date: null }
  const meant = new Set(
    names.flatMap((name) => {
      const resolved = resolveAgency(index, name, context)
      return [name, houseOf(index, 'name' in resolved ? resolved.name : name)]
    }),
  )
  return survey.agencies.filter(
    ({ name, in: places }) =>
      meant.has(name) ||
      places.some(({ agency: { row } }) => meant.has(row.name) || meant.has(row.fullName)),
  )
}

function jobOf(
  paper: { readonly path: string; readonly product: string; readonly agency: string | null },
  format: Format,
  layout: Layout,
): Job {
  return { ...paper, format, layout, assets: [], dependsOn: [] }
}

/** Names in the output folder that no template may take: state, and the notices’ own folders. */
function takenBy(path: string, survey: Survey): boolean {
  const fold = (name: string): string => name.normalize('NFC').toLowerCase()
  const first = fold(path.split('/')[0] ?? '')
  return (
    ['manifest.json', '.lock', indexProduct.path, indexProduct.page].includes(first) ||
    survey.notices.some(({ notice }) => fold(notice.id) === first)
  )
}

function paperOf(
  template: Template,
  overview: () => Overview,
  folder: string | null,
  input: OverviewInput,
  survey: Survey,
): OverviewPaper {
  const { templates } = input
  const compose: OverviewPaper['compose'] = (before) => {
    try {
      const seen = overview()
      const globals = { words: templates.words }
      const scope = { engine: templates.engine, scope: { ...seen }, globals }
      const path = outputPath(template.fileName, scope, folder, input.longestName)
      const marks = highestMarks(seen.documents)
      const around = { marks, document: null, filledElsewhere: never, path }
      const { layouts } = layOut(template, scope, around)
      const about = { product: template.product, agency: seen.agency?.name ?? null }
      const jobs = [...layouts].flatMap(([format, layout]) =>
        isEmpty(layout) ? [] : [jobOf({ ...about, path: `${path}.${format}` }, format, layout)],
      )
      const clash = jobs.find(
        (job) => takenBy(job.path, survey) || before.some(({ path: other }) => other === job.path),
      )
      if (clash === undefined) return { jobs, finding: null }
      const values = { path: clash.path }
      const blocks = { what: 'file', path: clash.path } as const
      return { jobs: [], finding: makeFinding('output-path-once', { values, blocks }) }
    } catch (error) {
      if (error instanceof TemplateProblem) return { jobs: [], finding: error.finding }
      throw error
    }
  }
  return { compose }
}

function indexPaper(survey: Survey): OverviewPaper {
  const { path, page, product } = indexProduct
  const about = { product, agency: null }
  return {
    compose: (before) => ({
      jobs: [
        jobOf({ ...about, path }, 'json', { type: 'text', text: indexJson(survey, before) }),
        jobOf({ ...about, path: page }, 'html', indexPage(survey, before)),
      ],
      finding: null,
    }),
  }
}

/** Everything that is made from all notices together: `per: agency` and `per: all`, and the index. Pure. */
export function composeOverview(input: OverviewInput): ComposedOverview {
  const { templates, only, agency } = input
  const survey = surveyOf(input.notices, input.missing, input.office, input.agencies)
  // Packets are bound from one document’s files.
  const products = templates.products.filter(
    (template) => isWanted(template, only) && !isBinding(template),
  )
  const folders = safeFileNames(
    survey.agencies.map(({ name }) => name),
    input.longestName,
  )
  const forAgencies = chosenAgencies(survey, input).flatMap((each) =>
    products
      .filter((template) => template.per.includes('agency'))
      .map((template) =>
        paperOf(
          template,
          () => overviewOfAgency(each, survey),
          folders.get(each.name) ?? each.name,
          input,
          survey,
        ),
      ),
  )
  const forAll =
    agency === undefined
      ? products
          .filter((template) => template.per.includes('all'))
          .map((template) => paperOf(template, () => overviewOfAll(survey), null, input, survey))
      : []
  const index = agency === undefined && isWanted(indexProduct, only) ? [indexPaper(survey)] : []
  return {
    papers: [...forAgencies, ...forAll, ...index],
    agencies: survey.agencies.map(({ name }) => name),
    items: survey.notices.reduce((sum, { tasks }) => sum + tasks.length, 0),
  }
}
