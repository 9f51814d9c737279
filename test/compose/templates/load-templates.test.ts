import { describe, expect, it } from 'vitest'

import { composeDocument, knowYaml, loadTemplates } from '../../../pipeline/compose/index.js'
import { sentenceOf } from '../../../pipeline/messages/index.js'
import type { Finding, Sha256, TemplateFile } from '../../../pipeline/model/index.js'
import { by, compose, index, item, notice, packageFiles } from '../build-document.js'

function file(name: string, text: string, origin: TemplateFile['origin'] = 'office'): TemplateFile {
  return { name, path: `my/${name}`, text, origin }
}

const head = `---
product: test
title: 试验
per: [document]
formats: [pdf]
file: 试验
style: brief
properties: { title: 试验 }
---
`

/** Loads the package’s templates with one more, and says what is wrong: `line:column rule values`. */
function faults(text: string, name = '试验.md'): readonly string[] {
  const { findings } = loadTemplates([...packageFiles, file(name, text)])
  return findings.map((each) => {
    expect(each.path).toBe(`my/${name}`)
    expect(each.severity).toBe('error')
    expect(each.blocks).toEqual({ what: 'file', path: name })
    return `${each.place?.start.line ?? 0}:${each.place?.start.column ?? 0} ${each.rule} ${valuesOf(each)}`
  })
}

function valuesOf(finding: Finding): string {
  return Object.entries(finding.values)
    .filter(([key]) => key !== 'known')
    .map(([, value]) => String(value))
    .join(', ')
}

describe('the package’s own templates', () => {
  it('are without fault', () => {
    expect(loadTemplates(packageFiles).findings.map((each) => sentenceOf(each, 'zh'))).toEqual([])
  })

  it('compose the same where their YAML was parsed ahead', () => {
    const written = JSON.parse(JSON.stringify([...knowYaml(packageFiles)])) as [Sha256, unknown][]
    const composed = [new Map(), new Map(written)].map((known) => {
      const { templates } = loadTemplates(packageFiles, known)
      return compose(notice(), { templates }).jobs
    })
    expect(written.length).toBeGreaterThan(15)
    expect(composed[1]).toEqual(composed[0])
  })

  it('have their faults told at their places where their YAML was parsed ahead', () => {
    const files = packageFiles.map((each) =>
      each.name === '简报.md'
        ? { ...each, text: each.text.replace(/^title: .*$/m, 'title: []') }
        : each,
    )
    const [ahead, anew] = [knowYaml(files), new Map<Sha256, unknown>()].map((known) =>
      loadTemplates(files, known).findings.map((each) => JSON.stringify(each)),
    )
    expect(anew?.length).toBeGreaterThan(0)
    expect(ahead).toEqual(anew)
  })
})

