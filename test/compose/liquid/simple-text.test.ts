import { describe, expect, it } from 'vitest'

import { loadTemplates } from '../../../pipeline/compose/index.js'
import { renderText, type CompiledText } from '../../../pipeline/compose/liquid/compiled-text.js'
import { simpleTextOf } from '../../../pipeline/compose/liquid/simple-text.js'
import { Compiler } from '../../../pipeline/compose/templates/compiler.js'

const { engine } = loadTemplates([]).templates
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

describe('an output that needs no Liquid', () => {
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
    expect(text.simple?.type).toBe('path')
    expect(renderText(text, scope)).toBe(renderText({ ...text, simple: null }, scope))
  })

  it('says whose sign stands in a cell', () => {
    expect(renderText(compile('{{ row.leads | signs: column.name, words.sign }}'), scope)).toBe(
      '★△',
    )
  })

  it.each([
    '{{ row.leads.size }}',
    '{{ row.title | upcase }}',
    '{{ row.title }} ',
    '{% if row.title %}{{ row.title }}{% endif %}',
    '{{ row.title | shorten: nil }}',
    '{{ row[0] }}',
  ])('is not taken for one: %s', (source) => {
    expect(simpleTextOf(source)).toBeNull()
  })

  it.each(['{{ row.nothing }}', '{{ row.title | shorten: row.nothing }}', '{{ row.leads }}'])(
    'is refused as Liquid refuses it: %s',
    (source) => {
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
    },
  )
})
