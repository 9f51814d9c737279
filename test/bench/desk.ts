import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'

import { mainFile } from './compiled.js'
import { runProcess, type ProcessRun } from './run-process.js'
import { stageShares, type Shares } from './stage-shares.js'

export interface BuildRun extends ProcessRun {
  readonly shares: Shares
}

/** A place to work at: empty offices in a temporary folder, and the command line as a whole process. */
export interface Desk {
  /** A new office with these files. */
  readonly office: (files: Readonly<Record<string, string | Uint8Array>>) => string
  /** `fengong …` in an office. */
  readonly fengong: (office: string, args: readonly string[]) => Promise<ProcessRun>
  /** `fengong build …` with its peak memory and the shares of its stages. */
  readonly build: (office: string, args?: readonly string[]) => Promise<BuildRun>
  /** What processes of this desk are told by their environment. */
  readonly variables: Readonly<Record<string, string>>
  readonly remove: (office: string, path: string) => void
  readonly write: (office: string, path: string, content: string | Uint8Array) => void
  readonly close: () => void
}

/** Opens a desk. Faces are built once, into a cache of its own: no figure is about the first PDF on a machine. */
export function openDesk(): Desk {
  const folder = mkdtempSync(join(tmpdir(), 'fengong-bench-'))
  const variables = { FENGONG_CACHE: join(folder, 'cache') }
  let offices = 0
  const write: Desk['write'] = (office, path, content) => {
    mkdirSync(dirname(join(office, path)), { recursive: true })
    writeFileSync(join(office, path), content)
  }
  const fengong: Desk['fengong'] = (office, args) =>
    runProcess(process.execPath, [mainFile, ...args], { folder: office, variables })
  return {
    office: (files) => {
      offices += 1
      const office = join(folder, String(offices))
      mkdirSync(office)
      for (const [path, content] of Object.entries(files)) write(office, path, content)
      return office
    },
    fengong,
    variables,
    build: async (office, args = []) => {
      const timings = join(office, '.trace.json')
      const run = await runProcess(
        process.execPath,
        [mainFile, 'build', '--timings', timings, ...args],
        { folder: office, variables, memory: true, expected: [0, 1] },
      )
      return { ...run, shares: stageShares(timings, run.milliseconds) }
    },
    remove: (office, path) => {
      rmSync(join(office, path), { recursive: true, force: true })
    },
    write,
    close: () => {
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
