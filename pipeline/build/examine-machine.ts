import { loadTemplates } from '../compose/index.js'
import { HostError, type Host } from '../host/host.js'
import { faceRoles, type FaceRole, type Finding, type StyleSheet } from '../model/index.js'
import { fetchSettings, loadTemplateFiles } from '../settings/fetch.js'
import { readSettings } from '../settings/index.js'
import { wordFaces } from '../render/docx/word-faces.js'
import { findFaces } from '../typeset/faces/find-faces.js'
import type { Face } from '../typeset/faces/face.js'
import { facesLackingHere } from '../typeset/faces/machine-font-files.js'

/** What a face was asked for and what was found for it. */
export interface FaceReport {
  readonly role: FaceRole
  /** The name that Word and Excel files carry. */
  readonly wanted: string
  /** What PDFs are drawn with; null: nothing was found. */
  readonly found: {
    readonly family: string
    readonly path: string
    readonly licence: string
    /** What stands in for the wanted face; null for the face itself. */
    readonly standIn: string | null
    /** How many of the 6,763 characters of GB 2312 it lacks, and which of some rare ones in names. */
    readonly lacks: { readonly common: number; readonly rare: readonly string[] }
    /** The face that supplies what it lacks; null where none does, or nothing is lacking. */
    readonly next: string | null
  } | null
}

/** What fengong finds on a machine. */
export interface MachineReport {
  readonly version: string
  readonly node: { readonly version: string; readonly wanted: string; readonly fits: boolean }
  readonly faces: readonly FaceReport[]
  /** The faces that Word files name, and which of them are not on this machine. */
  readonly wordFaces: { readonly named: readonly string[]; readonly missing: readonly string[] }
  /** About faces and settings: a stand-in, an unreadable font file, the line that installs what is missing. */
  readonly findings: readonly Finding[]
  readonly folders: readonly {
    readonly what: 'output' | 'cache'
    readonly path: string
    /** The system’s code where it cannot be written: EACCES. */
    readonly refused: string | null
  }[]
  /** What LibreOffice says of itself; null where it is not installed. It is needed to measure pages alone. */
  readonly libreOffice: string | null
  readonly libraries: readonly { readonly name: string; readonly version: string | null }[]
}

/** Characters of names that are missing from many fonts. */
const rareInNames = Array.from('喆堃镕瑺䶮㛃𬍛𫖯𬤇𫓧')
const libraries = ['pdfmake', 'docx', 'exceljs', 'remark-parse', 'liquidjs', 'pdfjs-dist']

/** The characters of GB 2312, levels 1 and 2: rows 16 to 87 of its plane. */
function commonCharacters(): readonly string[] {
  const decoder = new TextDecoder('gb18030')
  const found: string[] = []
  for (let row = 0xb0; row <= 0xf7; row += 1) {
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) {
      const character = decoder.decode(new Uint8Array([row, cell]))
      if (/^\p{Script=Han}$/u.test(character)) found.push(character)
    }
  }
  return found
}

function reportFace(
  role: FaceRole,
  style: StyleSheet,
  faces: readonly Face[],
  common: readonly string[],
): FaceReport {
  const wanted = style.faces[role].word
  const [first, ...others] = faces
  if (first === undefined) return { role, wanted, found: null }
  const lacks = {
    common: common.filter((character) => !first.covers(character)).length,
    rare: rareInNames.filter((character) => !first.covers(character)),
  }
  const lacksSome = lacks.common > 0 || lacks.rare.length > 0
  const next = lacksSome
    ? others.find((face) => lacks.rare.some((each) => face.covers(each)))
    : null
  const { family, path, licence, standIn } = first
  return {
    role,
    wanted,
    found: { family, path, licence, standIn, lacks, next: next?.family ?? null },
  }
}

/** Writes a small file and removes it, and the folder if it was not there: the only way to know. */
async function refusalOf(host: Host, folder: string): Promise<string | null> {
  const path = `${folder.replace(/[\\/]$/u, '')}/.fengong-doctor`
  try {
    const isNew = (await host.kindOf(folder)) === null
    await host.replace(path, new Uint8Array())
    await host.remove(path)
    if (isNew) await host.remove(folder)
    return null
  } catch (error) {
    if (!(error instanceof HostError)) throw error
    return error.code
  }
}

async function describedVersion(host: Host, path: string | null): Promise<string | null> {
  const bytes = path === null ? null : await host.read(path)
  if (bytes === null) return null
  const { version } = JSON.parse(new TextDecoder().decode(bytes)) as { version?: string }
  return version ?? null
}

async function officeVersion(host: Host): Promise<string | null> {
  for (const program of ['soffice', 'libreoffice']) {
    const end = await host.run(program, ['--version'], { seconds: 30 })
    if (end?.code === 0) return end.output.trim().split('\n')[0] ?? ''
  }
  return null
}

async function examineFaces(host: Host, templatesFolder: string | null) {
  const root = host.packageFolder().replace(/[\\/]$/u, '')
  const files = await loadTemplateFiles(host, `${root}/templates`, templatesFolder)
  const { templates } = loadTemplates(files.files)
  const settings = readSettings(await fetchSettings(host, 'sources'))
  const pages = templates.products.filter((template) => template.type === 'page')
  const styleFor = (format: 'pdf' | 'docx'): StyleSheet | undefined =>
    pages.find((template) => template.formats.includes(format))?.style
  const style = styleFor('pdf')
  const wordStyle = styleFor('docx')
  const named = wordStyle === undefined ? [] : wordFaces(wordStyle)
  const word = { named, missing: await facesLackingHere(host, named) }
  if (style === undefined) return { faces: [], wordFaces: word, findings: settings.findings }
  const bundled = settings.office?.faces === 'bundled'
  const { faces, findings } = await findFaces(host, style, { bundled })
  const common = commonCharacters()
  return {
    faces: faceRoles.map((role) => reportFace(role, style, faces.roles[role], common)),
    wordFaces: word,
    findings: [...settings.findings, ...findings],
  }
}

/**
 * What there is on this machine and what is missing: Node, the faces that PDFs are drawn with, folders that must be writable, LibreOffice, the
 * libraries. Writes nothing that stays, but for faces that are built for the first time and kept in the cache folder.
 *
 * @param nodeVersion of the running Node: 20.20.2
 */
export async function examineMachine(
  host: Host,
  nodeVersion: string,
  options: { readonly output?: string; readonly templates?: string } = {},
): Promise<MachineReport> {
  const root = host.packageFolder().replace(/[\\/]$/u, '')
  const output = options.output ?? 'output'
  const [major = 0, minor = 0] = nodeVersion.replace(/^v/u, '').split('.').map(Number)
  const { faces, wordFaces: word, findings } = await examineFaces(host, options.templates ?? null)
  const folders = [
    { what: 'output', path: output },
    { what: 'cache', path: host.cacheFolder() },
  ] as const
  return {
    version: (await describedVersion(host, `${root}/package.json`)) ?? '',
    node: {
      version: nodeVersion,
      wanted: '20.19',
      fits: major > 20 || (major === 20 && minor >= 19),
    },
    faces,
    wordFaces: word,
    findings,
    folders: await Promise.all(
      folders.map(async (folder) => ({ ...folder, refused: await refusalOf(host, folder.path) })),
    ),
    libreOffice: await officeVersion(host),
    libraries: await Promise.all(
      libraries.map(async (name) => ({
        name,
        version: await describedVersion(host, host.resolvePackageFile(name, 'package.json')),
      })),
    ),
  }
}
