import { describe, expect, it } from 'vitest'

import { sha256 } from '../../pipeline/model/index.js'
import { firstDifference } from '../../pipeline/plan/first-difference.js'
import { documentKey, fingerprintJobs, type KeyParts } from '../../pipeline/plan/index.js'
import { flow, job, paragraph } from './layouts.js'

const circumstances = { build: sha256('code'), epoch: null }
const noFaces = () => []

const of = (
  jobs: Parameters<typeof fingerprintJobs>[0],
  around = circumstances,
  facesOf: Parameters<typeof fingerprintJobs>[2] = noFaces,
) => fingerprintJobs(jobs, around, facesOf)

describe('fingerprintJobs', () => {
  it('depends on what is seen, not on the path or the product', () => {
    const [one] = of([job('a.docx', flow(paragraph('一')))])
    const [same] = of([job('b.docx', flow(paragraph('一')), { product: 'notice' })])
    const [other] = of([job('a.docx', flow(paragraph('二')))])
    expect(same?.fingerprint).toBe(one?.fingerprint)
    expect(other?.fingerprint).not.toBe(one?.fingerprint)
  })

  it('depends on the format, the code and the fixed date, and says which', () => {
    const layout = flow(paragraph('一'))
    const [one] = of([job('a.docx', layout)])
    expect(of([job('a.pdf', layout)])[0]?.fingerprint).not.toBe(one?.fingerprint)
    const [code] = of([job('a.docx', layout)], { build: sha256('other'), epoch: null })
    expect(firstDifference(one?.digests ?? [], code?.digests ?? [])).toBe('程序版本')
    const [date] = of([job('a.docx', layout)], { ...circumstances, epoch: '0' } as never)
    expect(firstDifference(one?.digests ?? [], date?.digests ?? [])).toBe('固定日期（新增）')
  })

  it('depends on the font files where the file holds fonts', () => {
    const jobs = [job('a.pdf', flow()), job('a.docx', flow())]
    const [pdf, docx] = of(jobs, circumstances, () => [{ path: 'f', sha256: sha256('f') }])
    const [pdf2, docx2] = of(jobs, circumstances, () => [{ path: 'f', sha256: sha256('g') }])
    expect(pdf2?.fingerprint).not.toBe(pdf?.fingerprint)
    expect(firstDifference(pdf?.digests ?? [], pdf2?.digests ?? [])).toBe('字体')
    expect(docx2?.fingerprint).toBe(docx?.fingerprint)
  })

  it('depends on assets, and on the jobs whose files it takes, however far away', () => {
    const chain = (text: string) => [
      job('a.docx', flow(paragraph(text))),
      job('b.docx', flow(), { dependsOn: ['a.docx'] }),
      job('c.docx', flow(), {
        dependsOn: ['b.docx'],
        assets: [{ path: 'logo', sha256: sha256('l') }],
      }),
    ]
    const before = of(chain('一'))
    const after = of(chain('二'))
    expect(
      after.map(({ fingerprint }, index) => fingerprint === before[index]?.fingerprint),
    ).toEqual([false, false, false])
    expect(firstDifference(before[2]?.digests ?? [], after[2]?.digests ?? [])).toBe(
      '所用文件 b.docx',
    )
  })
})

describe('documentKey', () => {
  const parts: KeyParts = {
    path: 'sources/a.md',
    source: sha256('a'),
    corrections: null,
    attachments: [],
    shared: 's',
    encoding: null,
    revisions: null,
    build: 'b',
    epoch: null,
  }

  it.each<Partial<KeyParts>>([
    { path: 'sources/b.md' },
    { source: sha256('b') },
    { corrections: sha256('c') },
    { attachments: [['sources/a.attachments/b.pdf', sha256('b')]] },
    { shared: 't' },
    { encoding: 'gb18030' },
    { revisions: 'accept' },
    { build: 'c' },
    { epoch: '0' },
  ])('changes with %j', (change) => {
    expect(documentKey({ ...parts, ...change })).not.toBe(documentKey(parts))
  })
})
