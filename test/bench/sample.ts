import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { packageFolder } from './compiled.js'

export const sampleName = 'sources/guohan-2023-56.md'

/** The notice that comes with the package. */
export const sample = readFileSync(join(packageFolder, sampleName), 'utf8')

/** The same with one row of its annex in other words. */
export function withOneItemEdited(edit: number): string {
  const edited = sample.replace(/^\| 1 \|.*$/m, (row) =>
    row.replace(/。(?= \|)/, `，第${String(edit)}稿。`),
  )
  if (edited === sample) throw new Error('the sample has no first row to edit')
  return edited
}