describe('a broken page template', () => {
  it('with an unknown variable is found at its place, in branches that are never taken too', () => {
    expect(faults(`${head}# 标题\n\n{% if false %}见{{ document.titel }}。{% endif %}\n`)).toEqual([
      '12:19 template-variable-known document.titel',
    ])
  })

  it('with an unknown key of a loop’s member is found', () => {
    expect(faults(`${head}{% for one in items.all %}\n{{ one.titel }}\n{% endfor %}\n`)).toEqual([
      '11:4 template-variable-known one.titel',
    ])
  })

  it('with an unknown key that a filter looks at is found', () => {
    expect(faults(`${head}{{ items.all | map: 'titel' | join: '、' }}\n`)).toEqual([
      '10:21 template-variable-known titel',
    ])
  })

  it('with an unknown filter is found', () => {
    expect(faults(`${head}{{ document.title | upper }}\n`)).toEqual([
      '10:1 template-filter-known upper',
    ])
  })

  it.each([
    ['raw', '{{ document.title | raw }}'],
    ['date', "{{ 'now' | date: '%Y' }}"],
    ['sample', '{{ items.all | sample }}'],
  ])('that would use the filter %s is found', (name, text) => {
    expect(faults(`${head}${text}\n`)).toEqual([`10:1 template-filter-known ${name}`])
  })

  it.each([
    ['include', "{% include 'x' %}"],
    ['layout', "{% layout 'x' %}"],
    ['capture', '{% capture x %}a{% endcapture %}'],
    ['raw', '{% raw %}{{ x }}{% endraw %}'],
    ['echo', '{% echo document.title %}'],
    ['tablerow', '{% tablerow x in items.all %}{% endtablerow %}'],
    ['increment', '{% increment x %}'],
  ])('that would use the tag %s is found', (name, text) => {
    expect(faults(`${head}\n${text}\n`)).toEqual([`11:1 template-tag-known ${name}`])
  })

  it('with an unclosed tag is found', () => {
    const [fault] = faults(`${head}{% if document.title %}\n文字\n`)
    expect(fault).toMatch(/^10:1 template-parses /u)
  })

  it('with an unknown directive is found, once a place', () => {
    expect(
      faults(`${head}::tabel{rows={{ items.all }} columns=x}\n\n:::part\n文字\n:::\n`),
    ).toEqual(['10:1 template-directive-known ::tabel', '12:1 template-directive-known :::part'])
  })

  it('with a directive’s attribute unknown, missing or wrong is found', () => {
    expect(
      faults(
        `${head}::rule{color=red}\n\n::rule{colour=blue}\n\n::table{rows={{ items.all }}}\n\n::note\n`,
      ),
    ).toEqual([
      '10:1 template-key-known color',
      expect.stringMatching(/^12:1 template-directive-complete rule, colour, /u),
      expect.stringMatching(/^14:1 template-directive-complete table, columns, /u),
      '16:1 template-directive-complete note, […], [text]',
    ])
  })

  it('with asterisks that would be printed is found', () => {
    expect(faults(`${head}**第一\n`)).toEqual(['10:1 template-emphasis-closed **第一'])
    expect(faults(`${head}**第一：**内容，3\\*4\n`)).toEqual([])
  })

  it('with a heading deeper than a page has is found', () => {
    expect(faults(`${head}###### 六级\n`)).toEqual(['10:1 template-markup-supported ######'])
  })

  it('with a partial that does not exist, or a computed name, is found', () => {
    expect(faults(`${head}{% render 'nothing' %}\n`)).toEqual([
      '10:1 template-partial-exists nothing',
    ])
    expect(faults(`${head}{% render document.title %}\n`)[0]).toMatch(
      /^10:1 template-partial-exists /u,
    )
  })

  it('with an unknown key of its head is found at the key', () => {
    expect(faults(head.replace('style: brief', 'style: brief\nfitt: 1'))).toEqual([
      '8:1 template-key-known fitt',
    ])
    expect(
      faults(head.replace('properties: { title: 试验 }', 'properties: { title: 试验, autor: x }')),
    ).toEqual(['8:26 template-key-known autor'])
  })

  it('with a value of the wrong type is found at the value', () => {
    expect(faults(head.replace('[document]', 'nobody'))[0]).toMatch(
      /^4:6 template-value-valid per/u,
    )
  })

  it('with YAML that cannot be read is found', () => {
    expect(faults(head.replace('per: [document]', 'per: [document'))[0]).toMatch(/template-parses/u)
    expect(faults('# 没有开头\n')[0]).toMatch(/^1:1 template-parses/u)
  })

  it('with a style that does not exist is found', () => {
    expect(faults(head.replace('style: brief', 'style: briefs'))).toEqual([
      '7:8 template-style-exists briefs',
    ])
  })

  it('that holds a reserved character is found', () => {
    expect(faults(`${head}\uE000\n`)).toEqual(['10:1 template-characters-free U+E000'])
  })

  it('for a product that another template makes is found', () => {
    expect(faults(head.replace('product: test', 'product: brief'))).toEqual([
      '0:0 template-product-once brief, 简报.md',
    ])
  })
})

describe('a broken workbook template', () => {
  const book = `product: test
title: 试验
per: [document]
formats: [xlsx]
file: 试验
style: document
properties: { title: 试验 }
sheets:
  - name: 表
    rows: items.all
    columns:
      - { key: title, title: 任务, width: 20 }
`
  it('is sound as it is', () => {
    expect(faults(book, '试验.yaml')).toEqual([])
  })

  it('with an unknown key of a column is found at the key', () => {
    expect(faults(book.replace('width: 20', 'widht: 20'), '试验.yaml')).toEqual([
      '12:9 template-value-valid sheets.0.columns.0.width, Invalid input: expected number, received undefined',
      '12:34 template-key-known widht',
    ])
  })

  it('with a column that its rows do not have is found', () => {
    expect(faults(book.replace('key: title', 'key: titel'), '试验.yaml')).toEqual([
      '12:9 template-variable-known row.titel',
    ])
  })

  it('with rows that do not exist is found', () => {
    expect(faults(book.replace('items.all', 'item.all'), '试验.yaml')).toEqual([
      '10:11 template-variable-known item',
    ])
  })
})

