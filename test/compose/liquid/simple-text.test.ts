import { describe, expect, it } from 'vitest'

import { loadTemplates } from '../../../pipeline/compose/index.js'
import {
  renderText,
  renderValue,
  type CompiledText,
} from '../../../pipeline/compose/liquid/compiled-text.js'
import { simpleTextOf } from '../../../pipeline/compose/liquid/simple-text.js'
import { Compiler } from '../../../pipeline/compose/templates/compiler.js'

const partial = {
  name: 'partials/lead.md',
  path: 'partials/lead.md',
  text: '{% for each in one %}{{ each.name | default: each.text }}{% endfor %}{{ more }}',
  origin: 'package' as const,
}
const { engine } = loadTemplates([partial]).templates
const file = { name: 'sheet.yaml', path: 'sheet.yaml', text: '', origin: 'package' as const }
const scope = {
  engine,
  scope: {
    row: {
      title: '推进改革。',
      serial: 7,
      none: null,
      bare: '',
      open: true,
      leads: [
        { name: '财政部', text: '财政部门', house: '财政部', role: 'lead', part: '资金保障' },
        { name: '水利部', text: '水利部', house: '水利部', role: 'support', part: null },
        { name: '国家铁路局', text: '铁路局', house: '财政部', role: 'guide', part: null },
      ],
      deadlines: [{ text: '年底前' }, { text: '长期' }],
    },
    column: { name: '财政部' },
    index: 3,
  },
  globals: { words: { sign: { lead: '★', support: '○', guide: '△' } } },
}

function compile(source: string): CompiledText {
  return new Compiler(engine, file).compile(source, {
    start: { line: 1, column: 1, offset: 0 },
    end: { line: 1, column: 1, offset: 0 },
  })
}

describe('a text that needs no Liquid', () => {
  it.each([
    '{{ row.title }}',
    '{{row.title}}',
    '{{ row.serial }}',
    '{{ row.none }}',
    '{{ index }}',
    '{{ row.title | unstopped }}',
    "{{ row.leads | names: row.open, '等' }}",
    '{{ row.leads | printed_names }}',
    '{{ row.leads | signs: column.name, words.sign }}',
    "{{ row.deadlines | map: 'text' | join: '；' }}",
    "{{ row.deadlines | map: 'text' | join: ' | ' }}",
    '{{ row.none | default: row.title }}',
    '{{ row.bare | default: row.title | unstopped }}',
    '{{ row.serial | default: row.title }}',
    '{{ row.title | shorten: 3 }}',
    '{{ row.title | titled }}',
  ])('reads as Liquid reads it: %s', (source) => {
    const text = compile(source)
    expect(text.simple?.type).toBe('output')
    expect(renderText(text, scope)).toBe(renderText({ ...text, simple: null }, scope))
  })

  it('says whose sign stands in a cell', () => {
    expect(renderText(compile('{{ row.leads | signs: column.name, words.sign }}'), scope)).toBe(
      '★△',
    )
  })

  it.each([
    '{{ row.title | upcase }}',
    '{{ row.title | shorten: nil }}',
    '{{ row[0] }}',
    '{{- row.title }}',
    "{{ row.title | default: '}}' }}",
    '{% if row.title %}',
    '{% case row.serial %}{% when 7 %}七{% endcase %}',
    '{% comment %}{{ row.title }}{% endcomment %}',
    '{% for lead in row.leads %}{{ lead.name }}{% else %}无{% endfor %}',
  ])('is not taken for one: %s', (source) => {
    expect(simpleTextOf(source)).toBeNull()
  })

  it.each([
    '{{ row.leads.size }}',
    '{{ row.title }} ',
    '第{{ row.serial }}项',
    '{% if row.title %}{{ row.title }}{% endif %}',
    '{% if row.none %}{{ row.none }}{% else %}未载{% endif %}',
    '{% if row.bare %}空{% elsif row.open %}开{% endif %}',
    '{% if row.none or row.none %}甲{% elsif row.serial %}{{ row.serial }}{% else %}乙{% endif %}',
    "{% if row.title != '推进改革。' and row.open %}甲{% else %}乙{% endif %}",
    "{% if words.sign.lead == '★' and row.leads.size > 2 and row.serial %}全{% endif %}",
    '{% if row.serial >= 7 %}够{% endif %}{% if row.serial < 7 %}不够{% endif %}',
    '{% if row.open == true %}开{% endif %}',
    '{% if row.none and row.open or row.serial %}甲{% endif %}',
    '{% unless row.none %}attention{% endunless %}',
    '{% unless row.none %}甲{% else %}乙{% endunless %}',
    '{% unless row.open %}甲{% else %}乙{% endunless %}',
    '{% for lead in row.leads %}{{ lead.name }}{{ words.sign[lead.role] }}{% unless forloop.last %}、{% endunless %}{% endfor %}',
    '{% for lead in row.leads %}{% if forloop.first %}首：{% endif %}{% if lead.part %}{{ lead.part }}{% break %}{% endif %}{% endfor %}完',
    '{% for one in row.none %}{{ one.name }}{% endfor %}',
    "{% render 'lead', one: row.leads, more: '等' %}",
    "{% if row.open %}{% render 'lead', one: row.leads, more: 2 %}{% endif %}",
    '{% if row.none %}{% assign first = row.leads | first %}{{ first.name }}{% endif %}无',
    '{% if row.open %}{% assign first = row.leads | first %}{{ first.name }}{% endif %}',
    '{% for lead in row.leads limit: 1 %}{{ lead.name }}{% endfor %}',
    '{{ row.none | blank: 3 }}年',
    '甲\n{% if row.open %}\n乙\n{% endif %}\n丙',
  ])('reads as Liquid reads it, with tags: %s', (source) => {
    const text = compile(source)
    expect(renderText(text, scope)).toBe(renderText({ ...text, simple: null }, scope))
    expect(renderValue(text, scope)).toEqual(renderValue({ ...text, simple: null }, scope))
  })

  it('has no need of Liquid where tags are simple, or stand in a branch that is not taken', () => {
    const without = {
      ...scope,
      engine: { ...engine, render: () => expect.fail('Liquid was asked') },
    }
    for (const source of [
      '{% if row.serial %}{{ row.serial }}{% else %}{% render "nowhere" %}{% endif %}',
      "{% render 'lead', one: row.leads, more: '等' %}",
      '{% if row.none %}{% assign a = row.leads | first %}{{ a.name | upcase }}{% endif %}',
    ])
      expect(renderText(compile(source), without)).not.toBeNull()
  })

  it.each([
    '{{ row.nothing }}',
    '{% if row.nothing %}甲{% endif %}',
    '{% if row.open %}{{ row.leads }}{% endif %}',
    "{% render 'nowhere', one: row.leads %}",
    "{% render 'lead', one: row.leads %}",
    '{{ row.title | shorten: row.nothing }}',
    '{{ row.leads }}',
  ])('is refused as Liquid refuses it: %s', (source) => {
    const text = compile(source)
    const message = (tried: CompiledText): unknown => {
      try {
        return renderText(tried, scope)
      } catch (error) {
        return error
      }
    }
    expect(message(text)).toEqual(message({ ...text, simple: null }))
    expect(message(text)).toBeInstanceOf(Error)
  })
})
