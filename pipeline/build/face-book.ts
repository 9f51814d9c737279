import type { Host } from '../host/host.js'
import { makeFinding } from '../messages/index.js'
import type { Finding, Job, Sha256, StyleSheet } from '../model/index.js'
import type { FaceSet } from '../typeset/faces/face.js'
import type { FoundFaces } from './memory.js'

/** The faces of one run, found when they are first asked for and shared by all files. */
export interface FaceBook {
  /** The faces that a PDF job is drawn with. */
  readonly facesFor: (job: Job) => Promise<FaceSet>
  /** Begins to read the faces of styles, beside what the build does meanwhile: `find` waits for what is left of it. */
  readonly begin: (styles: readonly StyleSheet[]) => void
  /** The font files behind a job’s faces, each once, in a fixed order; empty for a job whose file holds no fonts. Call `find` first. */
  readonly assetsOf: (job: Job) => readonly { readonly path: string; readonly sha256: Sha256 }[]
  /** Why a PDF cannot be drawn: the faces that its style asks for and that are nowhere, with the line that installs them. */
  readonly lackOf: (job: Job, path: string) => Finding | null
  /** Finds the faces of all jobs; what there is to say of them, once a run: of those that PDFs hold and of those that Word files name. What is lacking is said of each PDF. */
  readonly find: (jobs: readonly Job[]) => Promise<readonly Finding[]>
}

function styleOf(job: Job): StyleSheet | null {
  if (job.format !== 'pdf') return null
  const flow = job.layout.type === 'packet' ? job.layout.flow : job.layout
  return flow.type === 'flow' ? flow.style : null
}

function wordStyleOf({ format, layout }: Job): StyleSheet | null {
  return format === 'docx' && layout.type === 'flow' ? layout.style : null
}

/** What there is to say of the faces that Word files name, and of the reference document that they take their styles from. */
async function wordFindings(host: Host, style: StyleSheet): Promise<readonly Finding[]> {
  const { referenceFindings, wordFaces } = await import('../render/docx/word-faces.js')
  const { facesLackingHere } = await import('../typeset/faces/machine-font-files.js')
  const faces = wordFaces(style)
  const missing = await facesLackingHere(host, faces)
  const told =
    missing.length === 0
      ? makeFinding('word-faces-named', { values: { faces: [...faces] } })
      : makeFinding('word-faces-on-this-machine', {
          values: { faces: [...faces], missing: [...missing] },
        })
  return [...referenceFindings(style), told]
}

function filesOf(faces: FaceSet) {
  const files = Object.values(faces.roles).flatMap((list) =>
    list.map(({ role, path, sha256: hash }) => ({ role, path, sha256: hash })),
  )
  return [...new Map(files.map((file) => [`${file.role} ${file.sha256}`, file])).values()]
}

const lacks = (finding: Finding) => finding.rule === 'face-installed'

/** One finding for a file instead of one for each face: `npm install` takes all packages at once. */
function lackFinding(path: string, findings: readonly Finding[]): Finding | null {
  const missing = findings.filter(lacks)
  if (missing.length === 0) return null
  const packages = missing.flatMap(({ values }) => String(values.install).split(' ').slice(2))
  const values = {
    path,
    faces: missing.map(({ values: { face } }) => String(face)),
    install: `npm install ${[...new Set(packages)].join(' ')}`,
  }
  return makeFinding('faces-installed', { values, path, blocks: { what: 'file', path } })
}

const keyOf = (style: StyleSheet) => JSON.stringify(style.faces)

/** Finds the faces of a style, once for all styles that name the same. */
function finderOf(
  host: Host,
  bundled: boolean,
  found: Map<string, FoundFaces>,
): (style: StyleSheet) => Promise<FoundFaces> {
  const looking = new Map<string, Promise<FoundFaces>>()
  const look = async (style: StyleSheet) => {
    const { findFaces } = await import('../typeset/faces/find-faces.js')
    const now = await findFaces(host, style, { bundled })
    found.set(keyOf(style), now)
    return now
  }
  return async (style) => {
    const key = keyOf(style)
    const before = found.get(key) ?? looking.get(key)
    if (before !== undefined) return before
    const now = look(style)
    looking.set(key, now)
    return now
  }
}

/** Opens the book. `bundled`: the machine’s own fonts are left out. `found`: what an earlier build found where the fonts are what they were. */
export function openFaceBook(
  host: Host,
  bundled: boolean,
  found = new Map<string, FoundFaces>(),
): FaceBook {
  const asked = new Set<string>()
  const find = finderOf(host, bundled, found)
  return {
    begin: (styles) => {
      // What fails is told to whoever asks for the faces.
      for (const style of styles) find(style).catch(() => undefined)
    },
    facesFor: async (job) => {
      const style = styleOf(job)
      if (style === null) throw new Error(`${job.path} needs no faces`)
      return (await find(style)).faces
    },
    assetsOf: (job) => {
      const style = styleOf(job)
      const known = style === null ? undefined : found.get(keyOf(style))
      return known === undefined ? [] : filesOf(known.faces)
    },
    lackOf: (job, path) => {
      const style = styleOf(job)
      const known = style === null ? undefined : found.get(keyOf(style))
      return known === undefined ? null : lackFinding(path, known.findings)
    },
    find: async (jobs) => {
      const said = new Map<string, Finding>()
      for (const style of jobs.map(styleOf).filter((each) => each !== null)) {
        if (asked.has(keyOf(style))) continue
        asked.add(keyOf(style))
        for (const finding of (await find(style)).findings) {
          if (!lacks(finding)) said.set(JSON.stringify(finding), finding)
        }
      }
      for (const style of jobs.map(wordStyleOf).filter((each) => each !== null)) {
        const key = `word ${keyOf(style)} ${style.reference ?? ''}`
        if (asked.has(key)) continue
        asked.add(key)
        for (const finding of await wordFindings(host, style))
          said.set(JSON.stringify(finding), finding)
      }
      return [...said.values()]
    },
  }
}
