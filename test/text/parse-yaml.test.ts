import { describe, expect, it } from 'vitest'

import { parseYaml } from '../../pipeline/text/parse-yaml.js'

const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join('\n')
/** Nine times nine times …: written out it has three thousand million members. */
const bomb = ['a0: &a0 [x]', times(10, (at) => `a${at + 1}: &a${at + 1} [${`*a${at},`.repeat(9)}]`)]

describe('YAML that people write', () => {
  it('is plain data, with aliases filled in and mappings merged by nothing', () => {
    expect(parseYaml('a: &x { b: 1 }\nc: *x\n').value).toEqual({ a: { b: 1 }, c: { b: 1 } })
    expect(parseYaml('# nothing\n').value).toBeNull()
    expect(parseYaml('').problems).toEqual([])
  })

  it.each([
    ['aliases that multiply', bomb.join('\n'), 'REFUSED'],
    ['an alias inside of what it names', 'a: &a\n  b: *a\n', 'CIRCLE'],
    [
      'more aliases than anybody writes',
      `a: &a 1\n${times(200, (at) => `k${at}: *a`)}`,
      'TOO_MANY',
    ],
    ['an alias of nothing', 'a: *b\n', null],
    ['a list within a list without end', '['.repeat(100_000), null],
    ['mappings nested ten thousand deep', `${'{a: '.repeat(10_000)}1${'}'.repeat(10_000)}`, null],
    ['a text that is too long', `a: ${'甲'.repeat(1_000_000)}`, 'TOO_LONG'],
    ['a key that stands twice', 'a: 1\nb: { c: 1, c: 2 }\n', 'DUPLICATE_KEY'],
    [
      'a key that stands twice among many',
      `${times(50_000, (at) => `k${at}: 1`)}\nk0: 2`,
      'DUPLICATE_KEY',
    ],
    ['two documents', 'a: 1\n---\nb: 1\n', null],
  ])('has problems and no value, in little time: %s', (_, text, code) => {
    const began = performance.now()
    const { problems, value } = parseYaml(text)
    expect(problems.length).toBeGreaterThan(0)
    expect(value).toBeNull()
    if (code !== null) expect(problems[0]?.code).toBe(code)
    // Each took minutes, or an end of the process, before there were bounds.
    expect(performance.now() - began).toBeLessThan(20_000)
  })

  it('makes of keys that a program knows data like any other', () => {
    const { value } = parseYaml('__proto__: { polluted: 1 }\nconstructor: { a: 1 }\n')
    expect(Object.hasOwn(value as object, '__proto__')).toBe(true)
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  it('says where a key stands the second time', () => {
    expect(parseYaml('a: 1\nb: 2\na: 3\n').problems[0]?.pos).toEqual([10, 11])
  })
})
