import { readdirSync } from 'node:fs'
import { join } from 'node:path'

import type { Language } from '../../pipeline/cli/language.js'

/** The folder that the documents stand in. */
export const root = new URL('../..', import.meta.url).pathname

/** A document that people read, by its path in the tree. */
export interface DocumentFile {
  readonly path: string
  readonly language: Language
}

const atRoot: readonly DocumentFile[] = [
  { path: 'README.md', language: 'en' },
  { path: 'README.zh-CN.md', language: 'zh' },
  { path: 'CONTRIBUTING.md', language: 'en' },
  { path: 'SECURITY.md', language: 'en' },
  { path: 'CHANGELOG.md', language: 'en' },
]

/** The documents at the root and in docs/: 〈name〉.md is Chinese there, 〈name〉.en.md English. */
export function documentFiles(): readonly DocumentFile[] {
  const names = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md'))
  return [
    ...atRoot,
    ...names.sort().map((name): DocumentFile => {
      return { path: `docs/${name}`, language: name.endsWith('.en.md') ? 'en' : 'zh' }
    }),
  ]
}
