import { posix } from 'node:path'
import { expect } from 'vitest'

import { build, type BuildOptions } from '../../pipeline/build.js'
import { makeMemory, type BuildMemory } from '../../pipeline/build/memory.js'
import type { Host } from '../../pipeline/host/host.js'
import {
  memoryHost,
  type MemoryHost,
  type MemoryHostOptions,
} from '../../pipeline/host/memory-host.js'
import { nodeHost } from '../../pipeline/host/node-host.js'
import type { BuildEvent, PlannedJob, Totals } from '../../pipeline/model/index.js'

/** A small notice with an annex: one agency has two tasks, two share one, the third stands in running text alone. */
export function notice({
  title = '国务院关于做好甲乙丙工作的通知',
  number = '国函〔2024〕1号',
  rows = [
    ['甲事项', '开展甲工作。', '海关总署'],
    ['乙事项', '开展乙工作。', '商务部'],
    ['丙事项', '开展丙工作。', '海关总署、税务总局'],
  ],
}: {
  readonly title?: string
  readonly number?: string
  readonly rows?: readonly (readonly [title: string, content: string, agencies: string])[]
} = {}): string {
  return [
    title,
    number,
    '各省、自治区、直辖市人民政府：',
    '现将任务分工印发给你们，请认真贯彻落实。财政部要加强资金保障。',
    '附件：任务分工表',
    '国务院',
    '2024年1月2日',
    '附件',
    '任务分工表',
    [
      '| 序号 | 工作任务 | 主要内容 | 负责单位 |',
      '|---|---|---|---|',
      ...rows.map((row, index) => `| ${index + 1} | ${row.join(' | ')} |`),
    ].join('\n'),
  ].join('\n\n')
}

/** Calls that answer each question once: the package stays what it was, whoever edits it while the tests run. */
function once<T>(call: (path: string) => Promise<T>): (path: string) => Promise<T> {
  const answers = new Map<string, Promise<T>>()
  return (path) => {
    const answer = answers.get(path) ?? call(path)
    answers.set(path, answer)
    return answer
  }
}

const realHost = nodeHost()
const packageFolder = realHost.packageFolder().replace(/\/$/, '')
const insidePackage = <T>(call: (path: string) => Promise<T>) => {
  const ask = once(call)
  return (path: string): Promise<T | null> =>
    posix.normalize(path).startsWith(`${packageFolder}/`) ? ask(path) : Promise.resolve(null)
}

/** The real package below, for its code and templates alone: no fonts, so that builds are quick and PDFs are blocked. */
const packageAlone = {
  read: insidePackage(realHost.read),
  list: insidePackage(realHost.list),
  kindOf: insidePackage(realHost.kindOf),
  resolvePackageFile: () => null,
  packageFolder: () => packageFolder,
}

/** A folder of an office in memory: /desk with sources/ and, after a build, output/. */
export function workshop(
  files: Readonly<Record<string, Uint8Array | string>>,
  options: Pick<MemoryHostOptions, 'longestPath'> = {},
): MemoryHost {
  return memoryHost(files, { ...options, below: packageAlone })
}

export interface Told {
  readonly made: readonly string[]
  readonly kept: readonly string[]
  readonly removed: readonly string[]
  readonly failed: readonly string[]
  /** The same of what is made from all notices together. */
  readonly together: Readonly<Record<'made' | 'kept' | 'removed' | 'failed', readonly string[]>>
  /** `severity rule` of each message, sorted. */
  readonly messages: readonly string[]
  readonly reasons: Readonly<Record<string, string>>
  readonly planned: readonly PlannedJob[]
  readonly totals: Totals
  readonly events: readonly BuildEvent[]
}

function sayReason(event: Extract<BuildEvent, { reason: unknown }>): string {
  return event.reason.type === 'changed' ? event.reason.first : event.reason.type
}

/** Templates that were parsed by an earlier build of a test file, as a watch keeps them. Builds from nothing do without, so that it must change nothing. */
const warm = makeMemory()

/** Runs a build to its end and sorts what it told. Files without the manifest, by path. */
export async function run(
  host: Host,
  options: BuildOptions = {},
  memory: BuildMemory | null = warm,
): Promise<Told> {
  const events: BuildEvent[] = []
  for await (const event of build(options, host, memory)) events.push(event)
  const pathsOf = (type: BuildEvent['type'], ofAll: boolean) =>
    events
      .flatMap((event) =>
        event.type === type && 'path' in event && (event.document === null) === ofAll
          ? [event.path]
          : [],
      )
      .sort()
  const paths = (type: BuildEvent['type']) => pathsOf(type, false)
  const last = events.at(-1)
  if (last?.type !== 'build-done') throw new Error('a build ends with build-done')
  return {
    made: paths('file-written'),
    kept: paths('file-kept'),
    removed: paths('file-removed'),
    failed: paths('file-failed'),
    together: {
      made: pathsOf('file-written', true),
      kept: pathsOf('file-kept', true),
      removed: pathsOf('file-removed', true),
      failed: pathsOf('file-failed', true),
    },
    messages: events
      .flatMap((event) => (event.type === 'message' ? [event.finding] : []))
      .map(({ severity, rule }) => `${severity} ${rule}`)
      .sort(),
    reasons: Object.fromEntries(
      events.flatMap((event) => ('reason' in event ? [[event.path, sayReason(event)]] : [])),
    ),
    planned: events.flatMap((event) => (event.type === 'planned' ? event.jobs : [])),
    totals: last.totals,
    events,
  }
}

