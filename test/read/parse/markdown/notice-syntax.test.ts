import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { describe, expect, it } from 'vitest'

import { partitionFaults } from '../../../../pipeline/model/index.js'
import { markdownSource, noticeSyntax, parseSource } from '../../../../pipeline/read/parse/index.js'
import { outlineOf, toldBy } from '../outline-of.js'

const processor = unified().use(remarkParse).use(remarkGfm).use(noticeSyntax)

const notice = [
  '# 关于**某事**的通知',
  '某政发〔2023〕5号',
  '1. 到2025年增长50~60%，2030年70~80%\n    （一）见 www.gov.cn\n- 甲',
  '| 序号 | 单位 |\n|--|--|\n| 1 | 财政部 |\n注：略',
  '<table><tr><td>a</td><td>b</td></tr>\n\n<tr><td>1</td><td>2</td></tr></table>',
  '-----',
].join('\n\n')

describe('noticeSyntax in a stranger’s processor', () => {
  it('leaves headings, tables, paragraphs and text, every one with a position', () => {
    const types = new Set<string>()
    visit(processor.parse(notice), (node) => {
      types.add(node.type)
      expect(node.position).toBeDefined()
    })
    expect([...types].sort()).toEqual([
      'heading',
      'paragraph',
      'root',
      'table',
      'tableCell',
      'tableRow',
      'text',
    ])
  })

  it('changes nothing for other processors', () => {
    const other = unified().use(remarkParse).use(remarkGfm)
    processor.parse(notice)
    expect(other.parse('- 甲').children[0]?.type).toBe('list')
  })

  it('gives the same source through markdownSource as the file does', () => {
    const own = parseSource(new TextEncoder().encode(notice), { name: 'a.md' })
    const theirs = markdownSource(processor.parse(notice), notice)
    expect(theirs.source.tree).toEqual(own.source?.tree)
    expect(toldBy(theirs.findings)).toEqual(toldBy(own.findings))
    expect(partitionFaults(theirs.source)).toEqual([])
  })

  it('loses nothing of a tree that was made with all of Markdown', () => {
    const text = '> 引文\n\n- 甲\n- 乙\n\n    代码\n\n***\n\n末'
    const { source } = markdownSource(unified().use(remarkParse).parse(text), text)
    expect(outlineOf(source)).toEqual(['引文', '- 甲\n- 乙', '代码', '***', '末'])
    expect(partitionFaults(source)).toEqual([])
  })
})
