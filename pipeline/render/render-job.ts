import type { Finding, Job } from '../model/index.js'
import type { FaceSet } from '../typeset/faces/face.js'

/** The bytes of a file, or null where a message (an error among `findings`) says why there are none. */
export interface Rendered {
  readonly bytes: Uint8Array | null
  readonly findings: readonly Finding[]
}

/**
 * Layout → bytes, by the renderer of the job’s format. A renderer and its library are loaded when the first file needs them, so that a build in
 * which all is fresh loads none.
 *
 * @throws where a layout and a format do not go together: a bug of whoever made the job
 */
export async function renderJob(job: Job, facesOf: () => Promise<FaceSet>): Promise<Rendered> {
  const { layout, format } = job
  if (layout.type === 'flow' && format === 'pdf') {
    const { renderPdf } = await import('./pdf/render-pdf.js')
    return renderPdf(layout, await facesOf())
  }
  if (layout.type === 'flow' && format === 'docx') {
    const { renderDocx } = await import('./docx/render-docx.js')
    return renderDocx(layout)
  }
  if (layout.type === 'workbook' && format === 'xlsx') {
    const { renderXlsx } = await import('./xlsx/render-xlsx.js')
    return renderXlsx(layout)
  }
  if (layout.type === 'text') {
    const { renderText } = await import('./text/render-text.js')
    return { bytes: renderText(layout), findings: [] }
  }
  throw new Error(`${job.path}: a ${layout.type} cannot be written as ${format}`)
}
