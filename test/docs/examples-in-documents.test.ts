import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

import { formatFinding } from '../../pipeline/cli/format-finding.js'
import { memoryHost } from '../../pipeline/host/memory-host.js'
import { nodeHost } from '../../pipeline/host/index.js'
import { readDocument } from '../../pipeline/index.js'
import {
  correctionsFileSchema,
  distributionSchema,
  officeSchema,
} from '../../pipeline/model/index.js'
import { documentFiles, root } from './documents.js'
import { codeBlocks } from './markdown-parts.js'

/* What the documents show of settings, data and messages, held against what the program reads and says. */
const notice = 'sources/guohan-2023-56.md'
const sample = readFileSync(join(root, notice))
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const blocksOf = (path: string, mark: string) =>
  codeBlocks(read(path))
    .filter((block) => block.mark === mark)
    .map(({ body }) => body)

const reading = (corrections?: string) => {
  const beside =
    corrections === undefined ? {} : { 'sources/guohan-2023-56.corrections.yaml': corrections }
  const host = memoryHost({ [notice]: sample, ...beside }, { below: nodeHost() })
  return readDocument(notice, {}, host)
}

/** The schema that reads what begins with this key. */
const schemas = {
  name: officeSchema,
  recipients: distributionSchema,
  corrections: correctionsFileSchema,
  accept: correctionsFileSchema,
} as const

describe('YAML in the documents', () => {
  const blocks = documentFiles().flatMap(({ path }) =>
    blocksOf(path, 'yaml').map((body, index) => ({ path, index: index + 1, body })),
  )

  it.each(blocks)('$path, example $index, is what its schema takes', ({ body }) => {
    const value = parse(body) as Record<string, unknown>
    const [first = ''] = Object.keys(value)
    if (first === 'faces') return
    expect(Object.keys(schemas)).toContain(first)
    const result = schemas[first as keyof typeof schemas].safeParse(value)
    expect(result.error?.issues ?? []).toEqual([])
  })

  it.each(['README.md', 'README.zh-CN.md', 'docs/corrections.md', 'docs/corrections.en.md'])(
    '%s: the corrections apply to the sample, every one',
    async (path) => {
      const body = blocksOf(path, 'yaml').find((each) => each.startsWith('corrections:')) ?? ''
      const asked = correctionsFileSchema.parse(parse(body)).corrections
      const { document, findings } = await reading(body)
      const kinds = new Set(document?.corrections.map(({ kind }) => kind))
      expect(kinds.size).toBe(new Set(asked.map((each) => Object.keys(each)[1])).size)
      expect(document?.items.find(({ serial }) => serial === 10)?.responsibilities).toHaveLength(1)
      const complaints = findings.filter(({ path: at }) => at?.endsWith('.yaml') === true)
      expect(complaints.map(({ rule }) => rule)).toEqual([])
    },
  )
})

describe('output in the documents', () => {
  it.each([
    ['README.md', 'en'],
    ['README.zh-CN.md', 'zh'],
  ] as const)('%s shows a message as it is told', async (path, language) => {
    const { findings } = await reading()
    const told = findings.map((finding) => formatFinding(finding, language, false).split('\n')[0])
    const shown = blocksOf(path, '').find((body) => body.startsWith(`${notice}:`)) ?? ''
    expect(told).toContain(shown.trim())
  })

  it.each(['docs/model.md', 'docs/model.en.md'])('%s shows an item as it is read', async (path) => {
    const { document } = await reading()
    const { content, ...item } = document?.items[2] ?? { content: null }
    expect(content).not.toBeNull()
    expect(JSON.parse(blocksOf(path, 'json')[0] ?? '')).toEqual(item)
  })
})