/** Everything under output/, by path from there. */
export function outputOf(host: MemoryHost, folder = '/desk/output'): ReadonlyMap<string, string> {
  const files = [...host.files]
    .filter(([path]) => path.startsWith(`${folder}/`))
    .map(
      ([path, bytes]) =>
        [path.slice(folder.length + 1), Buffer.from(bytes).toString('base64')] as const,
    )
  return new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** What a person put there: everything but the output and what a build keeps for itself. */
function inputsOf(host: MemoryHost): Record<string, Uint8Array> {
  return Object.fromEntries(
    [...host.files].filter(
      ([path]) => path.startsWith('/desk/') && !path.startsWith('/desk/output/'),
    ),
  )
}

const coldOutputs = new Map<string, Promise<ReadonlyMap<string, string>>>()

/** The output of a build from nothing over what people put there; the same question is answered once. */
function coldOutput(host: MemoryHost, options: BuildOptions): Promise<ReadonlyMap<string, string>> {
  const inputs = inputsOf(host)
  const said = Object.entries(inputs).map(([path, bytes]) => [
    path,
    Buffer.from(bytes).toString('base64'),
  ])
  const key = JSON.stringify([said.sort(), options])
  const known = coldOutputs.get(key)
  if (known !== undefined) return known
  const cold = workshop(inputs)
  const output = run(cold, options, null).then(() => outputOf(cold))
  coldOutputs.set(key, output)
  return output
}

/** A build after edits leaves the very bytes that a build from nothing makes, manifests included, and nothing else. */
export async function expectWarmIsCold(
  host: MemoryHost,
  options: BuildOptions = {},
): Promise<void> {
  const was = await coldOutput(host, options)
  const is = outputOf(host)
  expect([...is.keys()]).toEqual([...was.keys()])
  expect([...is].filter(([path, bytes]) => was.get(path) !== bytes).map(([path]) => path)).toEqual(
    [],
  )
}

const builtFiles = new Map<string, Promise<ReadonlyMap<string, Uint8Array>>>()

/** An office’s folder after a build, to be edited: built once for the same sources, each time a copy. */
export async function builtWorkshop(
  sources: Readonly<Record<string, string>>,
): Promise<MemoryHost> {
  const key = JSON.stringify(sources)
  const build = async () => {
    const host = workshop(sources)
    await run(host)
    return host.files
  }
  const files = builtFiles.get(key) ?? build()
  builtFiles.set(key, files)
  return workshop(Object.fromEntries(await files))
}

/** What an edit of an item’s content changes beside the agencies’ files: the check list shows who has how many, the register who gets papers. */
export const shownItems = [
  'document.json',
  '任务分工函.docx',
  '任务分工总表.xlsx',
  '审阅.html',
  '通知.docx',
] as const
/** What an edit of who has which task changes beside that, where the same agencies get papers. */
export const shownTasks = [...shownItems, '核对.txt'] as const
const ownFiles = [...shownTasks, '发文登记表.xlsx'] as const
const agencyFiles = ['任务分工函.docx', '任务分工表.xlsx', '附件1任务分工表.docx'] as const

/**
 * The files of a document’s own and of some of its agencies that can be made without fonts, sorted. `packets`: whose ZIP is among them; every
 * packet holds the notice, and is made again with it.
 */
export function filesOf(
  id: string,
  agencies: readonly string[],
  own: readonly string[] = ownFiles,
  packets: readonly string[] = own.includes('通知.docx') ? everyAgency : agencies,
): readonly string[] {
  const ofAgencies = agencies.flatMap((name) =>
    agencyFiles.map((file) => `agencies/${name}/${file}`),
  )
  const zips = packets.map((name) => `packets/${name}.zip`)
  return [...own, ...ofAgencies, ...zips].map((path) => `${id}/${path}`).sort()
}

/** What is made from all notices together, for agencies that have a task in some. */
export function togetherOf(
  agencies: readonly string[],
  all: readonly string[] = [
    'index.html',
    'index.json',
    '全部任务.csv',
    '全部任务.ndjson',
    '全部任务.xlsx',
  ],
): readonly string[] {
  return [...agencies.map((name) => `agencies/${name}/任务总清单.xlsx`), ...all].sort()
}

/** The agencies of `notice()`. */
export const everyAgency = ['海关总署', '商务部', '税务总局'] as const
