import { noStopwatch, type Finding, type Flow, type Stopwatch } from '../../model/index.js'
import { settleFlow, typeset, type FaceSet } from '../../typeset/index.js'
import { checkDrawn, checkPlacement } from './check-placement.js'
import { drawPages } from './draw-pages.js'

export interface RenderedPdf {
  /** null where an error among the findings says why the file must not be written. */
  readonly bytes: Uint8Array | null
  readonly findings: readonly Finding[]
}

const isError = ({ severity }: Finding): boolean => severity === 'error'

/**
 * Sets a flow on pages and draws them as a PDF: faces embedded as subsets, text to be searched and copied, bookmarks, properties.
 * The same bytes for the same flow and faces, whatever was drawn before. Nothing is written where a face or a character is missing, or
 * where what was placed is not what was given.
 *
 * @example const { bytes, findings } = await renderPdf(flow, (await findFaces(host, flow.style)).faces)
 */
export async function renderPdf(
  given: Flow,
  faces: FaceSet,
  stopwatch: Stopwatch = noStopwatch,
): Promise<RenderedPdf> {
  const flow = settleFlow(given)
  const set = stopwatch('typeset', () => typeset(flow, faces))
  const findings = [...set.findings]
  if (findings.some(isError)) return { bytes: null, findings }
  findings.push(...checkPlacement(flow, set.pages))
  if (findings.some(isError)) return { bytes: null, findings }
  const { bytes, drawn } = await drawPages(
    set.pages,
    flow.properties,
    faces,
    flow.style.pdfa ?? false,
  )
  findings.push(...checkDrawn(set.pages, drawn))
  return { bytes: findings.some(isError) ? null : bytes, findings }
}
