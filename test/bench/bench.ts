/*
 * Runs the benchmarks and prints a table; writes output/bench.json. Figures are ratios taken in one run, medians of three. Needs dist/.
 *
 *     node --import ./test/run-typescript.js test/bench/bench.ts [NAME…]
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import process from 'node:process'

import type { Benchmark, Figure } from './benchmark.js'
import { items } from './benchmarks/items.js'
import { jobs, manyNotices } from './benchmarks/notices.js'
import { watching } from './benchmarks/watch.js'
import { ledgers } from './benchmarks/ledgers.js'
import { oneEdit } from './benchmarks/one-edit.js'
import { parseSpeed } from './benchmarks/parse-speed.js'
import { pdf } from './benchmarks/pdf.js'
import { plainScript } from './benchmarks/plain-script.js'
import { startUp } from './benchmarks/start-up.js'
import { openDesk } from './desk.js'
import { formatTable } from './format-table.js'
import { describeShares } from './stage-shares.js'

const benchmarks: readonly Benchmark[] = [
  startUp,
  oneEdit,
  parseSpeed,
  plainScript,
  pdf,
  items,
  jobs,
  watching,
  manyNotices,
  ledgers,
]

function verdictOf({ measured, mustReach, wanted }: Figure): string {
  if (measured === null) return 'skipped'
  if (measured > mustReach) return 'no'
  return wanted !== null && measured <= wanted ? 'yes, as wanted' : 'yes'
}

function rowOf(figure: Figure): readonly string[] {
  const { measured, mustReach, wanted, note } = figure
  return [
    figure.figure,
    measured === null ? '-' : measured.toFixed(2),
    `≤ ${String(mustReach)}${wanted === null ? '' : ` (≤ ${String(wanted)})`}`,
    verdictOf(figure),
    note,
  ]
}

function print(figures: readonly Figure[]): void {
  const rows = formatTable([['figure', 'measured', 'must reach', 'met', ''], ...figures.map(rowOf)])
  const shares = figures.flatMap(({ figure, shares }) =>
    shares === null ? [] : [`${figure}:\n    ${describeShares(shares)}`],
  )
  process.stdout.write(`${[...rows, '', 'where the time goes', ...shares].join('\n')}\n`)
}

/** A benchmark that cannot be run is a line of the table, and the others go on. */
async function tryOut(
  name: string,
  run: () => Promise<readonly Figure[]>,
): Promise<readonly Figure[]> {
  try {
    return await run()
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
    const none = { measured: null, mustReach: 0, wanted: null, shares: null }
    return [{ figure: name, ...none, note: 'failed: see above' }]
  }
}

function keep(figures: readonly Figure[]): void {
  mkdirSync('output', { recursive: true })
  const machine = { node: process.version, platform: process.platform, arch: process.arch }
  writeFileSync('output/bench.json', `${JSON.stringify({ machine, figures }, null, 2)}\n`)
}

async function main(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !benchmarks.some((each) => each.name === name))
  if (unknown.length > 0) {
    const known = benchmarks.map(({ name }) => name).join(', ')
    process.stderr.write(`No benchmark is called ${unknown.join(', ')}; there are ${known}\n`)
    process.exitCode = 2
    return
  }
  const desk = openDesk()
  const figures: Figure[] = []
  try {
    for (const { name, run } of benchmarks) {
      if (names.length > 0 && !names.includes(name)) continue
      process.stderr.write(`${name} …\n`)
      const found = await tryOut(name, () => run(desk))
      figures.push(...found)
      // As it comes, too: whoever stops a long run has what was measured.
      for (const figure of found) process.stderr.write(`  ${rowOf(figure).join('  ')}\n`)
      keep(figures)
    }
  } finally {
    desk.close()
  }
  print(figures)
}

await main(process.argv.slice(2))
