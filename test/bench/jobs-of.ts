import type * as ComposeNotice from '../../pipeline/build/compose-notice.js'
import type * as FetchNotice from '../../pipeline/build/fetch-notice.js'
import type * as ReadNotice from '../../pipeline/build/read-notice.js'
import type * as Running from '../../pipeline/build/run.js'
import type * as Hosts from '../../pipeline/host/index.js'
import type { Job } from '../../pipeline/model/index.js'
import type { FaceSet } from '../../pipeline/typeset/index.js'
import { compiled } from './compiled.js'

/** What a plain script is given of a notice: every file as its layout, and a font file for each role. */
export interface JobsOfNotice {
  readonly jobs: readonly Job[]
  readonly faces: Readonly<Record<string, string>>
  /** The same faces, as a renderer takes them. */
  readonly faceSet: FaceSet
}

/** The jobs of the one notice in an office, as a build would carry them out, and the faces that it would draw them with. */
export async function jobsOf(office: string): Promise<JobsOfNotice> {
  const { nodeHost } = (await compiled('host/index.js')) as typeof Hosts
  const { prepareRun } = (await compiled('build/run.js')) as typeof Running
  const { fetchNotice } = (await compiled('build/fetch-notice.js')) as typeof FetchNotice
  const { readNotice } = (await compiled('build/read-notice.js')) as typeof ReadNotice
  const { composeNotice } = (await compiled('build/compose-notice.js')) as typeof ComposeNotice
  const { run } = await prepareRun({ sources: [`${office}/sources`] }, nodeHost())
  const [source] = run.sources
  if (source === undefined) throw new Error(`${office} holds no notice`)
  const shared = await run.shared()
  const input = await fetchNotice(run, source)
  const reading = await readNotice(input, shared.settings, run.options, run.host)
  const { document } = reading
  if (document === null) throw new Error(`${source.path} was not read`)
  const { jobs } = composeNotice(
    shared,
    input,
    { ...reading, document },
    run.options,
    Number.POSITIVE_INFINITY,
  )
  const drawn = jobs.find(({ format, layout }) => format === 'pdf' && layout.type === 'flow')
  if (drawn === undefined) throw new Error('no job is a PDF')
  const faceSet = await shared.faces.facesFor(drawn)
  const faces = Object.entries(faceSet.roles).flatMap(([role, [first]]) =>
    first === undefined ? [] : [[role, first.path] as const],
  )
  return { jobs, faces: Object.fromEntries(faces), faceSet }
}
