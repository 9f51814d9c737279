import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect, expectTypeOf, it } from 'vitest'

import * as fengong from '../../pipeline/index.js'
import type { BuildEvent, OfficialDocument } from '../../pipeline/index.js'
import { notice, workshop } from '../incremental/workshop.js'

describe('the public API', () => {
  it('is these functions and no others', () => {
    expect(Object.keys(fengong).sort()).toEqual([
      'build',
      'clean',
      'fengongExtract',
      'readDocument',
      'watch',
    ])
  })

  it('builds, telling typed events', async () => {
    const events: BuildEvent['type'][] = []
    const host = workshop({ 'sources/a.md': notice() })
    for await (const event of fengong.build({ until: 'read' }, host)) events.push(event.type)
    expect(events[0]).toBe('build-started')
    expect(events).toContain('document-read')
    expect(events.at(-1)).toBe('build-done')
  })

  it('reads one notice by its path', async () => {
    const host = workshop({ 'sources/a.md': notice() })
    const { document, findings } = await fengong.readDocument('sources/a.md', {}, host)
    expectTypeOf(document).toEqualTypeOf<OfficialDocument | null>()
    expect(document?.items.map(({ title }) => title)).toEqual(['甲事项', '乙事项', '丙事项'])
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('is a unified plugin that needs no options', async () => {
    const file = await unified()
      .use(remarkParse)
      .use(remarkGfm)
      .use(fengong.fengongExtract)
      .process(notice())
    expectTypeOf(file.result).toEqualTypeOf<OfficialDocument>()
    expect(file.result.items).toHaveLength(3)
  })
})
