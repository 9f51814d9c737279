import {
  noStopwatch,
  type Finding,
  type Job,
  type Stopwatch,
  type TakeSupply,
} from '../model/index.js'
import type { FaceSet } from '../typeset/faces/face.js'

/** The bytes of a file, or null where a message (an error among `findings`) says why there are none. */
export interface Rendered {
  readonly bytes: Uint8Array | null
  readonly findings: readonly Finding[]
}

/**
 * Layout → bytes, by the renderer of the job’s format. A renderer and its library are loaded when the first file needs them, so that a build in
 * which all is fresh loads none. `take` fetches what the job depends on.
 *
 * @throws where a layout and a format do not go together: a bug of whoever made the job
 */
export async function renderJob(
  job: Job,
  facesOf: () => Promise<FaceSet>,
  take: TakeSupply,
  stopwatch: Stopwatch = noStopwatch,
): Promise<Rendered> {
  const { layout, format, path } = job
  if (layout.type === 'flow' && format === 'pdf') {
    const { renderPdf } = await stopwatch('start', () => import('./pdf/render-pdf.js'), 'pdf')
    const faces = await facesOf()
    return stopwatch('pdf', () => renderPdf(layout, faces, stopwatch), path)
  }
  if (layout.type === 'flow' && format === 'docx') {
    const { renderDocx } = await stopwatch('start', () => import('./docx/render-docx.js'), 'docx')
    return stopwatch('docx', () => renderDocx(layout, stopwatch), path)
  }
  if (layout.type === 'workbook' && format === 'xlsx') {
    const { renderXlsx } = await stopwatch('start', () => import('./xlsx/render-xlsx.js'), 'xlsx')
    return stopwatch('xlsx', () => renderXlsx(layout, stopwatch), path)
  }
  if (layout.type === 'packet' && format === 'pdf') {
    const load = () => import('./packet/render-packet.js')
    const { renderPacket } = await stopwatch('start', load, 'packet')
    const faces = await facesOf()
    return stopwatch('packet', () => renderPacket(layout, faces, take), path)
  }
  if (layout.type === 'bundle' && format === 'zip') {
    const { renderZip } = await stopwatch('start', () => import('./zip/render-zip.js'), 'zip')
    return stopwatch('zip', () => renderZip(layout, take), path)
  }
  if (layout.type === 'page' && format === 'html') {
    const { renderHtml } = await stopwatch('start', () => import('./html/render-html.js'), 'html')
    return stopwatch('html', () => renderHtml(layout), path)
  }
  if (layout.type === 'workbook' && format === 'csv') {
    const { renderCsv } = await import('./text/render-csv.js')
    return renderCsv(layout)
  }
  if (layout.type === 'text') {
    const { renderText } = await import('./text/render-text.js')
    return { bytes: renderText(layout), findings: [] }
  }
  throw new Error(`${job.path}: a ${layout.type} cannot be written as ${format}`)
}
