import { readFileSync } from 'node:fs'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'

import { indexAgencies } from '../../pipeline/agencies/index.js'
import { fengongExtract } from '../../pipeline/read/fengong-extract.js'
import { readDocument } from '../../pipeline/read/read-document.js'

const path = new URL('../../sources/guohan-2023-56.md', import.meta.url).pathname
const text = readFileSync(path, 'utf8')
const processor = unified().use(remarkParse).use(remarkGfm).use(fengongExtract).freeze()

describe('fengongExtract', () => {
  it('gives a stranger’s processor the document, typed, and the findings as messages', async () => {
    const file = await processor.process({ value: text, path: 'guohan-2023-56.md' })
    expect(file.result.documentNumber?.text).toBe('国函〔2023〕56号')
    expect(file.result.items).toHaveLength(24)
    expect(file.messages.map(({ ruleId }) => ruleId)).toContain('annex-agrees-with-text')
    const renamed = file.messages.find(({ ruleId }) => ruleId === 'annex-agrees-with-text')
    expect(renamed).toMatchObject({
      source: 'fengong',
      line: 17,
      fatal: false,
      file: 'guohan-2023-56.md',
    })
    expect(renamed?.cause).toMatchObject({ line: 57 })
  })

  it('reads what readDocument reads', async () => {
    const file = await processor.process({ value: text, path: 'guohan-2023-56.md' })
    const { document } = readDocument({
      path: 'guohan-2023-56.md',
      bytes: readFileSync(path),
      corrections: null,
      correctionsPath: null,
      agencies: indexAgencies(),
    })
    const { source, ...read } = file.result
    expect(read).toEqual({ ...document, source: undefined })
    expect(source.format).toBe('markdown')
  })

  it('reads the same from a file of another editor: byte order mark, CRLF', async () => {
    const plain = await processor.process(text)
    const other = await processor.process(`\uFEFF${text.replaceAll('\n', '\r\n')}`)
    expect(other.result.items).toEqual(plain.result.items)
    expect(other.result.places).toEqual(plain.result.places)
  })

  it('leaves what Markdown would do to a notice undone', async () => {
    const file = await processor.process(
      `${text}\n\n    前空四格的一行\n\n1. 有序的一行\n\n比例50~60%，70~80%\n\n------\n`,
    )
    const { parts, text: reading } = file.result
    const shown = parts.flatMap(({ blocks }) =>
      blocks.map(({ span }) => reading.slice(span.start, span.end)),
    )
    for (const line of ['前空四格的一行', '1. 有序的一行', '比例50~60%，70~80%', '------'])
      expect(
        shown.some((each) => each.includes(line)),
        line,
      ).toBe(true)
  })

  it('says what it stands on', () => {
    expect(() => unified().use(fengongExtract).freeze()).toThrow('remark-parse')
  })
})
