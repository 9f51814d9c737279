import type { Finding, TemplateFile } from '../../model/index.js'
import { markPartialLines } from '../liquid/tag-lines.js'
import { reservedCharacters } from '../liquid/value-tokens.js'
import { placeIn } from './place-in.js'
import { templateFinding } from './template-problem.js'

/** Texts that templates render by name: partials/<name>.md */
export interface Partials {
  /** Name → text, without its last line end. */
  readonly texts: Readonly<Record<string, string>>
  readonly files: ReadonlyMap<string, TemplateFile>
  readonly findings: readonly Finding[]
}

/** Takes the partials out of the template files. */
export function loadPartials(files: readonly TemplateFile[]): Partials {
  const byName = new Map<string, TemplateFile>()
  const findings: Finding[] = []
  for (const file of files) {
    const name = /^partials\/([^/]+)\.md$/u.exec(file.name)?.[1]
    if (name === undefined) continue
    const reserved = reservedCharacters.exec(file.text)
    if (reserved === null) byName.set(name, file)
    else {
      const place = placeIn(file.text, reserved.index, reserved.index + 1)
      const character = `U+${(reserved[0].codePointAt(0) ?? 0).toString(16).toUpperCase()}`
      findings.push(templateFinding('template-characters-free', { file, place }, { character }))
    }
  }
  const texts = [...byName].map(([name, file]): [string, string] => [
    name,
    markPartialLines(file.text.replace(/\n+$/u, '')),
  ])
  return { texts: Object.fromEntries(texts), files: byName, findings }
}
