/*
 * Writes the parts of the documents that are made from code and schemas.
 *
 *     node --import ./test/run-typescript.js test/docs/make-docs.ts
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

import { documentFiles, root } from './documents.js'
import { fillParts } from './fill-parts.js'
import { generatedParts } from './generated-parts.js'

const parts = { zh: generatedParts('zh'), en: generatedParts('en') }
for (const { path, language } of documentFiles()) {
  const file = join(root, path)
  const before = readFileSync(file, 'utf8')
  const after = fillParts(before, parts[language])
  if (after === before) continue
  writeFileSync(file, after)
  process.stdout.write(`${path}\n`)
}
