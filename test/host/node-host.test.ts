import { spawn } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { HostError } from '../../pipeline/host/host.js'
import { nodeHost } from '../../pipeline/host/node-host.js'

const host = nodeHost()
const bytes = (text: string) => new TextEncoder().encode(text)
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fengong-host-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const codeOf = async (call: Promise<unknown>) => {
  const error: unknown = await call.then(
    () => null,
    (cause: unknown) => cause,
  )
  return error instanceof HostError ? `${error.operation} ${error.code}` : error
}

describe('nodeHost', () => {
  it('answers null for what is absent, under a file too', async () => {
    await writeFile(join(folder, 'a'), 'x')
    expect(await host.read(join(folder, 'none'))).toBeNull()
    expect(await host.read(join(folder, 'a', 'b'))).toBeNull()
    expect(await host.list(join(folder, 'none'))).toBeNull()
    expect(await host.kindOf(join(folder, 'none'))).toBeNull()
  })

  it('names the call, the path and the code where the system refuses', async () => {
    expect(await codeOf(host.read(folder))).toBe('read EISDIR')
    expect(await codeOf(host.remove(join(folder, 'none')))).toBe('remove ENOENT')
    expect(await codeOf(host.replace(join(folder, 'a', 'b'), bytes('x')))).toBe('replace ENOTDIR')
  })

  it('lists a folder by code points, and does not follow links', async () => {
    const inside = join(folder, 'list')
    await mkdir(join(inside, 'b'), { recursive: true })
    for (const name of ['\u{20bb7}', '\uff01', 'a']) await writeFile(join(inside, name), '')
    await symlink(folder, join(inside, 'c'))
    expect(await host.list(inside)).toEqual([
      { name: 'a', kind: 'file' },
      { name: 'b', kind: 'folder' },
      { name: 'c', kind: 'other' },
      { name: '\uff01', kind: 'file' },
      { name: '\u{20bb7}', kind: 'file' },
    ])
  })

  it('puts a file in place whole, makes its folders, and leaves nothing beside it', async () => {
    const path = join(folder, 'new', 'deep', 'f.txt')
    await host.replace(path, bytes('one'))
    await host.replace(path, bytes('two'))
    expect(await readFile(path, 'utf8')).toBe('two')
    expect(await readdir(join(folder, 'new', 'deep'))).toEqual(['f.txt'])
  })

  it('removes a file and an empty folder, not a full one', async () => {
    await host.replace(join(folder, 'gone', 'f'), bytes('x'))
    expect(await codeOf(host.remove(join(folder, 'gone')))).toBe('remove ENOTEMPTY')
    await host.remove(join(folder, 'gone', 'f'))
    await host.remove(join(folder, 'gone'))
    expect(await host.kindOf(join(folder, 'gone'))).toBeNull()
  })

  it('finds the package’s own folder and files of installed packages, and null for others', async () => {
    const description = JSON.parse(
      await readFile(join(host.packageFolder(), 'package.json'), 'utf8'),
    ) as { name: string }
    expect(description.name).toBe('fengong')
    expect(host.resolvePackageFile('zod', 'package.json')).toMatch(/zod.package\.json$/)
    expect(host.resolvePackageFile('zod', 'no-such-file')).toBeNull()
    expect(host.resolvePackageFile('no-such-package-here', 'package.json')).toBeNull()
  })

  it.skipIf(process.getuid?.() === 0)('refuses a folder that may not be written', async () => {
    const inside = join(folder, 'readonly')
    await mkdir(inside)
    await chmod(inside, 0o500)
    expect(await codeOf(host.replace(join(inside, 'f'), bytes('x')))).toBe('replace EACCES')
  })
})

describe('lock', () => {
  const own = async (path: string) => JSON.parse(await readFile(path, 'utf8')) as object
  const lockPath = (name: string) => join(folder, 'locks', name, '.lock')

  it('is held by one alone, and free again once it is released, twice if need be', async () => {
    const path = lockPath('one')
    const release = await host.lock(path)
    expect(release).not.toBeNull()
    expect(await host.lock(path)).toBeNull()
    await release?.()
    await release?.()
    expect(await host.kindOf(path)).toBeNull()
    const again = await host.lock(path)
    expect(again).not.toBeNull()
    await again?.()
  })

  it('is taken over at once from a process that was killed', async () => {
    const path = lockPath('killed')
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    await mkdir(join(folder, 'locks', 'killed'), { recursive: true })
    const holder = { host: hostname(), pid: child.pid, start: null, since: Date.now() }
    await writeFile(path, JSON.stringify(holder))
    expect(await host.lock(path)).toBeNull()
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await ended
    const release = await host.lock(path)
    expect(release).not.toBeNull()
    expect(await own(path)).toMatchObject({ pid: process.pid })
    await release?.()
    expect(await readdir(join(folder, 'locks', 'killed'))).toEqual([])
  })

  it('is taken over where another process has only got the holder’s number', async () => {
    const path = lockPath('number')
    await mkdir(join(folder, 'locks', 'number'), { recursive: true })
    const longAgo = { host: hostname(), pid: process.pid, start: 'another boot:1', since: 0 }
    await writeFile(path, JSON.stringify(longAgo))
    const release = await host.lock(path)
    expect(release).not.toBeNull()
    await release?.()
  })

  it('is left to a holder on another machine, who cannot be asked', async () => {
    const path = lockPath('elsewhere')
    await mkdir(join(folder, 'locks', 'elsewhere'), { recursive: true })
    await writeFile(path, JSON.stringify({ host: 'another', pid: 1, start: null, since: 0 }))
    expect(await host.lock(path)).toBeNull()
  })

  it('goes to one of many that ask at the same time, also where a dead holder left it', async () => {
    const path = lockPath('many')
    await mkdir(join(folder, 'locks', 'many'), { recursive: true })
    await writeFile(
      path,
      JSON.stringify({ host: hostname(), pid: 2 ** 22 + 1, start: null, since: 0 }),
    )
    const releases = await Promise.all(Array.from({ length: 8 }, () => host.lock(path)))
    expect(releases.filter((each) => each !== null)).toHaveLength(1)
  })
})
