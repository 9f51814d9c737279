import { describe, expect, it } from 'vitest'

import { partitionFaults } from '../../../pipeline/model/index.js'
import { parseFile } from './outline-of.js'

describe('what a scan or a print left in a text', () => {
  it.each(['通知.txt', '通知.md'])(
    'page numbers and running heads are dropped, and the sentence that they part is whole: %s',
    (name) => {
      const { outline, dropped, source } = parseFile(
        name,
        '某省水利厅文件\n\n一、检查。由省水利厅牵头，会同省自然资源\n\n— 1 —\n\n某省水利厅文件\n\n厅、省财政厅办理。\n\n- 2 -\n\n二、整改。\n\n第 3 页 共 3 页\n',
      )
      expect(outline).toEqual([
        '某省水利厅文件',
        '一、检查。由省水利厅牵头，会同省自然资源厅、省财政厅办理。',
        '二、整改。',
      ])
      expect(dropped).toEqual([
        'header-footer: — 1 —',
        'header-footer: 某省水利厅文件',
        'header-footer: - 2 -',
        'header-footer: 第 3 页 共 3 页',
      ])
      expect(source === null ? null : partitionFaults(source)).toEqual([])
    },
  )

  it('places are told in the file, not in what was made of it', () => {
    const { told } = parseFile(
      '通知.md',
      '一、检查。\n\n— 1 —\n\n![图](a.png)\n\n| 甲 | 乙 |\n|---|---|---|\n| 1 | 2 |\n',
    )
    expect([...told].sort()).toEqual([
      '5:1 warning content-not-in-pictures',
      '8:1 warning table-delimiter-matches-head',
    ])
  })

  it('a paragraph that ends at the foot of its page stays apart from the next', () => {
    const { outline } = parseFile(
      '通知.txt',
      '一、各地要切实加强对这项工作的组织领导。\n— 1 —\n二、各部门要密切配合、形成合力。\n',
    )
    expect(outline.join('\n')).toBe(
      '一、各地要切实加强对这项工作的组织领导。\n二、各部门要密切配合、形成合力。',
    )
  })

  it('blanks between all letters are closed, wider gaps are not', () => {
    const { outline, told } = parseFile(
      '通知.txt',
      '各 区 人 民 政 府 ， 市 政 府 各 部 门 ：\n\n现 将 有 关 事 项 通 知 如 下 ， 请 认 真 贯 彻 落 实 ， 按 时 报 送 50 份 材 料 。\n\n教 育 局   财 政 局\n',
    )
    expect(outline).toEqual([
      '各区人民政府，市政府各部门：',
      '现将有关事项通知如下，请认真贯彻落实，按时报送50份材料。',
      '教育局   财政局',
    ])
    expect(told).toEqual(['info letters-stand-close'])
  })

  it('a text in which some words are spread keeps them', () => {
    const text =
      '关于检查的\n\n通 知\n\n各区人民政府：现将有关事项通知如下，请认真贯彻落实。\n\n教 育 局\n'
    expect(parseFile('通知.txt', text).source?.text).toBe(text)
  })

  it('50,000 page numbers cost no more than other lines', () => {
    const { outline } = parseFile('通知.txt', `${'— 1 —\n\n'.repeat(50_000)}末`)
    expect(outline).toEqual(['末'])
  })
})
