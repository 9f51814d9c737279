import { columnsOf } from '../../text/index.js'
import type { Run } from '../../model/index.js'

/** Width of runs in full-width characters: a digit or Latin letter is half of one in the Chinese faces. Blanks have their own. */
export function widthInCharacters(runs: readonly Run[]): number {
  return runs.reduce(
    (sum, run) =>
      sum + (run.type === 'blank' ? Math.max(1, Math.round(run.width)) : columnsOf(run.text) / 2),
    0,
  )
}
