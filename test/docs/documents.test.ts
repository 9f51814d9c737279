import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'

import { describeProgram } from '../../pipeline/cli/parse-arguments.js'
import { documentFiles, root } from './documents.js'
import { fillParts, partsOf } from './fill-parts.js'
import { generatedParts } from './generated-parts.js'
import {
  anchorOf,
  codeBlocks,
  headingsOf,
  tablesOf,
  targetsOf,
  withoutCode,
} from './markdown-parts.js'

/* What the documents say of the tree, held against it. */
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const documents = documentFiles()
const pictures = readdirSync(join(root, 'docs/pictures')).sort()
const parts = { zh: generatedParts('zh'), en: generatedParts('en') }

describe.each(documents)('$path', ({ path, language }) => {
  const text = read(path)

  it('holds what `make docs` would write', () => {
    expect(fillParts(text, parts[language])).toBe(text)
  })

  it('leads nowhere that is not there', () => {
    const lost = targetsOf(text).filter((target) => {
      if (/^https?:/.test(target)) return false
      const [file = '', anchor] = target.split('#')
      const there = file === '' ? path : normalize(join(dirname(path), file))
      if (!existsSync(join(root, there))) return true
      if (anchor === undefined) return false
      return !headingsOf(read(there)).some(
        (heading) => anchorOf(heading.text) === decodeURI(anchor),
      )
    })
    expect(lost).toEqual([])
  })

  it('names options and commands that there are', () => {
    const { commands } = describeProgram('', language, () => undefined)
    const code = [
      ...codeBlocks(text).flatMap(({ mark, body }) =>
        mark.startsWith('sh') ? body.split('\n') : [],
      ),
      ...[...withoutCode(text).matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span),
    ]
    const wrong = code.flatMap((line) => {
      const [, name = '', rest = ''] = /^(?:npx )?fengong ([a-z]+)(.*)$/.exec(line.trim()) ?? []
      if (name === '' || name === 'help') return []
      const command = commands.find((each) => each.name() === name)
      if (command === undefined) return [line]
      const known = command.options.map(({ long }) => long)
      return (rest.replace(/\s#.*$/, '').match(/--[a-z-]+/g) ?? []).filter(
        (option) => !known.includes(option),
      )
    })
    expect(wrong).toEqual([])
  })
})

describe('the documents', () => {
  const bare = (mark: string) => /^(?:sh|shell|ts|yaml|diff\b.*|md new=.*|json)$/.test(mark)
  const uncommented = (body: string) =>
    body.replace(/(^|\s+)(?:#|\/\/) .*$/gm, '').replace(/\n+/g, '\n')
  /** What is alike in two languages. */
  const frameOf = (path: string) => {
    const text = read(path)
    return {
      headings: headingsOf(text).map(({ depth }) => depth),
      tables: tablesOf(text),
      parts: partsOf(text),
      pictures: targetsOf(text).filter((target) => target.endsWith('.png')),
      code: codeBlocks(text)
        .filter(({ mark }) => bare(mark))
        .map(({ mark, body }) => ({
          mark,
          body: mark.startsWith('md') ? body : uncommented(body),
        })),
    }
  }
  const pairs = [
    ['README.md', 'README.zh-CN.md'],
    ...documents
      .filter(({ path }) => path.endsWith('.en.md'))
      .map(({ path }) => [path, path.replace('.en.md', '.md')]),
  ]

  it.each(pairs)('%s and %s are alike, section by section', (english = '', chinese = '') => {
    expect(frameOf(chinese)).toEqual(frameOf(english))
  })

  it('stand in docs in both languages', () => {
    const names = documents.map(({ path }) => path).filter((path) => path.startsWith('docs/'))
    const chinese = names.filter((name) => !name.endsWith('.en.md'))
    expect(names.filter((name) => name.endsWith('.en.md')).sort()).toEqual(
      chinese.map((name) => name.replace(/\.md$/, '.en.md')).sort(),
    )
  })

  it('show every picture, each small enough for a page', () => {
    const shown = new Set(
      documents.flatMap(({ path }) =>
        targetsOf(read(path)).map((target) => target.replace(/^.*\//, '')),
      ),
    )
    expect(pictures.filter((name) => !shown.has(name))).toEqual([])
    for (const name of pictures)
      expect(statSync(join(root, 'docs/pictures', name)).size, name).toBeLessThan(120 * 1024)
  })

  it('say in both languages what each made part is about', () => {
    const silent = (['zh', 'en'] as const).flatMap((language) =>
      [...parts[language]].flatMap(([name, text]) =>
        text
          .split('\n')
          .filter((line) => line.startsWith('| `') && !/`(?:type|span)`/.test(line))
          .filter(
            (line) =>
              / \|\s*\|$/.test(line) || (language === 'zh' && !/\p{Script=Han}/u.test(line)),
          )
          .map((line) => `${language} ${name}: ${line}`),
      ),
    )
    expect(silent).toEqual([])
  })
})
