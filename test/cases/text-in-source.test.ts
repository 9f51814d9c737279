import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'

import { indexAgencies } from '../../pipeline/agencies/index.js'
import type { Item, OfficialDocument, Responsibility } from '../../pipeline/model/index.js'
import { readDocument } from '../../pipeline/read/read-document.js'
import { bytesOf, noticeOf, optionsOf, situations } from './read-case.js'

/*
 * What is printed stands where the model says that it stands. FENGONG_CORPUS names a folder with further notices to hold to that; without it they are not read.
 */
const corpus = process.env.FENGONG_CORPUS ?? null
const agencies = indexAgencies()

async function read(path: string, options: ReturnType<typeof optionsOf>) {
  const bytes = await bytesOf(path)
  const name = path.replace(/\.ts$/, '')
  const input = { path: name, bytes, corrections: null, correctionsPath: null, agencies }
  return readDocument({ ...input, ...options }).document
}

interface Found {
  readonly pointer: string
  readonly responsibility: Responsibility
}

function inItem(item: Item, pointer: string): readonly Found[] {
  const own = item.responsibilities.map((responsibility, index) => ({
    pointer: `${pointer}/responsibilities/${index}`,
    responsibility,
  }))
  return [
    ...own,
    ...item.children.flatMap((child, index) => inItem(child, `${pointer}/children/${index}`)),
  ]
}

function allOf({ items, duties }: OfficialDocument): readonly Found[] {
  return [
    ...items.flatMap((item, index) => inItem(item, `/items/${index}`)),
    ...duties.flatMap((duty, at) =>
      duty.responsibilities.map((responsibility, index) => ({
        pointer: `/duties/${at}/responsibilities/${index}`,
        responsibility,
      })),
    ),
  ]
}

/** What stands in the source where it does not hold the text of a responsibility. */
function misplaced(document: OfficialDocument): readonly string[] {
  return allOf(document).flatMap(({ pointer, responsibility }) => {
    if (responsibility.from !== 'notice') return []
    const spans = document.places[pointer] ?? []
    const text = spans.map(({ start, end }) => document.text.slice(start, end)).join('')
    return text === responsibility.text ? [] : [`${pointer} ${responsibility.text}: ${text}`]
  })
}

describe('the text of every responsibility stands in the source at its place', () => {
  it('in every case', async () => {
    let count = 0
    for (const situation of situations()) {
      const document = await read(noticeOf(situation), optionsOf(situation))
      if (document === null) continue
      count += allOf(document).length
      expect(misplaced(document), situation).toEqual([])
    }
    expect(count).toBeGreaterThan(100)
  })

  it.skipIf(corpus === null)(
    corpus === null
      ? 'in a folder of notices, if FENGONG_CORPUS names one'
      : `in ${basename(corpus)}`,
    async () => {
      const folder = corpus ?? ''
      const names = readdirSync(folder).filter((name) =>
        /(?<!README)\.(?:md|txt|html?|docx)$/.test(name),
      )
      expect(names.length).toBeGreaterThan(0)
      for (const name of names.sort()) {
        const document = await read(join(folder, name), {})
        if (document !== null) expect(misplaced(document), name).toEqual([])
      }
    },
  )
})
