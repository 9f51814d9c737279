import { describe, expect, it } from 'vitest'

import { readDocument } from '../../pipeline/index.js'
import { notice, workshop } from '../incremental/workshop.js'
import { scoreNotice } from './score-notice.js'

async function scoreOf(name: string, text: string) {
  const host = workshop({ [`sources/${name}`]: text })
  const { document, findings } = await readDocument(`sources/${name}`, {}, host)
  if (document === null) throw new Error('the notice was not read')
  return scoreNotice(document, findings)
}

describe('the score of a notice', () => {
  it('counts elements, items, responsibilities and duties', async () => {
    const score = await scoreOf('a.md', notice())
    expect(score).toMatchObject({ items: 3, responsibilities: 4, duties: 1, unknown: [] })
    expect(score.metadata).toEqual([
      'title',
      'number',
      'issuers',
      'recipients',
      'date',
      'attachments',
    ])
  })

  it('names actors that are no body, and bodies that no registry holds', async () => {
    const rows = [['甲事项', '开展甲工作。', '各有关部门、海关总局']] as const
    const score = await scoreOf('a.md', notice({ rows }))
    expect(score.generic).toEqual(['各有关部门'])
    expect(score.unknown).toEqual(['海关总局'])
  })

  it('counts what was dropped by its reason', async () => {
    const score = await scoreOf('a.md', `---\nlayout: page\n---\n\n${notice()}`)
    expect(score.dropped).toEqual({ 'yaml-head': '---\nlayout: page\n---'.length })
  })
})