describe('a broken template', () => {
  const document = notice({ items: [item(1, '甲', { responsibilities: [by('财政部')] })] })

  it('blocks its own product alone', () => {
    const broken = file(
      '简报.md',
      `${head.replace('product: test', 'product: brief')}{{ nothing }}\n`,
    )
    const { templates, findings } = loadTemplates([...packageFiles, broken])
    expect(findings).toHaveLength(1)
    const pathsWith = (given: typeof templates): readonly string[] =>
      composeDocument({
        document,
        findings: [],
        office: null,
        agencies: index,
        templates: given,
      }).jobs.map((job) => job.path)
    const whole = pathsWith(loadTemplates(packageFiles).templates)
    expect(whole).toContain('简报.pdf')
    expect(pathsWith(templates)).toEqual(whole.filter((path) => path !== '简报.pdf'))
  })

  it('that fails only on this document blocks its own paper, with one message for all agencies', () => {
    const late = file(
      '试验.md',
      head
        .replace('[document]', '[agency-in-document]')
        .replace('file: 试验', 'file: agencies/{{ agency.name }}/试验') +
        "{% assign list = items.all | map: 'title' %}\n{{ list }}\n",
    )
    const { templates, findings } = loadTemplates([...packageFiles, late])
    expect(findings).toEqual([])
    const two = notice({
      items: [item(1, '甲', { responsibilities: [by('财政部'), by('水利部')] })],
    })
    const composed = composeDocument({
      document: two,
      findings: [],
      office: null,
      agencies: index,
      templates,
    })
    expect(
      composed.findings.map((each) => [each.rule, each.place?.start.line, each.values.expression]),
    ).toEqual([['template-value-printable', 11, '{{ list }}']])
    expect(composed.jobs.map((job) => job.product)).not.toContain('test')
    expect(composed.jobs.map((job) => job.product)).toContain('brief')
  })

  it('that does not end is stopped with a message', () => {
    const endless = file(
      '试验.md',
      `${head}{% for a in (1..99999) %}{% for b in (1..99999) %}{% for c in (1..99999) %}{% assign x = c %}{% endfor %}{% endfor %}{% endfor %}\n`,
    )
    const { templates } = loadTemplates([...packageFiles, endless])
    const composed = composeDocument({
      document,
      findings: [],
      office: null,
      agencies: index,
      templates,
      only: ['test'],
    })
    expect(composed.findings.map((each) => each.rule)).toEqual(['template-render-bounded'])
  })

  it('that renders itself is stopped with a message', () => {
    const self = file('partials/self.md', "{% render 'self' %}")
    const { templates } = loadTemplates([
      ...packageFiles,
      self,
      file('试验.md', `${head}{% render 'self' %}\n`),
    ])
    const composed = composeDocument({
      document,
      findings: [],
      office: null,
      agencies: index,
      templates,
      only: ['test'],
    })
    expect(composed.findings).toHaveLength(1)
    expect(composed.jobs).toEqual([])
  })
})

describe('an office’s own template', () => {
  it('stands before the package’s of the same name, and a file of its own is a product more', () => {
    const own = file('简报.md', `${head.replace('product: test', 'product: brief')}# 本单位简报\n`)
    const more = file('周报.md', head)
    const { templates, findings } = loadTemplates([...packageFiles, own, more])
    expect(findings).toEqual([])
    expect(templates.products.map((each) => each.file.path)).toContain('my/简报.md')
    expect(templates.products.map((each) => each.product)).toContain('test')
  })

  it('may be saved by Windows, with a BOM and CRLF', () => {
    const text = `\uFEFF${head}# 标题\n\n文字\n`.replace(/\n/gu, '\r\n')
    expect(loadTemplates([...packageFiles, file('试验.md', text)]).findings).toEqual([])
  })
})
