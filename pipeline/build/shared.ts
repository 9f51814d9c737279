import { resolveAgency, type AgencyIndex } from '../agencies/index.js'
import { loadTemplates, type KnownYaml, type Templates } from '../compose/index.js'
import type { Host } from '../host/host.js'
import { makeFinding } from '../messages/index.js'
import { sha256 } from '../model/hash.js'
import type { Finding, StyleSheet, TemplateFile } from '../model/index.js'
import type { SettingsFiles } from '../settings/fetch.js'
import { readSettings, type Settings } from '../settings/index.js'
import { nearestMatch } from '../text/index.js'
import { openFaceBook, type FaceBook } from './face-book.js'
import type { BuildMemory } from './memory.js'

export { makeMemory } from './memory.js'
export { readParsedTemplates } from './parsed-templates.js'
import type { BuildOptions } from './run.js'

/** What the documents of one build share once one of them must be built. */
export interface Shared {
  readonly settings: Settings
  readonly templates: Templates
  /** Styles that PDFs are drawn in. */
  readonly pdfStyles: readonly StyleSheet[]
  readonly faces: FaceBook
  /** About settings, templates and options: about no document. */
  readonly findings: readonly Finding[]
  /** An error in what all documents share: nothing may be built. */
  readonly failed: boolean
  /** A template is broken or doubtful: its files are missing from the plan, and it must be said again by the next build. */
  readonly templatesDoubtful: boolean
}

/** Products that are made from the model itself and have no template: id and title. */
const modelProducts = ['model', 'document.json', 'review', '审阅', 'index', 'index.json']

function unknownProducts(templates: Templates, only: readonly string[]): readonly Finding[] {
  const known = templates.products.flatMap(({ product, title }) => [product, title])
  return only
    .filter((name) => !known.includes(name) && !modelProducts.includes(name))
    .map((name) => {
      const expected = templates.products.map(({ product, title }) => `${title}（${product}）`)
      const nearest = nearestMatch(name, [...known, ...modelProducts])
      const hint = nearest === null ? '' : `${nearest.value}？`
      return makeFinding('product-known', { values: { name, expected, hint } })
    })
}

/** Products that were asked for together with agencies, and are none of theirs. */
function notForAgencies(
  { products }: Templates,
  { only = [], agency }: BuildOptions,
): readonly Finding[] {
  if (agency === undefined) return []
  const theirs = products.filter(({ per }) =>
    per.some((each) => each === 'agency-in-document' || each === 'agency'),
  )
  const names = theirs.flatMap(({ product, title }) => [product, title])
  const known = [...products.flatMap(({ product, title }) => [product, title]), ...modelProducts]
  const expected = theirs.map(({ product, title }) => `${title}（${product}）`)
  return only
    .filter((name) => known.includes(name) && !names.includes(name))
    .map((name) => makeFinding('product-is-for-agencies', { values: { name, expected } }))
}

function unknownAgencies(index: AgencyIndex, names: readonly string[]): readonly Finding[] {
  const context = { level: null, place: null, date: null }
  return names.flatMap((name) => {
    const resolution = resolveAgency(index, name, context)
    if (resolution.type !== 'unknown' || resolution.nearest === null) return []
    return [makeFinding('agency-known', { values: { name, nearest: resolution.nearest } })]
  })
}

function pdfStylesOf(templates: Templates): readonly StyleSheet[] {
  return templates.products.flatMap((template) =>
    template.type === 'page' && template.formats.includes('pdf') ? [template.style] : [],
  )
}

const hasError = (findings: readonly Finding[]) =>
  findings.some((finding) => finding.severity === 'error')

/**
 * Reads what was fetched: settings over the defaults, templates parsed and checked, options held against both. `fontMarks`: by which a change of
 * the fonts shows, so that faces of an earlier build are taken where there is none. `knownYaml`: of templates that were parsed ahead.
 */
export function readShared(
  host: Host,
  options: BuildOptions,
  settingsFiles: SettingsFiles,
  templateFiles: { readonly files: readonly TemplateFile[]; readonly findings: readonly Finding[] },
  memory: BuildMemory,
  {
    fontMarks,
    knownYaml,
  }: { readonly fontMarks: readonly string[]; readonly knownYaml: KnownYaml },
): Shared {
  const settings = readSettings(settingsFiles)
  const { files } = templateFiles
  const { templates, findings } = memory.templates(sha256(JSON.stringify(files)), () =>
    loadTemplates(files, knownYaml),
  )
  const bundled = settings.office?.faces === 'bundled'
  const fatal = [
    ...settings.findings,
    ...templateFiles.findings,
    ...unknownAgencies(settings.agencies, options.agency ?? []),
    // A product that a broken template hides is not unknown.
    ...(hasError(findings) ? [] : unknownProducts(templates, options.only ?? [])),
  ]
  const pdfStyles = pdfStylesOf(templates)
  const faces = openFaceBook(host, bundled, memory.faces(JSON.stringify([bundled, fontMarks])))
  const { only = [] } = options
  if (only.length === 0) faces.begin(pdfStyles)
  return {
    settings,
    templates,
    pdfStyles,
    faces,
    findings: [...fatal, ...findings, ...notForAgencies(templates, options)],
    failed: hasError(fatal),
    templatesDoubtful: findings.length > 0,
  }
}
