import type { TemplateFile } from '../../model/index.js'
import type { CompiledText } from '../liquid/compiled-text.js'
import type { Engine } from '../liquid/engine.js'
import { Compiler } from './compiler.js'
import { knownKeys } from './known-keys.js'
import type { Loaded, ProductTemplate } from './page-template.js'
import { compileProperties } from './properties.js'
import { bundleSchema, type BundleEntryTemplate } from './template-schema.js'
import { readYamlText } from './yaml-text.js'

/** A file in a ZIP: whose it is, and what it is called there. */
export interface CompiledEntry extends Omit<BundleEntryTemplate, 'name'> {
  readonly name: CompiledText
}

export interface BundleTemplate extends ProductTemplate {
  readonly type: 'bundle'
  readonly formats: readonly 'zip'[]
  readonly entries: readonly CompiledEntry[]
}

/** Reads the template of a ZIP (templates/*.yaml with `formats: [zip]`); everything that is wrong with it, with its place. */
export function loadBundle(file: TemplateFile, engine: Engine): Loaded<BundleTemplate> {
  const whole = { start: 0, end: file.text.length }
  const yaml = readYamlText(file, whole, bundleSchema, (path) => knownKeys(bundleSchema, path))
  if (yaml.value === null) return { template: null, findings: yaml.findings }
  const { placeOf, value } = yaml
  const { product, title, per, formats } = value
  const compiler = new Compiler(engine, file)
  const nothing = { title, subject: '', author: '', keywords: [], date: '' }
  const template: BundleTemplate = {
    type: 'bundle',
    file,
    product,
    title,
    per,
    formats,
    fileName: compiler.compile(value.file, placeOf(['file'])),
    properties: compileProperties(value.properties ?? nothing, compiler, () =>
      placeOf(['properties']),
    ),
    entries: value.entries.map((entry, index) => ({
      ...entry,
      name: compiler.compile(entry.name, placeOf(['entries', index, 'name'])),
    })),
    texts: compiler.texts,
  }
  const { findings } = compiler
  return { template: findings.length > 0 ? null : template, findings }
}
