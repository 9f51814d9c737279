import type { z } from 'zod'

import type { Finding, StyleSheet, TemplateFile } from '../../model/index.js'
import type { CompiledText } from '../liquid/compiled-text.js'
import type { Engine } from '../liquid/engine.js'
import { maskLiquid } from '../liquid/mask-liquid.js'
import { markTagLines } from '../liquid/tag-lines.js'
import { checkPage } from '../markdown/check-page.js'
import { withoutFrontMatter, type FrontMatter } from '../markdown/front-matter.js'
import { rememberPlaces } from '../markdown/remember-places.js'
import { parseTemplateMarkdown } from '../markdown/template-syntax.js'
import { compileColumns, type CompiledColumn } from './compile-columns.js'
import { Compiler } from './compiler.js'
import { knownKeys } from './known-keys.js'
import { offsetIn, placeIn } from './place-in.js'
import { compileProperties, type CompiledProperties } from './properties.js'
import { templateFinding } from './template-problem.js'
import { pageSchema, type PartTemplate, type Per, type SectionTemplate } from './template-schema.js'
import { readYamlText } from './yaml-text.js'

/** What every template of a product has. */
export interface ProductTemplate {
  readonly file: TemplateFile
  readonly product: string
  readonly title: string
  readonly per: readonly Per[]
  readonly fileName: CompiledText
  readonly properties: CompiledProperties
  /** All its Liquid, for the check of variables. */
  readonly texts: readonly CompiledText[]
}

/** A part of a packet, its title parsed. */
export type CompiledPart = PartTemplate extends infer Part
  ? Part extends PartTemplate
    ? Omit<Part, 'title'> & { readonly title: CompiledText }
    : never
  : never

/** What makes a page a packet. */
interface PacketSettings {
  readonly parts: readonly CompiledPart[]
  readonly missing: string
}

export interface PageTemplate extends ProductTemplate {
  readonly type: 'page'
  readonly formats: readonly ('pdf' | 'docx')[]
  readonly style: StyleSheet
  readonly draftMark: CompiledText
  readonly section: SectionTemplate
  readonly columns: Readonly<Record<string, readonly CompiledColumn[]>>
  readonly body: CompiledText
  /** null: a page like others. */
  readonly packet: PacketSettings | null
}

export interface Loaded<Template> {
  readonly template: Template | null
  readonly findings: readonly Finding[]
}

/** The body’s text with its lines where the file has them. */
export function compileBody(
  compiler: Compiler,
  matter: FrontMatter,
  prepare: (body: string) => string,
): CompiledText {
  const { text } = compiler.file
  const placeOf = (line: number, column: number): ReturnType<typeof placeIn> => {
    const start = offsetIn(text, line, column)
    const end = text.indexOf('\n', start)
    return placeIn(text, start, end === -1 ? text.length : end)
  }
  const body = markTagLines(prepare(withoutFrontMatter(text, matter)))
  // The mark of a line of tags is one of the reserved characters, so the body is checked as the file has it.
  return compiler.compileMarked(
    body,
    text.slice(matter.body),
    placeIn(text, matter.body, text.length),
    placeOf,
  )
}

/** The parts of a packet with their titles compiled; null for a page that is none. */
function compilePacket(
  packet: z.output<typeof pageSchema>['packet'],
  titleOf: (index: number) => CompiledText,
): PageTemplate['packet'] {
  if (packet === null) return null
  const { missing, parts } = packet
  return {
    missing,
    parts: parts.map((part, index): CompiledPart => ({ ...part, title: titleOf(index) })),
  }
}

/** Reads a page template (templates/*.md): front matter, columns, body; everything that is wrong with it, with its place. */
export function loadPage(
  file: TemplateFile,
  matter: FrontMatter,
  engine: Engine,
  styles: ReadonlyMap<string, StyleSheet>,
): Loaded<PageTemplate> {
  const yaml = readYamlText(file, matter, pageSchema, (path) => knownKeys(pageSchema, path))
  const masked = maskLiquid(withoutFrontMatter(file.text, matter))
  const root = parseTemplateMarkdown(masked)
  const checked = checkPage(root, masked, file)
  if (yaml.value === null) return { template: null, findings: [...yaml.findings, ...checked] }
  const { placeOf, value } = yaml
  const compiler = new Compiler(engine, file)
  const style = styles.get(value.style)
  const styleFindings =
    style === undefined
      ? [
          templateFinding(
            'template-style-exists',
            { file, place: placeOf(['style']) },
            { name: value.style, known: [...styles.keys()].sort() },
          ),
        ]
      : []
  const columns = Object.fromEntries(
    Object.entries(value.columns).map(([name, list]) => [
      name,
      compileColumns(list, compiler, (index, key) => placeOf(['columns', name, index, key])),
    ]),
  )
  const parts = {
    fileName: compiler.compile(value.file, placeOf(['file'])),
    properties: compileProperties(value.properties, compiler, (key) =>
      placeOf(['properties', key]),
    ),
    draftMark: compiler.compile(value.draftMark, placeOf(['draftMark'])),
    body: compileBody(compiler, matter, (body) => rememberPlaces(root, body)),
    packet: compilePacket(value.packet, (index) =>
      compiler.compile(
        value.packet?.parts[index]?.title ?? '',
        placeOf(['packet', 'parts', index, 'title']),
      ),
    ),
  }
  const findings = [...styleFindings, ...checked, ...compiler.findings]
  if (style === undefined || findings.length > 0) return { template: null, findings }
  const { product, title, per, formats, section } = value
  const template = {
    type: 'page',
    file,
    product,
    title,
    per,
    formats,
    section,
    style,
    columns,
  } as const
  return { template: { ...template, ...parts, texts: compiler.texts }, findings }
}
