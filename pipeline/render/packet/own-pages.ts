import type { Finding, Flow, Properties } from '../../model/index.js'
import { typeset, type FaceSet, type SetPage } from '../../typeset/index.js'
import { setRunningNumbers } from '../../typeset/set-running-number.js'
import { checkDrawn, checkPlacement } from '../pdf/check-placement.js'
import { drawPages } from '../pdf/draw-pages.js'

/** Pages of one section of a packet’s own flow. */
export interface OwnPages {
  readonly pages: readonly SetPage[]
  /** An error among them: the pages must not be printed. */
  readonly findings: readonly Finding[]
}

/** Sets one section of a packet’s flow as a document of its own, compared with what it has to show. */
export function setOwnPages(flow: Flow, section: number, faces: FaceSet): OwnPages {
  const found = flow.sections[section]
  if (found === undefined) throw new Error(`a packet without its section ${section}`)
  const own: Flow = { ...flow, sections: [found] }
  const { pages, findings } = typeset(own, faces)
  const failed = findings.some(({ severity }) => severity === 'error')
  return { pages, findings: failed ? findings : [...findings, ...checkPlacement(own, pages)] }
}

/** What a packet’s own PDF is drawn from. */
interface OwnDrawing {
  readonly pages: readonly SetPage[]
  /** How many running numbers follow the pages, each on a slip. */
  readonly numbers: number
  readonly properties: Properties
}

/** Draws a packet’s own pages, and behind them its running numbers, in one file, so that they share the subsets of their faces. */
export async function drawOwnPages(
  flow: Flow,
  { pages, numbers, properties }: OwnDrawing,
  faces: FaceSet,
): Promise<{ readonly bytes: Uint8Array; readonly findings: readonly Finding[] }> {
  const all = [...pages, ...setRunningNumbers(flow.style, faces, numbers)]
  const { bytes, drawn } = await drawPages(all, properties, faces)
  return { bytes, findings: checkDrawn(all, drawn) }
}
