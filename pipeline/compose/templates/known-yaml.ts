import { sha256, type Sha256, type TemplateFile } from '../../model/index.js'
import { parseYaml } from '../../text/parse-yaml.js'
import { frontMatterOf } from '../markdown/front-matter.js'

/** What the YAML of template files says, by the hash of its text. */
export type KnownYaml = ReadonlyMap<Sha256, unknown>

/** Line ends become LF, a BOM goes. */
export function withPlainLines(file: TemplateFile): TemplateFile {
  return { ...file, text: file.text.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n') }
}

/** The YAML in a template: its whole text, or its front matter; null where there is none. */
function yamlOf({ name, text }: TemplateFile): string | null {
  if (/\.ya?ml$/u.test(name)) return text
  const matter = name.endsWith('.md') ? frontMatterOf(text) : null
  return matter === null ? null : text.slice(matter.start, matter.end)
}

/** A file with what its YAML says, if that is known. */
export function withKnownYaml(file: TemplateFile, known: KnownYaml): TemplateFile {
  if (known.size === 0) return file
  const yaml = yamlOf(file)
  const hash = yaml === null ? null : sha256(yaml)
  return hash !== null && known.has(hash) ? { ...file, yaml: { value: known.get(hash) } } : file
}

/** Parses the YAML of files ahead, for `loadTemplates`: what has an error is left for it to find. */
export function knowYaml(files: readonly TemplateFile[]): KnownYaml {
  const known = new Map<Sha256, unknown>()
  for (const yaml of files.map(withPlainLines).map(yamlOf)) {
    if (yaml === null) continue
    const { problems, value } = parseYaml(yaml)
    if (problems.length === 0) known.set(sha256(yaml), value)
  }
  return known
}
