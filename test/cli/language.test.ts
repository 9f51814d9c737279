import { describe, expect, it } from 'vitest'

import { findLanguage } from '../../pipeline/cli/language.js'

const from = (variables: Record<string, string>) => (name: string) => variables[name]

describe('findLanguage', () => {
  it.each([
    [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
    [{ LANG: 'en_GB.UTF-8' }, 'en'],
    [{ LC_ALL: 'zh_CN', LANG: 'en_GB' }, 'zh'],
    [{ LC_ALL: '', LANG: 'zh_CN' }, 'zh'],
    [{}, 'en'],
  ])('follows the locale %j: %s', (variables, language) => {
    expect(findLanguage([], from(variables))).toBe(language)
  })

  it('follows --lang over the locale', () => {
    expect(findLanguage(['build', '--lang', 'en'], from({ LANG: 'zh_CN' }))).toBe('en')
    expect(findLanguage(['--lang=zh'], from({}))).toBe('zh')
    expect(findLanguage(['--lang', 'fr'], from({ LANG: 'zh_CN' }))).toBe('zh')
  })
})
