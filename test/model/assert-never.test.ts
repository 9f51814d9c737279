import { describe, expect, it } from 'vitest'

import { assertNever } from '../../pipeline/model/index.js'

describe('assertNever', () => {
  it('names the case and shows the beginning of the value alone', () => {
    const value = { type: 'mural', text: '长'.repeat(5000) }
    expect(() => assertNever(value as never)).toThrow(/^unexpected case mural: \{"type":"mural"/u)
    try {
      assertNever(value as never)
    } catch (error) {
      expect((error as Error).message.length).toBeLessThan(130)
    }
  })

  it('says what it is where it has no type', () => {
    expect(() => assertNever(undefined as never)).toThrow('unexpected case undefined')
    expect(() => assertNever('x' as never)).toThrow('unexpected case string: "x"')
  })
})
