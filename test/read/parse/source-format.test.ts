import { describe, expect, it } from 'vitest'

import { sentenceOf } from '../../../pipeline/messages/index.js'
import { sourceFormatOf } from '../../../pipeline/read/parse/index.js'
import { parseFile } from './outline-of.js'

describe('formats', () => {
  it.each([
    ['通知.md', 'markdown'],
    ['通知.TXT', 'text'],
    ['a.b/通知.htm', 'html'],
    ['通知.docx', 'docx'],
    ['通知', null],
    ['通知.constructor', null],
  ])('are told by the ending: %s', (name, format) => {
    expect(sourceFormatOf(name)).toBe(format)
  })

  it.each([
    ['通知.pdf', '%PDF-1.7', 'source-not-pdf'],
    ['通知.doc', 'x', 'source-not-old-word'],
    ['通知.wps', 'x', 'source-not-old-word'],
    ['通知.ofd', 'x', 'source-not-layout-file'],
    ['通知.xlsx', 'x', 'source-format-known'],
    ['通知.txt', '%PDF-1.7', 'source-not-pdf'],
    ['通知.docx', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'source-not-old-word'],
    ['通知.docx', 'no archive', 'docx-whole'],
    ['通知.md', '', 'source-not-empty'],
    ['通知.txt', ' \n　\n', 'source-not-empty'],
    ['通知.html', '<html><head><title>x</title></head><body></body></html>', 'source-not-empty'],
    ['通知.txt', 'a\0\0\0\0b', 'source-is-text'],
  ])('refuse %s with one error that says what to do', (name, content, rule) => {
    const { source, findings } = parseFile(name, content)
    expect(source).toBeNull()
    expect(findings.map((finding) => [finding.rule, finding.severity, finding.blocks])).toEqual([
      [rule, 'error', { what: 'source' }],
    ])
    const [finding] = findings
    expect(finding && sentenceOf(finding, 'zh')).toMatch(new RegExp(`^「${name}」.*。请|。$`, 'u'))
  })
})
