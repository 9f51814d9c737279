import { describe, expect, it } from 'vitest'

import { highestMarks } from '../../../pipeline/compose/overview/highest-mark.js'

const secrecyOf = (...marks: readonly (string | null)[]) =>
  highestMarks(marks.map((secrecy) => ({ secrecy, urgency: null }))).secrecy
const urgencyOf = (...marks: readonly (string | null)[]) =>
  highestMarks(marks.map((urgency) => ({ secrecy: null, urgency }))).urgency

describe('a compilation', () => {
  it('carries the highest secrecy of what it holds, whatever the order', () => {
    expect(secrecyOf('秘密', '绝密★10年', '机密★1年')).toBe('绝密★10年')
    expect(secrecyOf(null, '机　密', '秘密★30年')).toBe('机　密')
  })

  it('carries the longest period of one degree; for ever is longer than any', () => {
    expect(secrecyOf('机密★1年', '机密★10年', '机密★5年')).toBe('机密★10年')
    expect(secrecyOf('秘密★30年', '秘密★长期')).toBe('秘密★长期')
  })

  it('carries the highest urgency', () => {
    expect(urgencyOf('加急', '特急', '平急')).toBe('特急')
    expect(urgencyOf('特提', '特急')).toBe('特提')
  })

  it('carries none where nothing has one', () => {
    expect(highestMarks([{ secrecy: null, urgency: null }])).toEqual({
      secrecy: null,
      urgency: null,
    })
    expect(highestMarks([])).toEqual({ secrecy: null, urgency: null })
  })
})
