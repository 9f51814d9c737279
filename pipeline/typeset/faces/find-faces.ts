import type { Host } from '../../host/host.js'
import { makeFinding } from '../../messages/index.js'
import { faceRoles, type FaceRole, type Finding, type StyleSheet } from '../../model/index.js'
import { bundledFaces } from './bundled-faces.js'
import type { Face, FaceSet } from './face.js'
import { openKnownHashes, type KnownHashes } from './known-hashes.js'
import { loadBundledFace, loadFontFile, type Loaded } from './load-face.js'
import { machineFontFiles } from './machine-font-files.js'

interface FaceOptions {
  /** Leaves the machine’s own fonts out, so that every machine makes the same bytes. */
  readonly bundled?: boolean
}

interface FoundFaces {
  readonly faces: FaceSet
  readonly findings: readonly Finding[]
}

/** The line that installs what a role lacks, its version pinned. */
function installLine(role: FaceRole): string {
  const packages = bundledFaces
    .filter((bundled) => bundled.role === role)
    .map(({ packageName, version }) => `${packageName}@${version}`)
  return `npm install ${packages.join(' ')}`
}

function missingFace(style: StyleSheet, role: FaceRole): Finding {
  const values = { face: style.faces[role].word, install: installLine(role) }
  return makeFinding('face-installed', { values })
}

/** What stands in for what, in one finding: 仿宋_GB2312 → Fengong Fang. */
function standInFindings(style: StyleSheet, firsts: readonly Face[]): Finding[] {
  const faces = firsts
    .filter(({ standIn }) => standIn !== null)
    .map(({ role, standIn }) => `${style.faces[role].word} → ${standIn ?? ''}`)
  return faces.length === 0 ? [] : [makeFinding('face-is-the-one-named', { values: { faces } })]
}

async function loadRole(
  host: Host,
  hashes: KnownHashes,
  style: StyleSheet,
  role: FaceRole,
  machine: readonly string[],
): Promise<readonly Loaded[]> {
  const { file } = style.faces[role]
  const loaded: Loaded[] = []
  for (const path of [...(file === null ? [] : [file]), ...machine])
    loaded.push(await loadFontFile(host, hashes, role, path))
  for (const bundled of bundledFaces)
    if (bundled.role === role) loaded.push(await loadBundledFace(host, hashes, bundled))
  return loaded
}

/**
 * Finds the faces that a style asks for, in this order: the file that the style names, the machine’s own fonts, the open ones that
 * are installed with the project. Call it once a run and hand the set on: parsed fonts are shared between files.
 *
 * A role without a face is an error finding with the install line; it blocks the PDFs that need the role and nothing else.
 */
export async function findFaces(
  host: Host,
  style: StyleSheet,
  options: FaceOptions = {},
): Promise<FoundFaces> {
  const machine =
    options.bundled === true ? new Map<FaceRole, string[]>() : await machineFontFiles(host)
  const roles: Partial<Record<FaceRole, readonly Face[]>> = {}
  const byId = new Map<string, Face>()
  const missing = new Map<FaceRole, Finding>()
  const findings: Finding[] = []
  const firsts: Face[] = []
  const hashes = await openKnownHashes(host)
  const all = await Promise.all(
    faceRoles.map((role) => loadRole(host, hashes, style, role, machine.get(role) ?? [])),
  )
  await hashes.save()
  for (const [index, role] of faceRoles.entries()) {
    const loaded = all[index] ?? []
    const faces = loaded.map(({ face }) => face).filter((face) => face !== null)
    roles[role] = faces
    for (const face of faces) byId.set(face.id, face)
    findings.push(...loaded.flatMap((each) => each.findings))
    const [first] = faces
    if (first === undefined) missing.set(role, missingFace(style, role))
    else firsts.push(first)
  }
  findings.push(...standInFindings(style, firsts), ...missing.values())
  return { faces: { roles: roles as Record<FaceRole, readonly Face[]>, byId, missing }, findings }
}
