import { posix } from 'node:path'

import { HostError, type Host, type HostEntry } from '../host/host.js'
import { makeFinding } from '../messages/index.js'
import { sha256 } from '../model/hash.js'
import type { Finding } from '../model/index.js'

/** A notice to read. */
export interface Source {
  /** The file’s name without its ending, in Unicode form NFC: the name of its folder in the output. */
  readonly id: string
  /** As a person would open it from the working folder, `/` between names. */
  readonly path: string
  /** Why it cannot be built, before it is read. */
  readonly finding: Finding | null
}

export interface FoundSources {
  readonly sources: readonly Source[]
  /** Where office.yaml and agencies.yaml are looked for. */
  readonly folder: string
  /** What is wrong with the paths that were given. */
  readonly findings: readonly Finding[]
}

/** What a notice can be; the last four are told apart so that parse can say what to do about them. */
const noticeEnding = /\.(md|txt|html?|docx|pdf|doc|wps|ofd)$/i
const endings = ['.md', '.txt', '.html', '.docx']
/** README of any kind, hidden files, and what Word leaves beside an open file. */
const noNotice = /^(readme\b|\.|~\$)/i
/** Names in the output folder that are made from all notices. */
const reservedIds = new Set(['agencies', 'index', 'manifest', '', '.', '..'])

/** Where notices are if nothing else is said: a folder, there or not. */
const defaultFolder = 'sources'

const foldId = (id: string) => id.normalize('NFC').toLowerCase()

/** What Windows takes in no name, what is not seen (marks of direction among it), and what stands at an edge where it would be lost. */
const noName = /[<>:"|?*\\\p{Cc}\p{Cf}\p{Cs}]|^\s+|[.\s]+$/gu
/** Devices of Windows, with any ending. */
const device = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/iu

/** A source’s name without its ending: the name of its folder in the output. Where a system would not take that, it is mended and carries eight digits of its hash. */
function idOf(path: string): string {
  const name = posix
    .basename(path)
    .replace(/\.[^.]+$/, '')
    .normalize('NFC')
  if (reservedIds.has(name)) return name
  const safe = name.replace(noName, '_').replace(device, '_$&')
  return safe === name ? name : `${safe}-${sha256(name).slice(0, 8)}`
}

/** A path as a person would type it in the working folder: relative where it is inside. */
export function pathFromHere(host: Pick<Host, 'workingFolder'>, path: string): string {
  const plain = (each: string) => each.replaceAll('\\', '/')
  const here = plain(host.workingFolder())
  const given = posix.normalize(host.workingFolder().includes('\\') ? plain(path) : path)
  const trimmed = given.length > 1 && given.endsWith('/') ? given.slice(0, -1) : given
  return trimmed.startsWith(`${here}/`) ? trimmed.slice(here.length + 1) : trimmed
}

const isNotice = (entry: HostEntry) =>
  entry.kind !== 'folder' && noticeEnding.test(entry.name) && !noNotice.test(entry.name)

async function noticesOf(
  host: Host,
  folder: string,
): Promise<{ paths: string[]; findings: Finding[] }> {
  const values = { path: folder, expected: endings }
  const entries = await host.list(folder)
  if (entries === null) {
    return { paths: [], findings: [makeFinding('sources-folder-exists', { path: folder, values })] }
  }
  const paths = entries.filter(isNotice).map((entry) => posix.join(folder, entry.name))
  const findings = paths.length > 0 ? [] : [makeFinding('sources-found', { path: folder, values })]
  return { paths, findings }
}

interface Expansion {
  readonly paths: readonly string[]
  readonly findings: readonly Finding[]
  readonly folder: boolean
}

/** Loaded where it is wanted: a build in which all is there does not wait for it. */
async function tellAbsent(host: Host, path: string): Promise<Finding> {
  const { absentSource } = await import('./absent-source.js')
  return absentSource(host, path)
}

async function expand(host: Host, path: string): Promise<Expansion> {
  try {
    const kind = await host.kindOf(path)
    // A link may lead to a folder: then it lists.
    const folder =
      kind === 'folder' ||
      path === defaultFolder ||
      (kind === 'other' && (await host.list(path)) !== null)
    if (folder) return { ...(await noticesOf(host, path)), folder }
    const findings = kind === null ? [await tellAbsent(host, path)] : []
    return { paths: kind === null ? [] : [path], findings, folder }
  } catch (error) {
    if (!(error instanceof HostError)) throw error
    const values = { path, code: error.code }
    return {
      paths: [],
      findings: [makeFinding('source-readable', { path, values })],
      folder: false,
    }
  }
}

const blocksSource = { what: 'source' } as const

function withFinding(path: string, all: readonly string[]): Source {
  const id = idOf(path)
  const same = all.find((other) => other !== path && foldId(idOf(other)) === foldId(id))
  const finding = reservedIds.has(foldId(id))
    ? makeFinding('source-id-usable', { path, values: { path, id }, blocks: blocksSource })
    : same === undefined
      ? null
      : makeFinding('source-ids-unique', {
          path,
          values: { path, other: same },
          blocks: blocksSource,
        })
  return { id, path, finding }
}

/** The notices that are meant by paths of files and folders; without any, those in the folder `sources`. Each once, in the order given. */
export async function findSources(host: Host, given: readonly string[]): Promise<FoundSources> {
  const wanted = (given.length === 0 ? [defaultFolder] : given).map((path) =>
    pathFromHere(host, path),
  )
  const found: Expansion[] = []
  for (const path of wanted) found.push(await expand(host, path))
  const paths = [...new Set(found.flatMap((each) => each.paths))]
  return {
    sources: paths.map((path) => withFinding(path, paths)),
    folder: wanted.find((_, index) => found[index]?.folder === true) ?? defaultFolder,
    findings: found.flatMap((each) => each.findings),
  }
}
