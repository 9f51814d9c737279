import type { TemplateFile } from '../../model/index.js'
import type { CompiledText } from '../liquid/compiled-text.js'
import type { Engine } from '../liquid/engine.js'
import type { FrontMatter } from '../markdown/front-matter.js'
import { Compiler } from './compiler.js'
import { knownKeys } from './known-keys.js'
import { compileBody, type Loaded, type ProductTemplate } from './page-template.js'
import { compileProperties } from './properties.js'
import { textSchema } from './template-schema.js'
import { readYamlText } from './yaml-text.js'

export interface TextTemplate extends ProductTemplate {
  readonly type: 'text'
  readonly body: CompiledText
}

/** Reads the template of a plain text (templates/*.md with `formats: [txt]`): its body is Liquid and no Markdown. */
export function loadText(
  file: TemplateFile,
  matter: FrontMatter,
  engine: Engine,
): Loaded<TextTemplate> {
  const yaml = readYamlText(file, matter, textSchema, (path) => knownKeys(textSchema, path))
  if (yaml.value === null) return { template: null, findings: yaml.findings }
  const { placeOf, value } = yaml
  const compiler = new Compiler(engine, file)
  const template: TextTemplate = {
    type: 'text',
    file,
    product: value.product,
    title: value.title,
    per: value.per,
    fileName: compiler.compile(value.file, placeOf(['file'])),
    properties: compileProperties(value.properties, compiler, (key) =>
      placeOf(['properties', key]),
    ),
    body: compileBody(compiler, matter, (body) => body),
    texts: compiler.texts,
  }
  const { findings } = compiler
  return { template: findings.length > 0 ? null : template, findings }
}
