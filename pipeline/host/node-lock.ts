import { open, readFile, stat, unlink } from 'node:fs/promises'
import { readFileSync } from 'node:fs'
import { hostname, uptime } from 'node:os'

import type { Release } from './host.js'

/** Who holds a lock, as it stands in the lock file: enough to tell a dead holder from one that has only got its number. */
interface Holder {
  readonly host: string
  readonly pid: number
  /** Linux: the kernel’s start time of the process and the boot it belongs to; elsewhere null. */
  readonly start: string | null
  /** Milliseconds since 1970: when the lock was taken. */
  readonly since: number
}

/** A lock file without a readable holder is one that is just being written, unless it is older than this. */
const unreadableAfter = 10_000

/** `boot id:start in ticks since boot` of a process; null where /proc does not tell. The name may hold spaces and brackets, so it is counted from its end. */
function processStart(pid: number): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const ticks = status.slice(status.lastIndexOf(')') + 2).split(' ')[19]
    return ticks === undefined ? null : `${boot}:${ticks}`
  } catch {
    return null
  }
}

function isHolder(value: unknown): value is Holder {
  const holder = value as Partial<Holder> | null
  return (
    typeof holder === 'object' &&
    typeof holder?.host === 'string' &&
    typeof holder.pid === 'number' &&
    typeof holder.since === 'number'
  )
}

async function readHolder(path: string): Promise<Holder | 'absent' | 'unreadable'> {
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'))
    return isHolder(value) ? value : 'unreadable'
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'absent' : 'unreadable'
  }
}

function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Whether the holder still runs. One on another machine cannot be asked and counts as alive. */
function isAlive(holder: Holder): boolean {
  if (holder.host !== hostname()) return true
  if (!processExists(holder.pid)) return false
  const start = processStart(holder.pid)
  if (start !== null && holder.start != null) return start === holder.start
  // Without /proc: a lock from before the machine started has no holder, whoever has its number now.
  return holder.since > Date.now() - uptime() * 1000
}

async function isAbandoned(path: string): Promise<boolean> {
  const holder = await readHolder(path)
  if (holder === 'absent') return true
  if (holder !== 'unreadable') return !isAlive(holder)
  const found = await stat(path).catch(() => null)
  return found === null || Date.now() - found.mtimeMs > unreadableAfter
}

async function create(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx')
    const holder: Holder = {
      host: hostname(),
      pid: process.pid,
      start: processStart(process.pid),
      since: Date.now(),
    }
    await file.writeFile(`${JSON.stringify(holder)}\n`)
    await file.close()
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

const leave = (path: string) => unlink(path).catch(() => undefined)

/**
 * Takes an abandoned lock over. A second lock file lets one process alone do so: of two that saw the dead holder, the slower one would
 * otherwise remove the quicker one’s new lock. The look at the holder is repeated once the way is free.
 */
async function takeOver(path: string): Promise<boolean> {
  const guard = `${path}.takeover`
  if (!(await create(guard))) {
    // Its holder was killed between two system calls: out of the way with it, the next who asks will be served.
    if (await isAbandoned(guard)) await leave(guard)
    return false
  }
  try {
    if (!(await isAbandoned(path))) return false
    await leave(path)
    return await create(path)
  } finally {
    await leave(guard)
  }
}

/** Takes the lock file at `path`, whose folder exists; at once also where its holder is dead. Null where someone holds it. */
export async function takeLock(path: string): Promise<Release | null> {
  const taken = (await create(path)) || ((await isAbandoned(path)) && (await takeOver(path)))
  if (!taken) return null
  let held = true
  return async () => {
    if (!held) return
    held = false
    await leave(path)
  }
}
