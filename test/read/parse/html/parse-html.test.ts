import { describe, expect, it } from 'vitest'

import { leavesOf, type SourceText } from '../../../../pipeline/model/index.js'
import { parseFile } from '../outline-of.js'

const parse = (html: string) => parseFile('通知.html', html)

/** Every run with an offset is the slice of the file that it says. */
function expectTrueOrigin(source: SourceText | null, file: string): void {
  for (const { start, end, at } of source?.origin ?? []) {
    if (at.kind !== 'offset') continue
    expect(file.slice(at.offset, at.offset + end - start)).toBe(source?.text.slice(start, end))
  }
}

describe('the text of a page', () => {
  it('is laid out block by block, as a browser shows it', () => {
    const file =
      '<div><h2>一、目标</h2>\n<p>  甲  乙\n\t丙<span>丁</span> <b>AI</b>\n2028年</p><p></p>文字<p>戊<br>己</p></div>'
    const { source, outline } = parse(file)
    expect(outline).toEqual(['## 一、目标', '甲 乙丙丁 AI 2028年', '文字', '戊\n己'])
    expectTrueOrigin(source, file)
  })

  it('keeps non-breaking and full-width spaces, and decodes references', () => {
    const file = '<p>　　国务院&nbsp;&#12288;&lt;A&amp;B&gt;&amp;sp;&unknown;&ldquo;云&rdquo;</p>'
    const { source, outline } = parse(file)
    expect(outline).toEqual(['　　国务院\u00a0\u3000<A&B>&sp;&unknown;“云”'])
    expectTrueOrigin(source, file)
  })

  it('has a space between words that a line end parts, none between Chinese characters', () => {
    expect(parse('<p>财政\n部\n（OPC one\nperson）</p>').outline).toEqual([
      '财政部（OPC one person）',
    ])
  })

  it('parts paragraphs at two breaks', () => {
    expect(parse('<div>甲<br><br>　　乙<br>丙<br>&nbsp;<br>丁</div>').outline).toEqual([
      '甲',
      '　　乙\n丙',
      '丁',
    ])
  })

  it('shows the numbers of a list, unless its items have their own', () => {
    expect(
      parse(
        '<ol><li>甲</li><li>乙</li></ol><ol start="4"><li>丙</li></ol><ol><li>（一）丁</li></ol>',
      ).outline,
    ).toEqual(['1.甲', '2.乙', '4.丙', '（一）丁'])
  })

  it('leaves out word-processor markup and what is hidden, with the reason', () => {
    const file =
      '<p>由财<span lang=EN-US><o:p></o:p></span>政部<span style="display:none">海关总署</span>牵头' +
      '<![if !supportLists]>，<![endif]><!-- 批注 --></p><script>var a = "审计署"</script><style>p{}</style>'
    const { source, outline, dropped } = parse(file)
    expect(outline).toEqual(['由财政部牵头，'])
    expect(dropped).toEqual([
      'hidden: 海关总署',
      'comment: [if !supportLists]',
      'comment: [endif]',
      'comment:  批注 ',
      'script: var a = "审计署"',
      'style: p{}',
    ])
    expectTrueOrigin(source, file)
  })

  it('keeps the lines of preformatted text', () => {
    expect(parse('<pre>甲\n  乙</pre>').outline).toEqual(['甲\n  乙'])
  })

  it('tells pictures and linked files with their place in the file, not icons and pages', () => {
    const { told } = parse(
      '<p>甲<img src="表.png" width="600"><img src="dot.gif" width="1"></p>\n<p><a href="附件.doc">附件</a>' +
        '<a href="/index.html">首页</a></p>\n<iframe src="正文.pdf"></iframe>',
    )
    expect(told).toEqual([
      '1:5 warning content-not-in-pictures',
      '2:4 warning annexes-in-file',
      '3:1 warning annexes-in-file',
    ])
  })
})

describe('tables of a page', () => {
  it('have each merged cell once, where it begins, and know their heads', () => {
    const { outline } = parse(
      '<table><thead><tr><th rowspan="2">序号</th><th colspan="2">任务</th></tr><tr><th>内容</th><th>单位</th></tr></thead>' +
        '<tr><td>1</td><td>甲</td><td rowspan="9">财政部</td></tr><tr><td>2</td><td><p>乙</p><p>丙</p></td></tr></table>',
    )
    expect(outline).toEqual([
      '| ![2×1]序号 | ![1×2]任务 |',
      '| !内容 | !单位 |',
      '| 1 | 甲 | [2×1]财政部 |',
      '| 2 | 乙\n丙 |',
    ])
  })

  it('part cells by tabs and rows by line ends in the reading text', () => {
    const { source } = parse(
      '<table><tr><td>a</td><td>b</td></tr><tr><td>1</td><td></td></tr></table>',
    )
    expect(source?.text).toBe('a\tb\n1\t')
    expect(source ? leavesOf(source).map(({ span }) => span) : []).toEqual([
      { start: 0, end: 1 },
      { start: 2, end: 3 },
      { start: 4, end: 5 },
      { start: 6, end: 6 },
    ])
  })

  it.each([
    ['of one column', '<table><tr><td><p>甲</p></td></tr><tr><td>乙</td></tr></table>'],
    ['of one row', '<table><tr><td>甲</td><td>乙</td></tr></table>'],
    [
      'around a table',
      '<table><tr><td></td><td><p>甲</p></td></tr><tr><td></td><td><table><tr><td>乙</td></tr><tr><td>丙</td></tr></table></td></tr></table>',
    ],
  ])('are frames where they are %s', (_, html) => {
    expect(parse(html).outline.slice(0, 2)).toEqual(['甲', '乙'])
  })

  it('may be an editor’s fragment without its table tag', () => {
    expect(
      parse('<tbody><tr><td class="b12c"><p>甲</p><p>乙</p></td></tr><tr><td></td></tr></tbody>')
        .outline,
    ).toEqual(['甲', '乙'])
  })
})

describe('a page that is cut off in its markup', () => {
  it('holds every place within it, where the parser counts past its end', () => {
    const file = '<!doctype html><body><p>甲</p><a href="annex.doc">附件</\0'
    const { findings } = parseFile('通知.html', file)
    expect(findings.map(({ place }) => place?.end.offset)).toEqual([file.length])
  })
})
