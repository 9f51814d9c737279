import { describe, expect, it } from 'vitest'

import type { Language } from '../../pipeline/cli/language.js'
import { runPlan } from '../../pipeline/cli/run-plan.js'
import type { MemoryHost } from '../../pipeline/host/memory-host.js'
import { builtWorkshop, notice } from '../incremental/workshop.js'

/** What `plan --explain` prints for a folder: path → what is done, and why. */
async function explain(host: MemoryHost, language: Language = 'zh') {
  let out = ''
  let err = ''
  await runPlan(
    {
      command: 'plan',
      sources: [],
      only: [],
      agency: [],
      out: 'output',
      templates: undefined,
      encoding: undefined,
      revisions: undefined,
      debug: false,
      json: false,
      force: false,
      explain: true,
    },
    language,
    {
      out: (text) => (out += text),
      err: (text) => (err += text),
      interactive: false,
      colour: false,
    },
    host,
  )
  const told = [...out.matchAll(/^(?<action>\S.*?) {2}(?<path>.*)\n {6}(?<why>.*)$/gmu)]
  return {
    why: new Map(
      told.map(({ groups = {} }) => [
        groups.path ?? '',
        `${groups.action ?? ''} ${groups.why ?? ''}`,
      ]),
    ),
    closing: err.trim().split('\n').slice(-2),
  }
}

const built = () => builtWorkshop({ 'sources/a.md': notice() })
const put = async (path: string, text: string) => {
  const host = await built()
  host.put(path, text)
  return host
}
const content = notice().replace('开展乙工作', '全面开展乙工作')

describe('plan --explain', () => {
  it('names for each file the first thing that differs, in words a clerk understands', async () => {
    const { why, closing } = await explain(await put('sources/a.md', content))
    expect(Object.fromEntries(why)).toMatchObject({
      'a/document.json': '生成 公文数据: 任务 第2项 已变',
      'a/通知.docx': '生成 通知: 表 第1行 主要内容 已变',
      'a/任务分工函.docx': '生成 任务分工函: 表 第2行 主要内容 已变',
      'a/任务分工总表.xlsx': '生成 任务分工总表: 分工 第2行 主要内容 已变',
      'a/审阅.html': '生成 审阅: 原文 已变',
      'a/agencies/商务部/任务分工函.docx': '生成 任务分工函 商务部: 正文 第2段 已变',
      'a/agencies/商务部/附件1任务分工表.docx':
        '生成 附件1任务分工表 商务部: 表 第1行 主要内容 已变',
      'a/packets/商务部.zip': '生成 分发包 商务部: 所用文件 agencies/商务部/任务分工函.docx 已变',
      'agencies/商务部/任务总清单.xlsx': '生成 任务总清单 商务部: 任务总清单 第1行 主要内容 已变',
      // What stays is told of, too, and what cannot be made is not called kept.
      'a/agencies/海关总署/任务分工函.docx': '保留 任务分工函 海关总署: 内容未变，文件完好',
      'a/agencies/海关总署/任务分工函.pdf':
        '不能 任务分工函 海关总署: 因错误未能生成，见上面的错误',
    })
    expect(closing).toEqual([
      '将生成 15，保留 12，删除 0，因错误不能生成 13',
      '下一步：fengong build 照此生成',
    ])
  })

  it('says the same in English, with what a template names itself as it stands there', async () => {
    const { why } = await explain(await put('sources/a.md', content), 'en')
    expect(Object.fromEntries(why)).toMatchObject({
      'a/document.json': 'make document model: items no. 2 changed',
      'a/通知.docx': 'make 通知: table row 1 主要内容 changed',
      'a/packets/海关总署.zip': 'make packet 海关总署: the file that it holds, 通知.pdf changed',
      'a/核对.txt': 'keep 核对: nothing changed, the file is as it was made',
    })
  })

  it.each<[string, string, string, Readonly<Record<string, string>>]>([
    [
      'another title',
      'sources/a.md',
      notice({ title: '国务院关于做好丙丁工作的通知' }),
      {
        'a/document.json': '生成 公文数据: 标题 已变',
        'index.json': '生成 材料一览: 来文 第1项 已变',
      },
    ],
    [
      'a new row',
      'sources/a.md',
      `${notice()}\n| 4 | 丁事项 | 开展丁工作。 | 教育部 |`,
      {
        'a/document.json': '生成 公文数据: 任务 第4项 新增',
        'a/通知.docx': '生成 通知: 表 第4行 新增',
        'a/agencies/教育部/任务分工表.xlsx': '生成 任务分工表 教育部: 新文件，以前没有生成过',
        'a/审阅.html': '生成 审阅: 生成的文件 已变',
      },
    ],
    [
      'an agency without a task',
      'sources/a.md',
      notice().replace('| 商务部 |', '| 海关总署 |'),
      { 'a/packets/商务部.zip': '删除 分发包 商务部: 已无对应的来文或单位' },
    ],
    [
      'a first name for the office',
      'sources/office.yaml',
      'name: 某某办公室\n',
      { 'a/任务分工函.docx': '生成 任务分工函: 发文机关标志 第1段 新增' },
    ],
    [
      'a notice that cannot be read',
      'sources/a.md',
      '',
      { 'a/核对.txt': '保留 核对: 来文未能读出，保留上次的文件' },
    ],
    [
      'an edited file',
      'output/a/任务分工函.docx',
      'by hand',
      { 'a/任务分工函.docx': '保留 任务分工函: 有人改过，内容未变，保留其改动' },
    ],
    [
      'an empty file',
      'output/a/任务分工函.docx',
      '',
      { 'a/任务分工函.docx': '生成 任务分工函: 文件已损坏，或上次生成时中断' },
    ],
  ])('explains %s', async (_, path, text, wanted) => {
    expect(Object.fromEntries((await explain(await put(path, text))).why)).toMatchObject(wanted)
  })

  it('tells of the files of a notice that is gone, which a build removes', async () => {
    const host = await built()
    await host.remove('sources/a.md')
    host.put('output/a/通知.docx', 'by hand')
    const { why } = await explain(host)
    expect(why.get('a/document.json')).toBe('删除 公文数据: 已无对应的来文或单位')
    expect(why.get('a/通知.docx')).toBe('保留 通知: 有人改过，内容未变，保留其改动')
    expect(why.get('index.html')).toBe('删除 材料一览: 已无对应的来文或单位')
  })
})
