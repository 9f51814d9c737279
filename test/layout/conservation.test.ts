import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import type { FlowBlock } from '../../pipeline/model/index.js'
import { difference } from './said-and-set.js'
import { noticeNamed, noticeTexts } from './notices.js'
import { readNotice, setNotice, tryNotice } from './set-notice.js'

const cases = new URL('../cases/', import.meta.url).pathname

/** Every notice of the cases, and of a folder of real ones where there is one: FENGONG_CORPUS. */
function notices(): readonly (readonly [name: string, path: string])[] {
  const ofCases = readdirSync(cases, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(cases, entry.name, 'input')))
    .flatMap((entry) => {
      const folder = join(cases, entry.name, 'input')
      const file = readdirSync(folder).find((name) => /\.(?:md|txt|html?|docx)$/u.test(name))
      return file === undefined ? [] : [[entry.name, join(folder, file)] as const]
    })
  const corpus = process.env.FENGONG_CORPUS
  const ofCorpus =
    corpus === undefined
      ? []
      : readdirSync(corpus)
          .filter((name) => /\.(?:txt|html?|docx)$/u.test(name))
          .map((name) => [name, join(corpus, name)] as const)
  return [...ofCases, ...ofCorpus]
}

describe('通知 holds every character of the notice once', () => {
  it.each(Object.entries(noticeTexts))('%s', (_situation, { name, text }) => {
    const document = readNotice(name, new TextEncoder().encode(text))
    expect(difference(document, setNotice(document).flow)).toEqual({ lost: '', added: '' })
    expect(difference(document, setNotice(document, 'none').flow)).toEqual({ lost: '', added: '' })
  })

  it.each(notices())('%s', (_name, path) => {
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
