import { HostError, type Host } from '../../host/host.js'
import { makeFinding } from '../../messages/index.js'
import { sha256, type FaceRole, type Finding, type Sha256 } from '../../model/index.js'
import type { BundledFace } from './bundled-faces.js'
import { makeFace, type Face } from './face.js'

/** Part of the key of a built face: raised whenever the recipe that builds it changes. */
const recipe = 1

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

/** A face built before, if it is there whole: its name holds the hashes of its sources and of its own bytes. */
async function keptBefore(host: Host, folder: string, prefix: string): Promise<Built | null> {
  for (const { name } of (await host.list(folder)) ?? []) {
    if (!name.startsWith(prefix)) continue
    const path = `${folder}/${name}`
    const bytes = await host.read(path)
    if (bytes === null) continue
    const hash = sha256(bytes)
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

async function built(
  host: Host,
  bundled: BundledFace,
  build: NonNullable<BundledFace['build']>,
  sources: readonly Uint8Array[],
): Promise<Built> {
  const key = sha256(`${recipe} ${bundled.family} ${sources.map(sha256).join(' ')}`)
  const folder = `${host.cacheFolder()}/faces`
  const prefix = `${bundled.role}-${key.slice(0, digits)}-`
  const before = await keptBefore(host, folder, prefix)
  if (before !== null) return before
  const bytes = build(bundled.sliced ? await decompress(sources) : sources)
  const hash = sha256(bytes)
  const path = `${folder}/${prefix}${hash.slice(0, digits)}.ttf`
  return { path, bytes, hash, findings: await keep(host, path, bytes) }
}

/** A face from an installed package: as the package has it, or built and kept in the cache folder. Null where the package is missing. */
export async function loadBundledFace(host: Host, bundled: BundledFace): Promise<Loaded> {
  const { role, family, licence, standIn } = bundled
  const paths = await sourcesOf(host, bundled)
  const sources = paths === null ? null : await readAll(host, paths)
  const [path] = paths ?? []
  const [bytes] = sources ?? []
  if (sources === null || path === undefined || bytes === undefined)
    return { face: null, findings: [] }
  const made =
    bundled.build === null
      ? { path, bytes, hash: sha256(bytes), findings: [] }
      : await built(host, bundled, bundled.build, sources)
  const file = { role, path: made.path, sha256: made.hash, family, licence, standIn }
  return { face: makeFace(file, made.bytes), findings: made.findings }
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
export async function loadFontFile(host: Host, role: FaceRole, path: string): Promise<Loaded> {
  const bytes = await readFont(host, path)
  const refused = (): Loaded => ({
    face: null,
    findings: [makeFinding('face-file-is-a-font', { path, values: { path } })],
  })
  if (bytes === null) return refused()
  try {
    const file = { role, path, sha256: sha256(bytes), family: '', licence: '', standIn: null }
    const font = makeFace(file, bytes).font()
    const licence = font.getName('license', 'en') ?? font.copyright
    return { face: makeFace({ ...file, family: font.fullName, licence }, bytes), findings: [] }
  } catch {
    // fontkit throws an error of its own for each way in which a file is no font: the finding says what matters.
    return refused()
  }
}
