/*
 * Kills a real build at random moments, one edit of the notice before each, then builds once to the end: the output must be that of a
 * build from nothing, byte for byte. Needs dist/ (make build).
 *
 *     node test/soak/kill-loop.js [kills, 50] [seed, 1]
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import process from 'node:process'
import { clearTimeout, setTimeout } from 'node:timers'

const root = new URL('../..', import.meta.url).pathname
const sample = readFileSync(join(root, 'sources/guohan-2023-56.md'), 'utf8')
const kills = Number(process.argv[2] ?? 50)
let seed = Number(process.argv[3] ?? 1)

/** From 0 up to 1; the same sequence for the same seed (Numerical Recipes’ generator). */
function random() {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return seed / 2 ** 32
}

const folder = mkdtempSync(join(tmpdir(), 'fengong-kill-'))
mkdirSync(join(folder, 'sources'))

/** Rows 1 to 9 of the sample’s table, as they were last edited. */
const drafts = new Map()

/** Other words in one row of the notice, another row each time. */
function edit(number) {
  drafts.set(String((number % 9) + 1), number)
  const text = sample
    .split('\n')
    .map((line) => {
      const draft = drafts.get(/^\| (\d) \|/.exec(line)?.[1])
      return draft === undefined ? line : line.replace(/。(?= \|)/, `，第${draft}稿。`)
    })
    .join('\n')
  writeFileSync(join(folder, 'sources/guohan-2023-56.md'), text)
}

const script = `
  const { build } = await import(${JSON.stringify(new URL('../../dist/build.js', import.meta.url).href)})
  for await (const event of build({ output: process.argv[1] })) if (event.type === 'file-failed') process.exitCode = 1
`

/** Builds in a process of its own; killed after so many milliseconds. Says how long it took, and whether it was killed. */
function build(output, killAfter = null) {
  const began = Date.now()
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, output], {
    cwd: folder,
    stdio: 'inherit',
  })
  const timer = killAfter === null ? null : setTimeout(() => child.kill('SIGKILL'), killAfter)
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => {
      clearTimeout(timer ?? undefined)
      resolve({ milliseconds: Date.now() - began, killed: signal === 'SIGKILL', code })
    })
  })
}

function hashes(output) {
  const entries = readdirSync(join(folder, output), { recursive: true, withFileTypes: true })
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [
        relative(join(folder, output), path),
        createHash('sha256').update(readFileSync(path)).digest('hex'),
      ]),
  )
}

edit(0)
const { milliseconds } = await build('first')
let killed = 0
let builds = 0
// A build of one edited item is shorter than the first one: some end before they are killed, and do not count.
while (killed < kills && builds < 4 * kills) {
  builds += 1
  edit(builds)
  const end = await build('output', random() * milliseconds)
  if (end.killed) killed += 1
}
const last = await build('output')
await build('cold')
const [is, was] = [hashes('output'), hashes('cold')]
const different = [...new Set([...is.keys(), ...was.keys()])].filter(
  (path) => is.get(path) !== was.get(path),
)
const sound = last.code === 0 && killed === kills && is.size > 0 && different.length === 0
process.stdout.write(
  `${builds} builds, ${killed} killed; ${is.size} files, ${different.length} unlike a build from nothing\n`,
)
for (const path of different) process.stdout.write(`  ${path}\n`)
if (sound) rmSync(folder, { recursive: true, force: true })
process.exitCode = sound ? 0 : 1
