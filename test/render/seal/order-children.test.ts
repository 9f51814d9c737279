import { describe, expect, it } from 'vitest'

import { orderChildren } from '../../../pipeline/render/seal/order-children.js'

const order = ['b', 'sz', 'color', 'name']

describe('orderChildren', () => {
  it('puts children in the given order, equals as they stood', () => {
    expect(
      orderChildren('<x><font><name v="1"/><color/><sz/><name v="2"/></font></x>', 'font', order),
    ).toBe('<x><font><sz/><color/><name v="1"/><name v="2"/></font></x>')
  })

  it('moves children with content whole', () => {
    expect(
      orderChildren('<font><name><sz a=">"/>一</name><b>二<name/></b></font>', 'font', order),
    ).toBe('<font><b>二<name/></b><name><sz a=">"/>一</name></font>')
  })

  it('orders every such element and leaves what stands between them', () => {
    expect(
      orderChildren(
        '<a>甲<font><name/><b/></font>乙<font/><font><sz/><b/></font>丙</a>',
        'font',
        order,
      ),
    ).toBe('<a>甲<font><b/><name/></font>乙<font/><font><b/><sz/></font>丙</a>')
  })

  it('leaves an element alone that has a child it does not know', () => {
    const xml = '<font><name/><strange/><b/></font>'
    expect(orderChildren(xml, 'font', order)).toBe(xml)
  })

  it('leaves an element alone that has text of its own', () => {
    const xml = '<font><name/>字<b/></font>'
    expect(orderChildren(xml, 'font', order)).toBe(xml)
  })
})
