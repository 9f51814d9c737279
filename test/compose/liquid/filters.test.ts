import { describe, expect, it } from 'vitest'

import { createEngine } from '../../../pipeline/compose/liquid/engine.js'
import { textOfRendered } from '../../../pipeline/compose/liquid/text-of-value.js'
import { by, generic } from '../build-document.js'

const engine = createEngine({})

function render(text: string, scope: Record<string, unknown> = {}): string {
  const rendered = engine.render(engine.parse(text), scope, {})
  return textOfRendered(rendered.text, rendered.values)
}

describe('filters', () => {
  it.each([
    ["{{ '2023-06-24' | date_zh }}", '2023年6月24日'],
    ['{{ nil | date_zh }}', ''],
    ["{{ '2023-06-24' | year }}", '2023'],
    ['{{ 12 | numeral }}', '十二'],
    ['{{ nil | blank: 3 }}', '　　　'],
    ["{{ '' | blank: 2 }}", '　　'],
    ["{{ '甲' | blank: 2 }}", '甲'],
    ["{{ '关于印发《方案》的通知' | titled }}", '《关于印发〈方案〉的通知》'],
    ["{{ '一二三四五' | shorten: 4 }}", '一二……'],
    ["{{ '一二三四' | shorten: 4 }}", '一二三四'],
    ["{{ '推进改革。' | sentence: 10 }}", '推进改革。'],
    ["{{ '推进改革' | sentence }}", '推进改革。'],
    ["{{ '推进改革开放' | sentence: 4 }}", '推进……'],
    ["{{ '推进改革。' | unstopped }}", '推进改革'],
    ["{{ '1．' | unmarked }}", '1'],
    ["{{ '（三）' | unmarked }}", '（三）'],
    ["{{ '一、' | unmarked }}", '一'],
  ])('%s → %s', (text, expected) => {
    expect(render(text)).toBe(expected)
  })

  it('draws runs of numbers together', () => {
    expect(render('{{ n | ranges }}', { n: [5, 1, 2, 3, 9, 10, null, 3] })).toBe('1—3、5、9、10')
  })

  it('counts characters, not halves of them', () => {
    expect(render('{{ t | shorten: 3 }}', { t: '𠮷𠮷𠮷𠮷' })).toBe('𠮷……')
  })

  it('joins responsibilities by name, with their parts, and says where a list is open', () => {
    const list = [by('财政部', 'lead', '资金保障'), generic('各地区')]
    expect(render('{{ list | names }}', { list })).toBe('财政部（资金保障）、各地区')
    expect(render("{{ list | names: true, '等' }}", { list })).toBe('财政部（资金保障）、各地区等')
    expect(render("{{ list | names: true, '等' }}", { list: [] })).toBe('')
  })

  it('picks members by whether a key holds something', () => {
    const list = [{ a: 1 }, { a: null }, { a: [] }, { a: '' }, { a: '甲' }]
    expect(
      render(
        "{% assign x = list | having: 'a' %}{{ x.size }}{% assign y = list | lacking: 'a' %}{{ y.size }}",
        { list },
      ),
    ).toBe('23')
  })

  it('takes the members that fit into so many characters, at least one', () => {
    const list = [{ t: '一二三' }, { t: '四五' }, { t: '六' }]
    expect(render("{{ list | fitting: 't', 5 | map: 't' | join: '/' }}", { list })).toBe(
      '一二三/四五',
    )
    expect(render("{{ list | fitting: 't', 1 | map: 't' | join: '/' }}", { list })).toBe('一二三')
    expect(render("{{ list | fitting: 't', 9 | map: 't' | join: '/' }}", { list })).toBe(
      '一二三/四五/六',
    )
  })
})
