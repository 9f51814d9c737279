import { describe, expect, it } from 'vitest'

import { readLabel } from '../../../pipeline/read/extract/label.js'

describe('readLabel', () => {
  it.each([
    ['一、总体要求', '一、', 'han', 1, '总体要求'],
    ['十二、附则', '十二、', 'han', 12, '附则'],
    ['（一）主要内容。', '（一）', 'han-bracket', 1, '主要内容。'],
    ['(二十三)支持探索', '(二十三)', 'han-bracket', 23, '支持探索'],
    ['㈢完善机制', '㈢', 'han-bracket', 3, '完善机制'],
    ['1.领域', '1.', 'arabic', 1, '领域'],
    ['1． 打造创业带', '1．', 'arabic', 1, '打造创业带'],
    ['１２、加强宣传', '１２、', 'arabic', 12, '加强宣传'],
    ['⒈领域', '⒈', 'arabic', 1, '领域'],
    ['2.2025年底前完成', '2.', 'arabic', 2, '2025年底前完成'],
    ['（1）标准', '（1）', 'arabic-bracket', 1, '标准'],
    ['⑵标准', '⑵', 'arabic-bracket', 2, '标准'],
    ['③标准', '③', 'circled', 3, '标准'],
    ['第一条　为了规范', '第一条', 'article', 1, '为了规范'],
    ['第二章 登记', '第二章', 'chapter', 2, '登记'],
    ['一是加强领导；二是', '一是', 'ordinal', 1, '加强领导；二是'],
  ])('reads %s as the number %s', (text, printed, style, number, rest) => {
    const label = readLabel(text)
    expect(label).toMatchObject({ text: printed, style, number })
    expect(text.slice(label?.end)).toBe(rest)
  })

  it.each([
    '1.5个百分点',
    '2023年6月底前',
    '第（一）项规定的情形',
    '（一）项所列材料',
    '（2023年修订）',
    '一、二线城市先行',
    '第一条和第二条同时适用',
    '一是否决权',
    '3个领域',
    '三、四级医院',
    '',
  ])('takes %s for text', (text) => {
    expect(readLabel(text)).toBeNull()
  })
})
