import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'

import { mainFile } from '../bench/compiled.js'

/** What happens to a file that is about to be put in place: held until the gate is opened, or refused with a code of the system’s. */
export interface GateRule {
  readonly operation: 'rename'
  /** Of the path. */
  readonly ending: string
  readonly code: 'EBUSY' | 'EPERM' | 'ENOSPC' | null
}

export interface ProcessEnd {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly said: string
}

/** The command line as a whole process in a folder, with a gate before what it writes. */
export interface GatedProcess {
  readonly child: ChildProcess
  readonly end: Promise<ProcessEnd>
  /** Until a call is held. */
  readonly held: () => Promise<void>
  readonly open: () => void
}

const gateModule = new URL('./gate.js', import.meta.url).href

/** Begins `fengong …` in a folder; `rules` say what its gate does. */
export function beginGated(
  folder: string,
  args: readonly string[],
  rules: readonly GateRule[] = [],
): GatedProcess {
  const gate = join(folder, 'gate.json')
  for (const name of [`${gate}.open`, `${gate}.held`]) rmSync(name, { force: true })
  writeFileSync(gate, JSON.stringify(rules))
  const child = spawn(
    process.execPath,
    ['--import', gateModule, mainFile, ...args, '--lang', 'en'],
    { cwd: folder, env: { ...process.env, NO_COLOR: '1', GATE: gate } },
  )
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  const end = new Promise<ProcessEnd>((resolve) => {
    child.once('close', (code, signal) => {
      resolve({ code, signal, said })
    })
  })
  return {
    child,
    end,
    held: async () => {
      while (!existsSync(`${gate}.held`)) {
        if (child.exitCode !== null) throw new Error(`it ended before it was held: ${said}`)
        await wait(10)
      }
    },
    open: () => {
      writeFileSync(`${gate}.open`, '')
    },
  }
}
