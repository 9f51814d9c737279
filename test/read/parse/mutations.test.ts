import { strToU8, zipSync } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { leavesOf, partitionFaults } from '../../../pipeline/model/index.js'
import { parseSource } from '../../../pipeline/read/parse/index.js'
import { buildDocx, cell, level, numbered, paragraph, row, run, table } from './docx-builder.js'

const markdown = [
  '---\ntitle: 通知\n---',
  '# 关于**某事**的通知',
  '某政发〔2023〕5号',
  '各区人民政府：',
  '一、总体要求。到2025年增长50~60%。（责任单位：市财政局、*市商务局）<!-- 注 -->\n1\\. 甲&nbsp;乙<br>丙',
  '| 序号 | 单位 |\n|--|--|\n| 1 | **财政部** |\n注：略\n| 2 | 商务部 |',
  '<table><tr><th rowspan="2">a</th><td>b</td></tr>\n\n<tr><td>c</td></tr></table>',
  '![印章](a.png) 见[附件](a.doc)',
  '由市财政局牵头，会同市\n— 1 —\n某市人民政府文件\n商务局办理\n— 2 —',
  '某 市 人 民 政 府 办 公 室 关 于 做 好 检 查 工 作 的 通 知 ， 各 区 要 认 真 组 织 ， 按 时 完 成 各 项 任 务 ， 不 得 拖 延 。',
  '[见]{.underline}[]{#_Toc .anchor}[^1]\n\n::: {x}\n> 甲\n:::\n\n[^1]: 注',
  '某市人民政府\n\n2023年7月1日',
].join('\n\n')

const html =
  '<!doctype html><html><head><title>x</title></head><body><div class="nav"><a href=1>首页</a></div><div class="TRS_Editor">' +
  '<p style="text-indent:2em">一、总体要求，<span>到&nbsp;2025年</span><span style="display:none">隐</span>。<br>二行</p><!-- 注 -->' +
  '<table border=1><thead><tr><th rowspan=2>序号</th><th colspan=2>任务</th></tr></thead><tr><td><p>甲</p><p>乙</p></td><td>丙</td></tr></table>' +
  '<ol><li>甲</li></ol><img src="a.png"></div><div class="footer">版权所有</div></body></html>'

const word = {
  numbering:
    `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '%1、')}</w:abstractNum>` +
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
  body:
    numbered('目标', 1) +
    paragraph(
      run('由') + '<w:ins w:id="1"><w:r><w:t>商务部</w:t></w:r></w:ins>' + run('隐', '<w:vanish/>'),
    ) +
    table(
      row([cell('a', '<w:vMerge w:val="restart"/>'), cell('b')]),
      row([cell('', '<w:vMerge/>'), cell('c', '<w:gridSpan w:val="2"/>')]),
    ),
}

/** Pieces that mean something to one of the parsers, to be put where they do not belong. */
const pieces = fc.constantFrom(
  ...'|,\n,\n\n,**,<,>,&,;,",\\,#,<!--,-->,---,|--|--|,<table>,</table>,<td rowspan=0>,</p>,<p>,<script>,\t,　,\u00a0,\0,\ud800,𠮷,�,\r\n,‮,（,一、'.split(
    ',',
  ),
)

type Edit = readonly [kind: 'cut' | 'put' | 'double', at: number, length: number, piece: string]
const edits = fc.array(
  fc.tuple(
    fc.constantFrom('cut', 'put', 'double'),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.nat(40),
    pieces,
  ),
  { minLength: 1, maxLength: 12 },
)

function mutated(text: string, changes: readonly Edit[]): string {
  return changes.reduce((before, [kind, where, length, piece]) => {
    const at = Math.floor(where * before.length)
    if (kind === 'cut') return before.slice(0, at) + before.slice(at + length)
    if (kind === 'put') return before.slice(0, at) + piece + before.slice(at)
    return before.slice(0, at + length) + before.slice(at)
  }, text)
}

function expectSound(name: string, bytes: Uint8Array): void {
  const { source, findings } = parseSource(bytes, { name })
  if (source === null) {
    expect(findings.some(({ severity }) => severity === 'error')).toBe(true)
    return
  }
  expect(partitionFaults(source)).toEqual([])
  for (const leaf of leavesOf(source)) expect(leaf.text.length).toBeGreaterThanOrEqual(0)
  let end = 0
  for (const run of source.origin) {
    expect(run.start).toBe(end)
    end = run.end
  }
  expect(end).toBe(source.text.length)
  expect(JSON.parse(JSON.stringify(source))).toEqual(source)
}

describe('a mutated notice never makes parse throw, and is a partition of its text', () => {
  it.each([
    ['a.md', markdown],
    ['a.txt', markdown],
    ['a.html', html],
    ['b.md', html],
    ['b.html', markdown],
  ])('%s', (name, text) => {
    fc.assert(
      fc.property(edits, (changes) =>
        expectSound(name, new TextEncoder().encode(mutated(text, changes))),
      ),
      { numRuns: 80 },
    )
  })

  it('a.docx, its XML', () => {
    fc.assert(
      fc.property(edits, edits, (ofBody, ofNumbering) =>
        expectSound(
          'a.docx',
          buildDocx({
            body: mutated(word.body, ofBody),
            numbering: mutated(word.numbering, ofNumbering),
          }),
        ),
      ),
      { numRuns: 80 },
    )
  })

  it('any format, its bytes', () => {
    const files: readonly (readonly [string, Uint8Array])[] = [
      ['a.md', strToU8(markdown)],
      ['a.html', strToU8(html)],
      ['a.docx', buildDocx(word)],
      ['a.docx', zipSync({ 'word/document.xml': strToU8('<w:document/>') })],
    ]
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.array(fc.tuple(fc.double({ min: 0, max: 0.9999, noNaN: true }), fc.nat(255)), {
          maxLength: 8,
        }),
        fc.double({ min: 0.1, max: 1, noNaN: true }),
        ([name, bytes], changes, share) => {
          const copy = bytes.slice(0, Math.floor(bytes.length * share))
          for (const [where, byte] of changes) copy[Math.floor(where * copy.length)] = byte
          expectSound(name, copy)
        },
      ),
      { numRuns: 80 },
    )
  })

  it('random text', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('a.md', 'a.txt', 'a.html'),
        fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' })), { maxLength: 40 }),
        (name, parts) => expectSound(name, new TextEncoder().encode(parts.join(''))),
      ),
      { numRuns: 80 },
    )
  })
})
