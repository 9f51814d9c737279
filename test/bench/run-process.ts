import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

export interface ProcessRun {
  readonly milliseconds: number
  /** Most memory that it held at once, in bytes; 0 where it was not asked for. */
  readonly peak: number
  readonly stdout: string
  readonly stderr: string
}

export interface ProcessOptions {
  readonly folder: string
  readonly variables?: Readonly<Record<string, string>>
  /** Node tells its peak memory when it ends. */
  readonly memory?: boolean
  /** Exit statuses that are no failure. */
  readonly expected?: readonly number[]
}

/** Characters of what a failed process said that are shown. */
const mostSaid = 2000

const teller = new URL('tell-memory.js', import.meta.url).href

/**
 * Runs a command to its end and takes the time of the whole process, from outside.
 *
 * @throws where it ends with another status than was expected: a benchmark of a failure says nothing
 */
export async function runProcess(
  command: string,
  args: readonly string[],
  { folder, variables = {}, memory = false, expected = [0] }: ProcessOptions,
): Promise<ProcessRun> {
  const told = join(folder, '.peak')
  const began = performance.now()
  const child = spawn(command, memory ? ['--import', teller, ...args] : args, {
    cwd: folder,
    env: { ...process.env, ...variables, ...(memory ? { PEAK_FILE: told } : {}) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  const milliseconds = performance.now() - began
  if (code === null || !expected.includes(code)) {
    const said = stderr.slice(-mostSaid)
    throw new Error(`${command} ${args.join(' ')} ended with ${String(code)}\n${said}`)
  }
  const peak = memory && existsSync(told) ? Number(readFileSync(told, 'utf8')) : 0
  rmSync(told, { force: true })
  return { milliseconds, peak, stdout, stderr }
}
