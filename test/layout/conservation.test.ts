import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import type { FlowBlock } from '../../pipeline/model/index.js'
import { caseNotices } from './case-notices.js'
import { difference } from './said-and-set.js'
import { noticeNamed, noticeTexts } from './notices.js'
import { readNotice, setNotice, tryNotice } from './set-notice.js'

describe('通知 holds every character of the notice once', () => {
  it.each(Object.entries(noticeTexts))('%s', (_situation, { name, text }) => {
    const document = readNotice(name, new TextEncoder().encode(text))
    expect(difference(document, setNotice(document).flow)).toEqual({ lost: '', added: '' })
    expect(difference(document, setNotice(document, 'none').flow)).toEqual({ lost: '', added: '' })
  })

  it.each(caseNotices())('%s', (_name, path) => {
    const document = tryNotice(path, readFileSync(path))
    // What cannot be read without being told how has no notice to set.
    if (document === null) return
    const { lost, added } = difference(document, setNotice(document).flow)
    expect(lost).toBe('')
    // A full stop that the standard wants after 抄送.
    expect(added.replace(/^。$/u, '')).toBe('')
  })
})

describe('the comparison', () => {
  it('finds a lost and an added character', () => {
    const { name, text } = noticeNamed('one page')
    const document = readNotice(name, new TextEncoder().encode(text))
    const { flow } = setNotice(document)
    const sections = flow.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block): FlowBlock =>
        block.type === 'text' && block.style === 'recipients'
          ? {
              ...block,
              runs: [{ type: 'text', text: '各市：了', face: null, colour: null, link: null }],
            }
          : block,
      ),
    }))
    const { lost, added } = difference(document, { ...flow, sections })
    expect(lost).toContain('县')
    expect(added).toBe('了')
  })
})
