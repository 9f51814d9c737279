import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { ProgramEnd } from './host.js'

const outputLimit = 1_000_000

/** Runs a program without a shell and waits for its end; null where the machine has none of this name. */
export function runProgram(
  program: string,
  args: readonly string[],
  { seconds }: { readonly seconds: number },
): Promise<ProgramEnd | null> {
  return new Promise((resolve) => {
    const options = {
      timeout: seconds * 1000,
      killSignal: 'SIGKILL',
      maxBuffer: outputLimit,
    } as const
    execFile(program, args, options, (error, stdout, stderr) => {
      const output = stdout + stderr
      const absent = error?.code === 'ENOENT' || error?.code === 'EACCES'
      if (error === null) resolve({ code: 0, output })
      else if (absent) resolve(null)
      else resolve({ code: typeof error.code === 'number' ? error.code : null, output })
    })
  })
}

/** Hands a new folder of the machine’s temporary ones to `use` and removes it with all in it afterwards. */
export async function withScratchFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'fengong-'))
  try {
    return await use(folder)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}
