import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import { formatTree } from '../../pipeline/cli/format-tree.js'
import { formatFinding } from '../../pipeline/cli/format-finding.js'
import { memoryHost } from '../../pipeline/host/memory-host.js'
import { nodeHost } from '../../pipeline/host/index.js'
import { readDocument } from '../../pipeline/index.js'
import { checkInvariants } from './check-invariants.js'
import { describeDocument } from './describe-document.js'
import { bytesOf, casesFolder, noticeOf, optionsOf, settingsOf, situations } from './read-case.js'

/*
 * Each folder is a situation: input/ is a sources folder with one notice, expected/ what is read from it, as a person reads it.
 * `make golden` writes expected/ anew; a missing file fails. A Word file stands there as its parts (通知.docx.ts), so that it can be read;
 * options.json beside input/ holds what a person would have said on the command line.
 */
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

describe.each(situations())('%s', (situation) => {
  const folder = join(casesFolder, situation)

  it('is read as expected', async () => {
    const path = noticeOf(situation)
    const name = path.replace(/\.ts$/, '')
    const bytes = await bytesOf(path)
    const host = memoryHost(
      { [name]: bytes, ...settingsOf(situation) },
      { below: nodeHost(), workingFolder: process.cwd() },
    )
    const { document, findings } = await readDocument(name, optionsOf(situation), host)
    const shown = findings.map((finding) => ({ ...finding, path: null }))
    const messages = shown.map((finding) => `${formatFinding(finding, 'zh', false)}\n`).join('')
    expectGolden(folder, 'messages.txt', messages)
    if (document === null) return
    expectGolden(folder, 'tree.txt', formatTree(document, shown, 'zh', false))
    expectGolden(folder, 'model.yaml', describeDocument(document))
    checkInvariants(document)
    // The input was read, not changed.
    expect(await bytesOf(path)).toEqual(bytes)
  })
})
