import { z } from 'zod'

import {
  styleSheetSchema,
  type Finding,
  type StyleSheet,
  type TemplateFile,
} from '../../model/index.js'
import { createEngine, type Engine } from '../liquid/engine.js'
import { frontMatterOf } from '../markdown/front-matter.js'
import { loadBundle } from './bundle-template.js'
import { checkVariables } from './check-variables.js'
import { knownKeys } from './known-keys.js'
import { withKnownYaml, withPlainLines, type KnownYaml } from './known-yaml.js'
import { loadPage, type Loaded } from './page-template.js'
import { loadPartials } from './partials.js'
import { placeIn } from './place-in.js'
import { templateFinding } from './template-problem.js'
import type { Template } from './template.js'
import { wordsSchema, type Words } from './template-schema.js'
import { loadText } from './text-template.js'
import { loadWorkbook } from './workbook-template.js'
import { readYamlText } from './yaml-text.js'

/** All templates of a build, parsed and checked. */
export interface Templates {
  /** In the order of their file names. */
  readonly products: readonly Template[]
  readonly words: Words
  readonly engine: Engine
}

const wordsFile = 'words.yaml'
const formatsSchema = z.looseObject({ formats: z.array(z.string()).optional().catch(undefined) })

/** An office’s own file stands before the package’s of the same name: the first of a name counts. */
function filesByName(
  files: readonly TemplateFile[],
  known: KnownYaml,
): ReadonlyMap<string, TemplateFile> {
  const byName = new Map<string, TemplateFile>()
  const officeFirst = [...files].sort(
    (a, b) => Number(a.origin === 'package') - Number(b.origin === 'package'),
  )
  for (const file of officeFirst)
    if (!byName.has(file.name)) byName.set(file.name, withKnownYaml(withPlainLines(file), known))
  return new Map([...byName].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function loadYaml<Schema extends z.ZodType>(
  file: TemplateFile,
  schema: Schema,
): { readonly value: z.output<Schema> | null; readonly findings: readonly Finding[] } {
  const whole = { start: 0, end: file.text.length }
  return readYamlText(file, whole, schema, (path) => knownKeys(schema, path))
}

function loadStyles(
  files: readonly TemplateFile[],
  references: ReadonlyMap<string, TemplateFile>,
): {
  readonly styles: ReadonlyMap<string, StyleSheet>
  readonly findings: readonly Finding[]
} {
  const styles = new Map<string, StyleSheet>()
  const findings: Finding[] = []
  for (const file of files) {
    const loaded = loadYaml(file, styleSheetSchema)
    findings.push(...loaded.findings)
    const name = /^styles\/(.+)\.ya?ml$/u.exec(file.name)?.[1]
    if (loaded.value === null || name === undefined) continue
    const reference = references.get(`styles/${name}.docx`)?.text
    styles.set(name, reference === undefined ? loaded.value : { ...loaded.value, reference })
  }
  return { styles, findings }
}

function loadMarkdown(
  file: TemplateFile,
  engine: Engine,
  styles: ReadonlyMap<string, StyleSheet>,
): Loaded<Template> {
  const matter = frontMatterOf(file.text)
  if (matter === null) {
    const place = placeIn(file.text, 0, 0)
    return {
      template: null,
      findings: [templateFinding('template-parses', { file, place }, { what: '---' })],
    }
  }
  const formats = readYamlText(file, matter, formatsSchema, () => []).value?.formats ?? []
  return formats.includes('txt')
    ? loadText(file, matter, engine)
    : loadPage(file, matter, engine, styles)
}

/** A workbook, or a ZIP: the formats say which. */
function loadYamlProduct(
  file: TemplateFile,
  engine: Engine,
  styles: ReadonlyMap<string, StyleSheet>,
): Loaded<Template> {
  const whole = { start: 0, end: file.text.length }
  const formats = readYamlText(file, whole, formatsSchema, () => []).value?.formats ?? []
  return formats.includes('zip') ? loadBundle(file, engine) : loadWorkbook(file, engine, styles)
}

/** Each product once, by the first file that defines it. */
function uniqueProducts(templates: readonly Template[]): {
  readonly products: readonly Template[]
  readonly findings: readonly Finding[]
} {
  const seen = new Map<string, Template>()
  const findings: Finding[] = []
  for (const template of templates) {
    const other = seen.get(template.product)
    if (other === undefined) seen.set(template.product, template)
    else
      findings.push(
        templateFinding(
          'template-product-once',
          { file: template.file, place: null },
          { product: template.product, other: other.file.name },
        ),
      )
  }
  return { products: [...seen.values()], findings }
}

/**
 * Parses and checks every file of the templates folders, once a build. A broken template gives findings with path, line and column and is left
 * out; the others work.
 *
 * @param known the YAML of files that were parsed ahead
 */
export function loadTemplates(
  files: readonly TemplateFile[],
  known: KnownYaml = new Map(),
): {
  readonly templates: Templates
  readonly findings: readonly Finding[]
} {
  const byName = filesByName(files, known)
  const inFolder = (folder: string): readonly TemplateFile[] =>
    [...byName.values()].filter((file) => file.name.startsWith(`${folder}/`))
  const partials = loadPartials(inFolder('partials'))
  const engine = createEngine(partials.texts)
  const styles = loadStyles(
    inFolder('styles').filter((file) => /\.ya?ml$/u.test(file.name)),
    byName,
  )
  const wordsText = byName.get(wordsFile)
  const words = wordsText === undefined ? null : loadYaml(wordsText, wordsSchema)
  const loaded = [...byName.values()]
    .filter((file) => !file.name.includes('/') && file.name !== wordsFile)
    .flatMap((file): Loaded<Template>[] => {
      if (file.name.endsWith('.md') && !/^readme/iu.test(file.name))
        return [loadMarkdown(file, engine, styles.styles)]
      return /\.ya?ml$/u.test(file.name) ? [loadYamlProduct(file, engine, styles.styles)] : []
    })
  const parsed = loaded.flatMap(({ template }) => (template === null ? [] : [template]))
  const checked = checkVariables(parsed, partials, engine, words?.value ?? {})
  const { products, findings } = uniqueProducts(checked.sound)
  return {
    templates: { products, words: words?.value ?? {}, engine },
    findings: [
      ...partials.findings,
      ...styles.findings,
      ...(words?.findings ?? []),
      ...loaded.flatMap((each) => each.findings),
      ...checked.findings,
      ...findings,
    ],
  }
}
