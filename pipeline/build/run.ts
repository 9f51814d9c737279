import { loadTemplates, type Templates } from '../compose/index.js'
import type { Host } from '../host/host.js'
import { makeFinding } from '../messages/index.js'
import { sha256, type Finding, type Sha256, type StyleSheet } from '../model/index.js'
import { resolveAgency, type AgencyIndex } from '../agencies/index.js'
import {
  findSources,
  loadSettings,
  loadTemplateFiles,
  pathFromHere,
  type Settings,
  type Source,
} from '../settings/index.js'
import { buildId } from './build-id.js'
import { openFaceBook, type FaceBook } from './face-book.js'

/** What may be asked of a build. Everything has a default. */
export interface BuildOptions {
  /** Files or folders; none: the folder `sources`. */
  readonly sources?: readonly string[]
  /** `output` */
  readonly output?: string
  /** A folder of the office’s own templates, laid over the package’s file by file. */
  readonly templates?: string
  /** Products by id or title: brief, 简报. */
  readonly only?: readonly string[]
  /** Agencies by any name that is known. */
  readonly agency?: readonly string[]
  /** Makes what is fresh, too; a file that a person edited is moved aside. */
  readonly force?: boolean
  /** A decoder’s label for sources whose encoding is not found out rightly. */
  readonly encoding?: string
  /** What unaccepted revisions of a Word file count for. */
  readonly revisions?: 'accept' | 'reject'
  /** `read`: messages alone; `plan`: says what would be made; `write`: makes it. */
  readonly until?: 'read' | 'plan' | 'write'
  /** Ends the build between two files; what is finished is kept and recorded. */
  readonly signal?: AbortSignal
}

/** All that the documents of one build share. */
export interface Run {
  readonly host: Host
  readonly options: BuildOptions
  readonly output: string
  readonly sources: readonly Source[]
  readonly sourcesFolder: string
  readonly settings: Settings
  readonly templates: Templates
  readonly templateHashes: readonly { readonly name: string; readonly sha256: Sha256 }[]
  /** Styles that PDFs are drawn in. */
  readonly pdfStyles: readonly StyleSheet[]
  readonly faces: FaceBook
  readonly build: string
  readonly epoch: string | null
  /** Every product for every agency: what is recorded and not planned may go. Not so where a template is broken: its files are missing from the plan. */
  readonly complete: boolean
}

export interface PreparedRun {
  readonly run: Run
  /** About settings, templates, options and paths: about no document. */
  readonly findings: readonly Finding[]
  /** Nothing may be built: an error in what all documents share. */
  readonly failed: boolean
}

/** Products that are made from the model itself and have no template: id and title. */
const modelProducts = ['model', 'document.json', 'checklist', '核对']

function unknownProducts(templates: Templates, only: readonly string[]): readonly Finding[] {
  const known = templates.products.flatMap(({ product, title }) => [product, title])
  return only
    .filter((name) => !known.includes(name) && !modelProducts.includes(name))
    .map((name) => {
      const expected = templates.products.map(({ product, title }) => `${title}（${product}）`)
      return makeFinding('product-known', { values: { name, expected } })
    })
}

function unknownAgencies(index: AgencyIndex, names: readonly string[]): readonly Finding[] {
  const context = { level: null, place: null, date: null }
  return names.flatMap((name) => {
    const resolution = resolveAgency(index, name, context)
    if (resolution.type !== 'unknown' || resolution.nearest === null) return []
    return [makeFinding('agency-known', { values: { name, nearest: resolution.nearest } })]
  })
}

const hasError = (findings: readonly Finding[]) =>
  findings.some((finding) => finding.severity === 'error')

function pdfStylesOf(templates: Templates): readonly StyleSheet[] {
  return templates.products.flatMap((template) =>
    template.type === 'page' && template.formats.includes('pdf') ? [template.style] : [],
  )
}

/** Everything that comes before the first document: options made whole, settings and templates loaded, sources found. */
export async function prepareRun(options: BuildOptions, host: Host): Promise<PreparedRun> {
  const found = await findSources(host, options.sources ?? [])
  const settings = await loadSettings(host, found.folder)
  const packageTemplates = `${host.packageFolder().replace(/[\\/]$/, '')}/templates`
  const files = await loadTemplateFiles(host, packageTemplates, options.templates ?? null)
  const { templates, findings } = loadTemplates(files.files)
  const only = options.only ?? []
  const agency = options.agency ?? []
  const fatal = [
    ...found.findings,
    ...settings.findings,
    ...files.findings,
    ...unknownProducts(templates, only),
    ...unknownAgencies(settings.agencies, agency),
  ]
  const run: Run = {
    host,
    options,
    output: pathFromHere(host, options.output ?? 'output'),
    sources: found.sources,
    sourcesFolder: found.folder,
    settings,
    templates,
    templateHashes: files.files.map(({ name, text }) => ({ name, sha256: sha256(text) })),
    pdfStyles: pdfStylesOf(templates),
    faces: openFaceBook(host, settings.office?.faces === 'bundled'),
    build: await buildId(host),
    epoch: host.variable('SOURCE_DATE_EPOCH') ?? null,
    complete: only.length === 0 && agency.length === 0 && !hasError(findings),
  }
  return { run, findings: [...fatal, ...findings], failed: hasError(fatal) }
}
