import { describe, expect, it } from 'vitest'

import type { MemoryHost } from '../../pipeline/host/memory-host.js'
import { builtWorkshop, everyAgency, expectWarmIsCold, notice, run } from './workshop.js'

const style = 'styles/document.yaml'

/** Lays a style of the office’s own over the package’s, with one word in it changed. */
async function restyle(host: MemoryHost, was: string, is: string): Promise<void> {
  const path = `${host.packageFolder()}/templates/${style}`
  const text = new TextDecoder().decode((await host.read(path)) ?? new Uint8Array())
  expect(text).toContain(was)
  host.put(`mine/${style}`, text.replace(was, is))
}

/** What is set in the style of official documents, in Word; and what holds it. */
const setInStyle = [
  ...everyAgency.flatMap((name) => [
    `a/agencies/${name}/任务分工函.docx`,
    `a/agencies/${name}/附件1任务分工表.docx`,
    `a/packets/${name}.zip`,
  ]),
  'a/任务分工函.docx',
  'a/通知.docx',
]
/** Workbooks take the names of faces from it, and nothing of its pages. */
const workbooks = [
  ...everyAgency.map((name) => `a/agencies/${name}/任务分工表.xlsx`),
  'a/任务分工总表.xlsx',
  'a/发文登记表.xlsx',
]

describe('a build after a change of a style', () => {
  it.each([
    ['a margin', 'left: 28', 'left: 27', setInStyle],
    ['a face', 'hei: { word: 黑体 }', 'hei: { word: 思源黑体 }', [...setInStyle, ...workbooks]],
  ] as const)(
    'remakes, for %s, what is set in it and what holds that, and nothing else',
    async (_, was, is, files) => {
      const host = await builtWorkshop({ 'sources/a.md': notice() })
      await restyle(host, was, is)
      const options = { templates: 'mine' }
      const told = await run(host, options)
      expect(told.made).toEqual([...files].sort())
      expect(told.removed).toEqual([])
      await expectWarmIsCold(host, options)
    },
    120_000,
  )
})
