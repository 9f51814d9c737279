import { describe, expect, it } from 'vitest'

import { createEngine } from '../../../pipeline/compose/liquid/engine.js'
import { maskLiquid } from '../../../pipeline/compose/liquid/mask-liquid.js'
import {
  dropTagLines,
  markPartialLines,
  markTagLines,
} from '../../../pipeline/compose/liquid/tag-lines.js'

const engine = createEngine({ piece: markPartialLines('{% if x %}\n甲\n{% endif %}') })

function render(text: string, scope: Record<string, unknown> = {}): string {
  return dropTagLines(engine.render(engine.parse(markTagLines(text)), scope, {}).text)
}

describe('lines of tags', () => {
  it('leave no line, so that a table is not torn apart', () => {
    expect(
      render('| a |\n|---|\n{% for n in list %}\n| x |\n{% endfor %}\n尾', { list: [1, 2] }),
    ).toBe('| a |\n|---|\n| x |\n| x |\n尾')
  })

  it('leave lines alone that hold text beside tags', () => {
    expect(render('甲{% if true %}乙{% endif %}\n\n丙')).toBe('甲乙\n\n丙')
  })

  it('may be indented, and several on one line', () => {
    expect(render('甲\n  {% if true %}{% if true %}  \n乙\n  {% endif %}{% endif %}\n丙')).toBe(
      '甲\n乙\n丙',
    )
  })

  it('do not eat the line end after a partial', () => {
    expect(render("{% render 'piece', x: true %}\n\n乙")).toBe('甲\n\n\n乙')
  })
})

describe('masking', () => {
  it('keeps every character’s place', () => {
    const text =
      '甲{{ a.b }}乙\n{% if x %}\n::note[{{ 𠮷 }}]{% comment %}\n::wrong\n{% endcomment %}'
    const masked = maskLiquid(text)
    expect(masked).toHaveLength(text.length)
    expect(masked.split('\n').map((line) => line.length)).toEqual(
      text.split('\n').map((line) => line.length),
    )
    expect(masked).not.toContain('wrong')
    expect(masked.indexOf('::note')).toBe(text.indexOf('::note'))
  })
})
