import { describe, expect, it } from 'vitest'

import type { Host } from '../../pipeline/host/host.js'
import { memoryHost } from '../../pipeline/host/memory-host.js'
import { sentenceOf } from '../../pipeline/messages/index.js'
import type { Finding } from '../../pipeline/model/index.js'
import { correctionsPathOf, fetchSettings } from '../../pipeline/settings/fetch.js'
import { readCorrections, readSettings } from '../../pipeline/settings/index.js'

/** `line:column rule sentence` of each finding. */
const say = (findings: readonly Finding[]) =>
  findings.map((finding) => {
    const start = finding.place?.start
    const at = start === undefined ? '-' : `${start.line}:${start.column}`
    return `${at} ${finding.rule} ${sentenceOf(finding, 'zh')}`
  })

const loadSettings = async (host: Host, folder: string) =>
  readSettings(await fetchSettings(host, folder))

const officeFindings = async (text: string | Uint8Array) =>
  say((await loadSettings(memoryHost({ 'sources/office.yaml': text }), 'sources')).findings)

describe('readSettings', () => {
  it('reads office.yaml over the defaults', async () => {
    const host = memoryHost({ 'sources/office.yaml': 'name: 商务部\nreplyBy: 2023-07-31\n' })
    const { office, findings } = await loadSettings(host, 'sources')
    expect(findings).toEqual([])
    expect(office).toMatchObject({ name: '商务部', replyBy: '2023-07-31', draft: '代拟稿' })
  })

  it('has no office where there is no file, and takes one of comments alone for one that sets nothing', async () => {
    expect((await loadSettings(memoryHost(), 'sources')).office).toBeNull()
    const host = memoryHost({ 'sources/office.yaml': '\uFEFF# 尚未填写\n' })
    const { office, findings } = await loadSettings(host, 'sources')
    expect(findings).toEqual([])
    expect(office).toMatchObject({ draft: '代拟稿' })
  })

  it('names the nearest key for one that is not known, with its place', async () => {
    expect(await officeFindings('name: 商务部\nreplyby: 2023-07-31\n')).toEqual([
      '2:1 settings-keys-known 键「replyby」不认识，此处可用：replyBy。请改正或删去。',
    ])
  })

  it('lists the keys that may stand there where none is near', async () => {
    expect(await officeFindings('packets: { 正反面: true }\n')).toEqual([
      '1:12 settings-keys-known 键「packets › 正反面」不认识，此处可用：duties、duplex。请改正或删去。',
    ])
  })

  it('asks for quotes where a telephone number was read as a number', async () => {
    expect(await officeFindings('phone: 65123456\n')).toEqual([
      '1:8 settings-value-is-text 「phone」应为文字，现为「65123456」。数字、日期之类请加引号。',
    ])
  })

  it.each([
    ['draft: 草稿', '1:8 settings-value-is-one-of'],
    ['replyBy: 2023-02-30', '1:10 settings-value-is-date'],
    ['final: guohan-2023-56', '1:8 settings-value-is-list'],
    ['packets: { duplex: 是 }', '1:20 settings-value-is-yes-or-no'],
    ['brief: { name: 工作简报 }', '1:8 settings-keys-complete'],
    ['brief: { name: 简报, issue: 第1期, copies: 0 }', '1:40 settings-value-in-range'],
    ['name：商务部', '1:1 settings-value-is-mapping'],
    ['name: 商务部\nname: 财政部', '2:1 settings-keys-unique'],
    ['packets:\n\tduplex: true', '2:1 settings-indented-with-spaces'],
    ['name: "商务部', '1:11 settings-file-is-yaml'],
    ['genre: { province: 函 }', '1:10 settings-keys-known'],
  ])('tells of %j once, where it stands', async (text, expected) => {
    const found = await officeFindings(text)
    expect(found.map((each) => each.split(' ').slice(0, 2).join(' '))).toEqual([expected])
  })

  it('says that a file in another encoding is no UTF-8', async () => {
    const gbk = new Uint8Array([0x6e, 0x61, 0x6d, 0x65, 0x3a, 0x20, 0xc9, 0xcc, 0xce, 0xf1])
    expect(await officeFindings(gbk)).toEqual([
      '- settings-file-is-text 「sources/office.yaml」不是 UTF-8 文本。请在编辑器中另存为 UTF-8。',
    ])
  })

  it('does not take a file that cannot be read for one that is not there', async () => {
    const host = memoryHost({ 'sources/office.yaml': 'name: 商务部' })
    host.plan(({ name, path }) =>
      name === 'read' && path.endsWith('office.yaml') ? { type: 'refused', code: 'EACCES' } : null,
    )
    const { office, findings } = await loadSettings(host, 'sources')
    expect(office).toBeNull()
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['settings-file-readable', 'error'],
    ])
  })

  it('ends with a finding where aliases would multiply beyond measure', async () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\nname: [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\n`
    expect((await officeFindings(bomb)).map((each) => each.split(' ')[1])).toEqual([
      'settings-file-is-yaml',
    ])
  })

  it('warns of YAML files that nothing reads, and of corrections without a notice', async () => {
    const host = memoryHost({
      'sources/a.md': '',
      'sources/a.corrections.yaml': '',
      'sources/b.corrections.yaml': '',
      'sources/offcie.yaml': '',
    })
    expect(say((await loadSettings(host, 'sources')).findings)).toEqual([
      '- corrections-have-a-notice 「sources/b.corrections.yaml」校正的公文「b」不在此文件夹中，校正未使用。请核对文件名。',
      '- settings-file-known 「sources/offcie.yaml」不是已知的设置文件，未读取。已知的有：office.yaml、agencies.yaml、distribution.yaml、<id>.corrections.yaml。',
    ])
  })

  it('lays an office’s own agencies over the registry and tells of a name that two would have', async () => {
    const host = memoryHost({
      'sources/agencies.yaml': 'agencies:\n  - name: 某某办公室\n    aliases: [海关总署]\n',
    })
    const { findings } = await loadSettings(host, 'sources')
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['agency-forms-unique', 'error'],
    ])
  })
})

describe('readCorrections', () => {
  const load = (text: string) =>
    readCorrections({ path: 'a.corrections.yaml', bytes: new TextEncoder().encode(text) })

  it('looks for them beside the notice', () => {
    expect(correctionsPathOf('sources/guohan-2023-56.md')).toBe(
      'sources/guohan-2023-56.corrections.yaml',
    )
    expect(correctionsPathOf('v1.2/notice')).toBe('v1.2/notice.corrections.yaml')
  })

  it('reads what a person set, added and removed', () => {
    const { corrections, findings } = load(
      'corrections:\n  - item: 3\n    was: { title: 航空货运电子化 }\n    set: { title: 航空货运电子信息化 }\n    why: 以正文为准\n',
    )
    expect(findings).toEqual([])
    expect(corrections?.corrections).toHaveLength(1)
  })

  it('has none where there is no file', () => {
    expect(readCorrections({ path: 'a.corrections.yaml', bytes: null })).toEqual({
      corrections: null,
      findings: [],
    })
  })

  it('takes a misspelt key for what it was meant to be, and says nothing of the one that is missing for it', () => {
    const { findings } = load(
      'corrections:\n  - item: 3\n    ad: { agencies: [商务部] }\n    why: 据原件\n',
    )
    expect(say(findings)).toEqual([
      '3:5 settings-keys-known 键「corrections › #1 › ad」不认识，此处可用：add。请改正或删去。',
    ])
  })

  it('points into the entry that is wrong, not at the list', () => {
    const { findings } = load(
      'corrections:\n  - item: 3\n    was: {}\n    set: { agencies: [{ agency: 商务部, role: 主办 }] }\n    why: 据原件\n',
    )
    expect(say(findings)).toEqual([
      '4:44 settings-value-is-one-of 「corrections › #1 › set › agencies › #1 › role」只能是 lead、support、responsible、guide 之一，现为「主办」。',
    ])
  })

  it('asks for the reason', () => {
    const { findings } = load('accept:\n  - rule: annex-complete\n')
    expect(say(findings)).toEqual([
      '2:5 settings-keys-complete 「accept › #1」缺少键：why。请补上。',
    ])
  })

  it('blocks the source with each error: a person’s decision is not left out silently', () => {
    const { corrections, findings } = load('corrections: nothing\n')
    expect(corrections).toBeNull()
    expect(findings.map((finding) => finding.blocks)).toEqual([{ what: 'source' }])
  })
})
