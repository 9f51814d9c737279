import type { Host } from '../host/host.js'
import { sha256, type Sha256 } from '../model/hash.js'
import type { Finding, Stopwatch } from '../model/index.js'
import { noStopwatch } from '../model/stopwatch.js'
import {
  fetchSettings,
  findSources,
  loadTemplateFiles,
  pathFromHere,
  type Source,
} from '../settings/fetch.js'
import { buildId } from './build-id.js'
import type { BuildMemory } from './memory.js'
import type { RenderPool } from './render-pool.js'
import type { Shared } from './shared.js'

/** What may be asked of a build. Everything has a default. */
export interface BuildOptions {
  /** Files or folders; none: the folder `sources`. */
  readonly sources?: readonly string[]
  /** `output` */
  readonly output?: string
  /** A folder of the office’s own templates, laid over the package’s file by file. */
  readonly templates?: string
  /** Products by id or title: brief, 简报. */
  readonly only?: readonly string[]
  /** Agencies by any name that is known. */
  readonly agency?: readonly string[]
  /** Makes what is fresh, too; a file that a person edited is moved aside. */
  readonly force?: boolean
  /** A decoder’s label for sources whose encoding is not found out rightly. */
  readonly encoding?: string
  /** What unaccepted revisions of a Word file count for. */
  readonly revisions?: 'accept' | 'reject'
  /** `read`: messages alone; `plan`: says what would be made; `write`: makes it. */
  readonly until?: 'read' | 'plan' | 'write'
  /** Threads that render files; 1, the default, renders in this one. */
  readonly jobs?: number
  /** A file for the times of the build, as a browser’s performance page opens it (Trace Event Format). */
  readonly timings?: string
  /** Ends the build between two files; what is finished is kept and recorded. */
  readonly signal?: AbortSignal
}

/** One build: what is known before the first document is looked at. */
export interface Run {
  readonly host: Host
  readonly options: BuildOptions
  readonly output: string
  readonly sources: readonly Source[]
  readonly sourcesFolder: string
  readonly build: string
  readonly epoch: string | null
  readonly stopwatch: Stopwatch
  /** Other threads for rendering; null where this one does it. */
  readonly pool: RenderPool | null
  /** Every product for every agency was asked for. */
  readonly everything: boolean
  /** A hash over settings, templates and fonts as they were fetched: the part of a document’s key that all share. */
  readonly sharedKey: () => Promise<string>
  /** Settings, templates and faces, read when the first document must be built, and once. */
  readonly shared: () => Promise<Shared>
}

export interface PreparedRun {
  readonly run: Run
  /** About the paths that were given: about no document. */
  readonly findings: readonly Finding[]
}

/** What the documents of a build share of their keys, as hashes of what was fetched. */
export interface SharedParts {
  readonly office: Sha256 | null
  readonly agencies: Sha256 | null
  readonly distribution: Sha256 | null
  readonly templates: readonly (readonly [name: string, text: Sha256])[]
  readonly faces: readonly Sha256[]
}

function once<T>(call: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | null = null
  return () => (answer ??= call())
}

async function poolOf(
  { jobs, signal }: BuildOptions,
  host: Host,
  memory: BuildMemory | null,
): Promise<RenderPool | null> {
  if (jobs === undefined || jobs <= 1) return null
  const open = async () => {
    const { openRenderPool } = await import('./render-pool.js')
    return openRenderPool(host, jobs, signal)
  }
  return memory?.threads?.open(open) ?? open()
}

/** Everything that comes before the first document: options made whole, sources found, settings and templates fetched. */
export async function prepareRun(
  options: BuildOptions,
  host: Host,
  stopwatch: Stopwatch = noStopwatch,
  memory: BuildMemory | null = null,
): Promise<PreparedRun> {
  const found = await findSources(host, options.sources ?? [])
  const settingsFiles = await fetchSettings(host, found.folder)
  const packageTemplates = `${host.packageFolder().replace(/[\\/]$/, '')}/templates`
  const templateFiles = await loadTemplateFiles(host, packageTemplates, options.templates ?? null)
  const shared = once(async () => {
    const { readParsedTemplates, readShared, makeMemory } = await stopwatch(
      'start',
      () => import('./shared.js'),
      'settings',
    )
    const known = {
      fontMarks: memory === null ? [] : await fontMarks(),
      knownYaml: await readParsedTemplates(host),
    }
    return stopwatch('start', () =>
      readShared(host, options, settingsFiles, templateFiles, memory ?? makeMemory(), known),
    )
  })
  // A style that names a font file is known when its template is read: then fonts are read anew by each build.
  const fontMarks = async () => {
    const { faceMarks, namesFonts } = await import('./face-marks.js')
    return namesFonts(templateFiles.files) ? [String(host.clock())] : faceMarks(host, [])
  }
  const sharedKey = once(async () => {
    const { faceMarks, namesFonts } = await import('./face-marks.js')
    const named = namesFonts(templateFiles.files) ? (await shared()).pdfStyles : []
    const { office, agencies, distribution } = settingsFiles
    const hashOf = ({ bytes }: typeof office) => (bytes === null ? null : sha256(bytes))
    const parts: SharedParts = {
      office: hashOf(office),
      agencies: hashOf(agencies),
      distribution: hashOf(distribution),
      templates: templateFiles.files.map(({ name, text }) => [name, sha256(text)]),
      faces: await faceMarks(host, named),
    }
    return sha256(JSON.stringify(parts))
  })
  const run: Run = {
    host,
    options,
    output: pathFromHere(host, options.output ?? 'output'),
    sources: found.sources,
    sourcesFolder: found.folder,
    build: await buildId(host),
    epoch: host.variable('SOURCE_DATE_EPOCH') ?? null,
    stopwatch,
    pool: await poolOf(options, host, memory),
    everything: (options.only ?? []).length === 0 && (options.agency ?? []).length === 0,
    sharedKey,
    shared,
  }
  return { run, findings: found.findings }
}
