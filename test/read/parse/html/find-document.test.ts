import { describe, expect, it } from 'vitest'

import { parseFile } from '../outline-of.js'

const body = [
  '<p>某政办〔2023〕5号</p>',
  '<p>各区人民政府，市政府各部门：</p>',
  '<p>《某方案》已经市政府同意，现印发给你们，请认真贯彻执行。</p>',
  '<p>一、总体要求。坚持以人民为中心，统筹推进各项工作，确保按期完成，取得实效。（责任单位：市财政局、市商务局）</p>',
  '<p>某市人民政府办公室</p>',
  '<p>2023年7月1日</p>',
]
const documentLines = body.map((line) => line.replace(/<[^>]+>/g, ''))

const index =
  '<table><tr><td>索 引 号：</td><td>000014349/2023-00035</td><td>主题分类：</td><td>商贸、海关、旅游</td></tr>' +
  '<tr><td>发文机关：</td><td>国务院办公厅</td><td>成文日期：</td><td>2023年06月24日</td></tr>' +
  '<tr><td>标　　题：</td><td colspan="3">某市人民政府办公室关于印发某方案的通知</td></tr></table>'
const navigation = `<ul class="nav">${['首页', '公开', '服务', '互动', '数据', '市教育局'].map((name) => `<li><a href="/${name}">${name}</a></li>`).join('')}</ul>`
const tools =
  '<div>来源：市政府办公室　发布时间：2023-07-05 16:32　浏览次数：123次 【字体：<a>大</a> <a>中</a> <a>小</a>】【<a>打印</a>】【<a>关闭</a>】</div>'
const foot =
  '<div class="footer"><p>主办单位：某市人民政府办公室　承办：某市大数据局　版权所有</p><p>网站标识码1234567890 京ICP备05070218号</p></div>'
const related =
  '<div><h3>相关链接</h3><ul><li><a href="a">市水利局关于某事的解读</a></li><li><a href="b">图解</a></li></ul></div>'

function page(content: string, title = '某市人民政府办公室关于印发某方案的通知'): string {
  return (
    `<!DOCTYPE html><html><head><title>通知_某市</title></head><body><div class="top"><h1>某市人民政府</h1>${navigation}</div>` +
    `<div class="position">您当前的位置：<a href="/">首页</a> &gt; 政策文件</div><div class="main">${index}` +
    `<h2 class="article-title">${title}</h2>${tools}${content}${related}</div>${foot}</body></html>`
  )
}

describe('the document in a page saved from a web site', () => {
  it.each([
    ['an editor’s container', `<div class="TRS_Editor">${body.join('')}</div>`],
    ['a container of no known name', `<div class="txt-9">${body.join('')}</div>`],
    ['no container', body.join('')],
    ['a cell of a frame', `<table><tr><td>${body.join('')}</td></tr><tr><td></td></tr></table>`],
  ])('is found in %s, with the title that stands outside it', (_, content) => {
    const { outline, dropped } = parseFile('a.html', page(content))
    expect(outline).toEqual(['## 某市人民政府办公室关于印发某方案的通知', ...documentLines])
    const reasons = new Set(dropped.map((each) => each.split(':')[0]))
    expect([...reasons].sort()).toEqual(['index-table', 'page-chrome'])
    for (const name of ['市教育局', '市水利局', '某市大数据局', '国务院办公厅']) {
      expect(dropped.join('\n')).toContain(name)
    }
  })

  it('has its title once where the page repeats it', () => {
    const title = '<p>某市人民政府办公室关于印发</p><p>某方案的通知</p>'
    const { outline, dropped } = parseFile(
      'a.html',
      page(`<div id="zoom">${title}${body.join('')}</div>`),
    )
    expect(outline).toEqual(['某市人民政府办公室关于印发', '某方案的通知', ...documentLines])
    expect(dropped).toContain('repeated-title: 某市人民政府办公室关于印发某方案的通知')
  })

  it('keeps a signature and an annex that stand beside the container', () => {
    const { outline, told } = parseFile(
      'a.html',
      page(
        `<div class="txt-9">${body.slice(0, 4).join('')}</div><div>某市人民政府办公室</div><div>2023年7月1日</div>` +
          '<div>附件：<a href="1.doc">任务分工表</a>（盖章后报送）</div>',
      ),
    )
    expect(outline.slice(-3)).toEqual([
      '某市人民政府办公室',
      '2023年7月1日',
      '附件：任务分工表（盖章后报送）',
    ])
    expect(told.map((each) => each.split(' ').at(-1))).toEqual(['annexes-in-file'])
  })

  it('is all of a page without furniture', () => {
    const html = `<html><body><h1>关于某事的通知</h1>${body.join('')}<p>主办单位：市教育局。</p></body></html>`
    const { outline, dropped } = parseFile('a.html', html)
    expect(outline).toEqual(['# 关于某事的通知', ...documentLines, '主办单位：市教育局。'])
    expect(dropped).toEqual([])
  })

  it('never counts a class name against what holds the prose', () => {
    const html = page(`<div class="nav-right share">${body.join('')}</div>`)
    expect(parseFile('a.html', html).outline).toEqual([
      '## 某市人民政府办公室关于印发某方案的通知',
      ...documentLines,
    ])
  })
})

describe('what looks like furniture', () => {
  it.each([
    ['a note of where figures come from', '<p>来源：国家统计局</p>'],
    ['a place', '<p>位置：某区某路1号</p>'],
    ['an organiser', '<p>主办单位：市教育局；承办单位：市体育局。</p>'],
    ['an editor', '<p>编辑：张三</p>'],
    [
      'a table of papers with their numbers',
      '<table><tr><td>序号</td><td>文件名称</td><td>文号</td><td>发文日期</td></tr><tr><td>名称</td><td>有效性</td><td>标题</td><td>关闭</td></tr></table>',
    ],
    [
      'a list of annexes',
      '<ul><li><a href="1.html">附件1</a></li><li><a href="2.html">附件2</a></li></ul>',
    ],
    ['agencies that a site links', '<p><a href="a">财政部</a>、<a href="b">商务部</a></p>'],
  ])('stays in the document: %s', (_, html) => {
    expect(
      parseFile('a.html', page(`<div id="zoom">${body.join('')}${html}</div>`)).outline.length,
    ).toBeGreaterThan(documentLines.length + 1)
  })

  it.each([
    '<p>【打印本页】【关闭窗口】</p>',
    '<p>责任编辑：张三</p>',
    '<p>扫一扫在手机打开当前页</p>',
    '<div>来源：市政府办公室 发布时间：2023-07-05</div>',
    '<div class="share-box">微信 微博</div>',
    '<p>上一篇：关于甲的通知　下一篇：关于乙的通知</p>',
  ])('goes from within it: %s', (html) => {
    expect(
      parseFile('a.html', page(`<div id="zoom">${body.join('')}${html}</div>`)).outline,
    ).toHaveLength(documentLines.length + 1)
  })
})
