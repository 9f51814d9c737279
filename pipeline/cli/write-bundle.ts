import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown, type OutputChunk } from 'rolldown'

/*
 * Part of compiling: puts the command, the threads that it begins and the libraries that they use into few files. A build loads nearly two
 * thousand modules; one by one, finding and opening them takes longer than reading and composing a notice. Whoever imports the package
 * gets the modules as they were compiled.
 *
 * All files lie in dist/cli, as deep below the package as the compiled modules: what they find by a path of their own, they find from there too.
 */

const dist = fileURLToPath(new URL('../', import.meta.url))
const folder = join(dist, 'cli')
const entries = {
  main: 'cli/main.js',
  'render-in-thread': 'build/render-in-thread.js',
  'read-in-thread': 'build/read-in-thread.js',
  'node-work-thread': 'host/node-work-thread.js',
}

/** What stays where it was installed: what opens files beside itself, what is used once in a while, and a part of a reader for zip that nothing here asks for. */
const external = [
  'chokidar',
  'pdfjs-dist/legacy/build/pdf.mjs',
  'piscina',
  'wawoff2',
  'write-file-atomic',
  '@aws-sdk/client-s3',
]

/** The folder of the package that a module came from; null for our own. */
function packageFolderOf(module: string): string | null {
  const [path] = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(module) ?? []
  return path ?? null
}

/** Names the package and gives its licence in full, as the licences ask of whoever hands a copy on. */
function licenceOf(packageFolder: string): string {
  const description = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as {
    readonly name: string
    readonly version: string
    readonly license?: string
  }
  const texts = readdirSync(packageFolder)
    .filter((name) => /^(?:licen[cs]e|notice)/i.test(name))
    .sort()
    .map((name) => readFileSync(join(packageFolder, name), 'utf8').trim())
  const head = `${description.name} ${description.version} (${description.license ?? 'see below'})`
  return [head, '-'.repeat(head.length), ...texts].join('\n')
}

function licencesOf(chunks: readonly OutputChunk[]): string {
  const folders = chunks.flatMap(({ moduleIds }) => moduleIds).map(packageFolderOf)
  const packages = [...new Set(folders.filter((each) => each !== null))].filter(existsSync)
  return `The files in this folder hold code of these packages.\n\n${packages
    .sort()
    .map((each) => licenceOf(each))
    .join('\n\n\n')}\n`
}

for (const name of readdirSync(folder).filter((each) => each.startsWith('chunk-')))
  rmSync(join(folder, name))
const bundle = await rolldown({
  input: Object.fromEntries(
    Object.entries(entries).map(([name, path]) => [name, join(dist, path)]),
  ),
  platform: 'node',
  external,
  // The same in both its forms: one copy of it, for us and for pdfkit.
  resolve: { alias: { fontkit: fileURLToPath(import.meta.resolve('fontkit')) } },
  cwd: dirname(dist),
  // Libraries of others use eval where a browser has no other way.
  checks: { eval: false },
})
const { output } = await bundle.write({
  dir: folder,
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: 'chunk-[name]-[hash].js',
  // Names stay, for whoever reads a stack trace; space and comments are what a computer reads for nothing.
  minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
})
await bundle.close()
writeFileSync(
  join(folder, 'LICENSES.txt'),
  licencesOf(output.filter((file) => file.type === 'chunk')),
)
