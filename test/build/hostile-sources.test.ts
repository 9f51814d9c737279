import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'

import { readDocument } from '../../pipeline/build.js'
import type { Host } from '../../pipeline/host/host.js'
import { memoryHost } from '../../pipeline/host/memory-host.js'
import { notice, workshop } from '../incremental/workshop.js'

const rows = (count: number) =>
  Array.from({ length: count }, (_, at) => `| ${at + 1} | 事项 | 开展工作。 | 海关总署 |`).join(
    '\n',
  )
const relations = 'http://schemas.openxmlformats.org'
const word = (body: string, head = '') =>
  zipSync({
    '[Content_Types].xml': strToU8(`<Types xmlns="${relations}/package/2006/content-types"/>`),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="${relations}/package/2006/relationships"><Relationship Id="a" Type="${relations}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(
      `${head}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
  })

/** Whether a source must be read in a thread of its own, and the rule that refuses it; null where it is read. */
const hostile: readonly (readonly [
  what: string,
  file: string,
  content: string | Uint8Array,
  inThread: boolean,
  rule: string | null,
])[] = [
  ['a line of 10 MB', 'a.md', '国'.repeat(3_333_334), true, 'file-size-within-limit'],
  ['a line of 1 MB', 'a.txt', '国务院 '.repeat(100_000), true, null],
  ['20,000 nested quotes', 'a.md', `${'>'.repeat(20_000)}国务院`, false, null],
  ['20,000 marks of bold', 'a.md', '**国'.repeat(20_000), false, null],
  ['20,000 open brackets', 'a.md', `${'['.repeat(20_000)}国务院`, false, null],
  ['40 kB of setext underlines', 'a.md', '国\n=\n'.repeat(8000), false, null],
  ['a table of 20,000 rows', 'a.md', `${notice({ rows: [] })}\n${rows(20_000)}`, true, null],
  ['50,000 lines of dashes', 'a.md', '-\n'.repeat(50_000), true, null],
  ['50,000 rows of bars', 'a.txt', '| 国 | 务\n'.repeat(50_000), true, null],
  ['20,000 nested elements', 'a.html', '<div>'.repeat(20_000), false, 'nesting-within-limit'],
  [
    'a Word file that unpacks to 300 MB',
    'a.docx',
    word(' '.repeat(300_000_000)),
    true,
    'archive-within-limit',
  ],
  [
    'entities in a Word file',
    'a.docx',
    word('<w:p><w:r><w:t>&b;</w:t></w:r></w:p>', '<!DOCTYPE a [<!ENTITY b "国务院">]>'),
    false,
    'docx-declares-no-entities',
  ],
]

/** Reads in place, and says whether a thread would have done it. */
async function read(file: string, content: string | Uint8Array) {
  let inThread = false
  const work: Host['work'] = async (task, input) => {
    inThread = true
    return { type: 'done', output: await task.run(input) }
  }
  const host = memoryHost({ [`sources/${file}`]: content }, { below: workshop({}), work })
  const { document, findings } = await readDocument(`sources/${file}`, {}, host)
  return { inThread, document, findings }
}

describe('a source that is made to hurt', () => {
  it.each(hostile)(
    '%s: is read or refused in bounded time',
    async (_, file, content, thread, rule) => {
      const { inThread, document, findings } = await read(file, content)
      expect(inThread).toBe(thread)
      if (rule === null) expect(document).not.toBeNull()
      else {
        expect(document).toBeNull()
        expect(findings.map((finding) => finding.rule)).toEqual([rule])
      }
    },
  )

  it.each([
    ['seconds', 'reading-time-within-limit'],
    ['megabytes', 'reading-memory-within-limit'],
  ] as const)(
    'is refused where its thread exceeds its %s, by a message with the limit',
    async (limit, rule) => {
      const work: Host['work'] = () => Promise.resolve({ type: 'exceeded', limit })
      const text = notice().padEnd(500_001, '国')
      const host = memoryHost({ 'sources/a.md': text }, { below: workshop({}), work })
      const { document, findings } = await readDocument('sources/a.md', {}, host)
      expect(document).toBeNull()
      expect(findings).toMatchObject([
        { rule, severity: 'error', path: 'sources/a.md', blocks: { what: 'source' } },
      ])
      expect(Number(findings[0]?.values.limit)).toBeGreaterThan(0)
    },
  )
})
