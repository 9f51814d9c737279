import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import { formatTree } from '../../pipeline/cli/format-tree.js'
import { formatFinding } from '../../pipeline/cli/format-finding.js'
import { nodeHost } from '../../pipeline/host/index.js'
import { readDocument } from '../../pipeline/index.js'
import { checkInvariants } from './check-invariants.js'
import { describeDocument } from './describe-document.js'

/*
 * Each folder is a situation: input/ is a sources folder with one notice, expected/ what is read from it, as a person reads it.
 * `make golden` writes expected/ anew; a missing file fails.
 */
const here = new URL('.', import.meta.url).pathname
const rewrite = process.env.GOLDEN === 'write'
const mostBytes = 64 * 1024

function expectGolden(folder: string, name: string, actual: string): void {
  const path = join(folder, 'expected', name)
  expect(Buffer.byteLength(actual), `${name} is small enough to be read`).toBeLessThan(mostBytes)
  if (rewrite) {
    mkdirSync(join(folder, 'expected'), { recursive: true })
    writeFileSync(path, actual)
  }
  expect(existsSync(path), `${path} exists (make golden writes it)`).toBe(true)
  expect(actual).toBe(readFileSync(path, 'utf8'))
}

function situations(): readonly string[] {
  return readdirSync(here, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

describe.each(situations())('%s', (situation) => {
  const folder = join(here, situation)
  const input = join(folder, 'input')
  const notice = readdirSync(input).find((name) => !name.endsWith('.yaml')) ?? ''

  it('is read as expected', async () => {
    const bytes = readFileSync(join(input, notice))
    const { document, findings } = await readDocument(join(input, notice), {}, nodeHost())
    const shown = findings.map((finding) => ({ ...finding, path: null }))
    const messages = shown.map((finding) => `${formatFinding(finding, 'zh', false)}\n`).join('')
    expectGolden(folder, 'messages.txt', messages)
    if (document === null) return
    expectGolden(folder, 'tree.txt', formatTree(document, shown, 'zh', false))
    expectGolden(folder, 'model.yaml', describeDocument(document))
    checkInvariants(document)
    // The input was read, not changed.
    expect(readFileSync(join(input, notice)).equals(bytes)).toBe(true)
  })
})
