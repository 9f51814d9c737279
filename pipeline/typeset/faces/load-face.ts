import { HostError, type Host } from '../../host/host.js'
import { makeFinding } from '../../messages/index.js'
import { sha256, type FaceRole, type Finding, type Sha256 } from '../../model/index.js'
import type { BundledFace } from './bundled-faces.js'
import { makeFace, type Face } from './face.js'
import type { KnownHashes } from './known-hashes.js'

/** Part of the key of a built face: raised whenever the recipe that builds it changes. */
const recipe = 2

export interface Loaded {
  readonly face: Face | null
  readonly findings: readonly Finding[]
}

/** Paths of a font’s sources in a fixed order; null where the package is not installed. */
async function sourcesOf(host: Host, bundled: BundledFace): Promise<readonly string[] | null> {
  const first = host.resolvePackageFile(bundled.packageName, bundled.file)
  if (first === null) return null
  if (!bundled.sliced) return [first]
  const folder = first.slice(0, first.length - '0.woff2'.length)
  const entries = (await host.list(folder)) ?? []
  return entries
    .map(({ name }) => /^(\d+)\.woff2$/.exec(name)?.[1])
    .filter((name) => name !== undefined)
    .sort((a, b) => Number(a) - Number(b))
    .map((name) => `${folder}${name}.woff2`)
}

async function readAll(host: Host, paths: readonly string[]): Promise<Uint8Array[] | null> {
  const files = await Promise.all(paths.map((path) => host.read(path)))
  const found = files.filter((bytes) => bytes !== null)
  return found.length === paths.length ? found : null
}

async function decompress(slices: readonly Uint8Array[]): Promise<Uint8Array[]> {
  // Loaded when a face has to be built, which is once on a machine.
  const { default: wawoff2 } = await import('wawoff2')
  const fonts: Uint8Array[] = []
  // One after another: the decompressor is one piece of WebAssembly.
  for (const slice of slices) fonts.push(new Uint8Array(await wawoff2.decompress(slice)))
  return fonts
}

interface Built {
  readonly path: string
  readonly bytes: Uint8Array
  readonly hash: Sha256
  readonly findings: readonly Finding[]
}

const digits = 16

async function hashOf(hashes: KnownHashes, path: string, bytes: Uint8Array): Promise<Sha256> {
  return (await hashes.of('file', [path], () => Promise.resolve(sha256(bytes)))) ?? sha256(bytes)
}

/** A face built before, if it is there whole: its name holds the hashes of its sources and of its own bytes. */
async function keptBefore(
  host: Host,
  hashes: KnownHashes,
  folder: string,
  prefix: string,
): Promise<Built | null> {
  for (const { name } of (await host.list(folder)) ?? []) {
    if (!name.startsWith(prefix)) continue
    const path = `${folder}/${name}`
    const bytes = await host.read(path)
    if (bytes === null) continue
    const hash = await hashOf(hashes, path, bytes)
    if (name === `${prefix}${hash.slice(0, digits)}.ttf`) return { path, bytes, hash, findings: [] }
  }
  return null
}

/** Keeps a built face for the next run. A folder that cannot be written costs time alone: it is told, and the run goes on. */
async function keep(host: Host, path: string, bytes: Uint8Array): Promise<Finding[]> {
  try {
    await host.replace(path, bytes)
    return []
  } catch (cause) {
    if (!(cause instanceof HostError)) throw cause
    return [makeFinding('face-kept-for-next-run', { values: { path, code: cause.code } })]
  }
}

/** The hash over the sources of a built face, which are read where they are not known; null where one is gone. */
async function sourcesHash(
  host: Host,
  hashes: KnownHashes,
  paths: readonly string[],
): Promise<Sha256 | null> {
  return hashes.of('sources', paths, async () => {
    const sources = await readAll(host, paths)
    return sources === null ? null : sha256(sources.map(sha256).join(' '))
  })
}

