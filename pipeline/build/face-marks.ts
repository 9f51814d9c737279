import type { Host } from '../host/host.js'
import { sha256, type Sha256 } from '../model/hash.js'
import type { StyleSheet, TemplateFile } from '../model/index.js'
import { bundledPackages } from '../typeset/faces/bundled-packages.js'
import { machineFontFiles } from '../typeset/faces/machine-font-files.js'

/** Whether a style may name a font file of the office’s own. Cautious: an ending in a comment is enough. */
export function namesFonts(files: readonly TemplateFile[]): boolean {
  return files.some(
    ({ name, text }) => name.startsWith('styles/') && /\.(ttf|otf|ttc|woff2?)\b/i.test(text),
  )
}

async function markFiles(host: Host, styles: readonly StyleSheet[]): Promise<readonly Sha256[]> {
  const machine = [...(await machineFontFiles(host)).values()].flat()
  const named = styles.flatMap((style) => Object.values(style.faces).map((face) => face.file))
  const paths = [...new Set([...machine, ...named.filter((file) => file !== null)])]
  const bytes = await Promise.all(paths.map((path) => host.read(path)))
  return bytes.map((each) => sha256(each ?? ''))
}

async function markPackages(host: Host): Promise<readonly Sha256[]> {
  const descriptions = Object.values(bundledPackages).map(async (name) => {
    const path = host.resolvePackageFile(name, 'package.json')
    return sha256((path === null ? null : await host.read(path)) ?? name)
  })
  return Promise.all(descriptions)
}

/**
 * Hashes by which a change of the fonts shows, for the document key, without reading the big ones: an installed package by its description (a
 * version of a package never changes), the machine’s own files and those that a style names by their bytes.
 */
export async function faceMarks(
  host: Host,
  styles: readonly StyleSheet[],
): Promise<readonly Sha256[]> {
  return [...(await markFiles(host, styles)), ...(await markPackages(host))]
}
