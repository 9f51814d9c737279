import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import {
  catalogue,
  makeFinding,
  sentenceOf,
  type RuleDescription,
} from '../../pipeline/messages/index.js'

const root = new URL('../..', import.meta.url).pathname

function readAll(folder: string): string {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .filter((entry) => !entry.parentPath.includes('catalogue'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n')
}

const placeholders = (wording: string) => [...new Set(wording.match(/\{\w+\}/g) ?? [])].sort()
const rules: readonly (readonly [string, RuleDescription])[] = Object.entries(catalogue)

describe('the catalogue', () => {
  const code = readAll('pipeline')

  it.each(rules)('%s says the same in both languages', (_, { zh, en, relatedZh, relatedEn }) => {
    expect(placeholders(en)).toEqual(placeholders(zh))
    expect(placeholders(relatedEn ?? '')).toEqual(placeholders(relatedZh ?? ''))
    expect(zh).toMatch(/\p{Script=Han}/u)
    expect(zh.endsWith('。') && en.endsWith('.')).toBe(true)
  })

  it.each(rules)('%s is used and has a reason', (id, { rationale }) => {
    expect(code.includes(`'${id}'`), `${id} is made somewhere`).toBe(true)
    expect(rationale.length).toBeGreaterThan(10)
  })

  it('shows what cannot be seen, and joins lists in the language’s way', () => {
    const finding = makeFinding('copy-is-whole', { values: { characters: '\uE003' } })
    expect(sentenceOf(finding, 'zh')).toContain('‹U+E003›')
    const item = makeFinding('item-has-agency', { values: { titles: ['甲', '乙'], number: 2 } })
    expect(sentenceOf(item, 'zh')).toContain('甲、乙')
    expect(sentenceOf(item, 'en')).toContain('甲, 乙')
  })

  it('names an unknown rule of an older state by its id', () => {
    expect(sentenceOf({ ...makeFinding('copy-is-whole'), rule: 'gone' }, 'zh')).toBe('gone')
  })
})
