import { execFileSync, spawnSync } from 'node:child_process'
import { unzipSync } from 'fflate'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import type { Bundle, Supply } from '../../../pipeline/model/index.js'
import { renderZip } from '../../../pipeline/render/zip/render-zip.js'

const files: Readonly<Record<string, Uint8Array>> = {
  '函.docx': new Uint8Array([80, 75, 3, 4]),
  '核对.txt': new TextEncoder().encode('任务'.repeat(500)),
}
const take = ({ path }: Supply) => Promise.resolve(files[path] ?? null)

const bundle: Bundle = {
  type: 'bundle',
  entries: [
    { name: '任务分工函.docx', from: '函.docx' },
    // Typed on macOS, where é and the like come in two pieces.
    { name: '附件2 通知（国函〔2023〕56号）Cafe\u0301.txt', from: '核对.txt' },
  ],
}
const names = ['任务分工函.docx', '附件2 通知（国函〔2023〕56号）Café.txt']

async function zip(given: Bundle = bundle): Promise<Uint8Array> {
  const { bytes, findings } = await renderZip(given, take)
  if (bytes === null) throw new Error('no bytes')
  expect(findings).toEqual([])
  return bytes
}

const has = (tool: string) => spawnSync(tool, ['--version']).error === undefined

async function inFolder<T>(look: (path: string, folder: string) => T): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'fengong-zip-'))
  try {
    const path = join(folder, 'a.zip')
    writeFileSync(path, await zip())
    return look(path, folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe('a ZIP to be sent', () => {
  it('holds the files under their names, in Unicode form NFC, and their very bytes', async () => {
    const unpacked = unzipSync(await zip())
    expect(Object.keys(unpacked)).toEqual(names)
    expect(unpacked[names[1] ?? '']).toEqual(files['核对.txt'])
  })

  it('marks its names as UTF-8 in every header, so that Windows does not guess', async () => {
    const bytes = Buffer.from(await zip())
    const flags: number[] = []
    for (let at = 0; at < bytes.length - 4; at += 1) {
      const signature = bytes.readUInt32LE(at)
      if (signature === 0x04034b50) flags.push(bytes.readUInt16LE(at + 6))
      if (signature === 0x02014b50) flags.push(bytes.readUInt16LE(at + 8))
    }
    // The Word file is itself the beginning of a ZIP and stands stored in this one.
    expect(flags.filter((flag) => (flag & 0x800) !== 0)).toHaveLength(4)
  })

  it('is the same bytes each time, and says no time', async () => {
    expect(Buffer.from(await zip()).equals(Buffer.from(await zip()))).toBe(true)
  })

  it('leaves out what is not there, and says so', async () => {
    const entries = [...bundle.entries, { name: '附件1.docx', from: '没有.docx' }]
    const { bytes, findings } = await renderZip({ type: 'bundle', entries }, take)
    expect(Object.keys(unzipSync(bytes ?? new Uint8Array()))).toEqual(names)
    expect(findings).toMatchObject([{ rule: 'bundle-is-whole', values: { files: ['附件1.docx'] } }])
  })

  it.skipIf(!has('python3'))('unpacks under the same names with Python', async () => {
    const script =
      'import sys,zipfile,json;z=zipfile.ZipFile(sys.argv[1]);assert z.testzip() is None;' +
      'print(json.dumps([[i.filename,i.date_time[0]] for i in z.infolist()]))'
    const said = await inFolder((path) => execFileSync('python3', ['-c', script, path]).toString())
    expect(JSON.parse(said)).toEqual(names.map((name) => [name, 1980]))
  })

  it.skipIf(!has('unzip'))('unpacks under the same names with Info-ZIP', async () => {
    const found = await inFolder((path, folder) => {
      const out = join(folder, 'out')
      execFileSync('unzip', ['-q', path, '-d', out], { env: { ...process.env, LC_ALL: 'C.UTF-8' } })
      const text = readFileSync(join(out, names[1] ?? ''))
      return { names: readdirSync(out).sort(), length: text.length }
    })
    expect(found).toEqual({ names: [...names].sort(), length: files['核对.txt']?.length })
  })
})