async function built(
  host: Host,
  hashes: KnownHashes,
  bundled: BundledFace,
  build: NonNullable<BundledFace['build']>,
  paths: readonly string[],
): Promise<Built | null> {
  const ofSources = await sourcesHash(host, hashes, paths)
  if (ofSources === null) return null
  const key = sha256(`${recipe} ${bundled.family} ${ofSources}`)
  const folder = `${host.cacheFolder()}/faces`
  const prefix = `${bundled.role}-${key.slice(0, digits)}-`
  const before = await keptBefore(host, hashes, folder, prefix)
  if (before !== null) return before
  const sources = await readAll(host, paths)
  if (sources === null) return null
  const bytes = build(bundled.sliced ? await decompress(sources) : sources)
  const hash = sha256(bytes)
  const path = `${folder}/${prefix}${hash.slice(0, digits)}.ttf`
  return { path, bytes, hash, findings: await keep(host, path, bytes) }
}

/** Whether no table reaches beyond the end, as in a file that was cut off. */
function isWhole(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tables = Array.from({ length: view.getUint16(4) }, (_, index) => 12 + index * 16)
  return tables.every((at) => view.getUint32(at + 8) + view.getUint32(at + 12) <= bytes.length)
}

/** A font as its package has it, or built from that; null where a file of it is gone. Throws for what is no font. */
async function madeFrom(
  host: Host,
  hashes: KnownHashes,
  bundled: BundledFace,
  paths: readonly string[],
): Promise<Built | null> {
  if (bundled.build !== null) return built(host, hashes, bundled, bundled.build, paths)
  const [path] = paths
  const bytes = path === undefined ? null : await host.read(path)
  if (path === undefined || bytes === null) return null
  if (!isWhole(bytes)) throw new Error(`${path} is cut off`)
  return { path, bytes, hash: await hashOf(hashes, path, bytes), findings: [] }
}

/**
 * A face from an installed package: as the package has it, or built and kept in the cache folder. Null where the package is missing, and, with a finding,
 * where it is damaged.
 */
export async function loadBundledFace(
  host: Host,
  hashes: KnownHashes,
  bundled: BundledFace,
): Promise<Loaded> {
  const { role, family, licence, standIn } = bundled
  const paths = await sourcesOf(host, bundled)
  const [path] = paths ?? []
  if (paths === null || path === undefined) return { face: null, findings: [] }
  try {
    const made = await madeFrom(host, hashes, bundled, paths)
    if (made === null) return { face: null, findings: [] }
    const file = { role, path: made.path, sha256: made.hash, family, licence, standIn }
    return { face: makeFace(file, made.bytes), findings: made.findings }
  } catch (cause) {
    // A half-installed package: the decompressor and our reader throw errors of their own.
    if (cause instanceof HostError) throw cause
    return {
      face: null,
      findings: [makeFinding('face-file-is-a-font', { path, values: { path } })],
    }
  }
}

/** Bytes of a file; null where there is none, or the system keeps it back. */
async function readFont(host: Host, path: string): Promise<Uint8Array | null> {
  try {
    return await host.read(path)
  } catch (cause) {
    if (cause instanceof HostError) return null
    throw cause
  }
}

/** A font file that a person or the machine has, by its path; a finding where it cannot be read as a font. */
export async function loadFontFile(
  host: Host,
  hashes: KnownHashes,
  role: FaceRole,
  path: string,
): Promise<Loaded> {
  const bytes = await readFont(host, path)
  const refused = (): Loaded => ({
    face: null,
    findings: [makeFinding('face-file-is-a-font', { path, values: { path } })],
  })
  if (bytes === null) return refused()
  try {
    const hash = await hashOf(hashes, path, bytes)
    const file = { role, path, sha256: hash, family: '', licence: '', standIn: null }
    const font = makeFace(file, bytes).font()
    const licence = font.getName('license', 'en') ?? font.copyright
    return { face: makeFace({ ...file, family: font.fullName, licence }, bytes), findings: [] }
  } catch {
    // fontkit throws an error of its own for each way in which a file is no font: the finding says what matters.
    return refused()
  }
}
