import { describe, expect, it } from 'vitest'

import { titleKey } from '../../pipeline/text/index.js'

describe('titleKey', () => {
  it.each([
    ['‘云签发’平台', '“云签发”平台'],
    ['“两步申报、分段监管”制度', '两步申报、分段监管制度。'],
    ['货物 检验\u3000证单', '货物检验证单'],
    ['证照（电子）办理', '证照(电子)办理'],
    ['「先行裁决」模式', '“先行裁决”模式'],
    ['ＡＥＯ互认', 'aeo互认'],
    ['产学研—用一体化', '产学研－用一体化'],
    ['《条例》修订', '条例修订；'],
    ['试点\u200b事项', '试点事项'],
  ])('takes %s and %s for one name', (a, b) => {
    expect(titleKey(a)).toBe(titleKey(b))
  })

  it.each([
    ['货运电子化', '货运电子信息化'],
    ['服务（试点）', '服务'],
    ['证券、期货', '证券期货'],
  ])('keeps %s and %s apart', (a, b) => {
    expect(titleKey(a)).not.toBe(titleKey(b))
  })

  it('is its own key', () => {
    const key = titleKey('“一件事一次办”改革（省级）。')
    expect(titleKey(key)).toBe(key)
  })
})
