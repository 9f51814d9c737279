import { describe, expect, it } from 'vitest'

import type { BuildOptions } from '../../pipeline/build.js'
import type { MemoryHost } from '../../pipeline/host/memory-host.js'
import {
  builtWorkshop,
  everyAgency,
  expectWarmIsCold,
  filesOf,
  notice,
  run,
  shownItems,
  shownTasks,
  togetherOf,
} from './workshop.js'

/* Each kind of edit once, alone, with everything that it makes again, leaves and removes. What is peculiar to one kind has files of its own. */

const desk = {
  'sources/a.md': notice(),
  'sources/b.md': notice({
    title: '国务院关于做好丁工作的通知',
    number: '国函〔2024〕2号',
    rows: [['丁事项', '开展丁工作。', '教育部']],
  }),
}
/** The files of `b`, whose one agency is another than those of `a`. */
const ofB = (own?: readonly string[]) => filesOf('b', ['教育部'], own, ['教育部'])
const everybody = [...everyAgency, '教育部']
const everything = [...filesOf('a', everyAgency), ...ofB(), ...togetherOf(everybody)]
const lists = ['全部任务.csv', '全部任务.ndjson', '全部任务.xlsx']
const circular = 'a/agencies/商务部/任务分工函.docx'
const zip = 'a/packets/商务部.zip'
const mine: BuildOptions = { templates: 'mine' }

interface Edit {
  readonly edit: (host: MemoryHost) => unknown
  readonly options?: BuildOptions
  readonly made: readonly string[]
  readonly removed?: readonly string[]
  /** Where it is not all the rest: what a build of a part does not look at, or what is new. */
  readonly kept?: readonly string[]
  /** A rule that speaks of it. */
  readonly says?: string
  /** What a person does before a whole build then leaves the output of a build from nothing; without it, it is that already. */
  readonly then?: (host: MemoryHost) => unknown
}

const put = (path: string, text: string | Uint8Array) => (host: MemoryHost) => {
  host.put(path, text)
}
const inNotice = (was: string, is: string) => put('sources/a.md', notice().replace(was, is))
const content = inNotice('开展乙工作', '全面开展乙工作')

async function textOf(host: MemoryHost, path: string): Promise<string> {
  return new TextDecoder().decode((await host.read(path)) ?? undefined)
}
/** Lays a file of the package’s templates over it, with one word changed. */
const layOver = (name: string, was: string, is: string) => async (host: MemoryHost) => {
  const text = await textOf(host, `${host.packageFolder()}/templates/${name}`)
  expect(text).toContain(was)
  host.put(`mine/${name}`, text.replace(was, is))
}
const inManifest = (change: (text: string) => string) => async (host: MemoryHost) => {
  host.put('output/a/manifest.json', change(await textOf(host, 'output/a/manifest.json')))
}

/** What shows no office: the notice, what was read from it, and what is to be checked. */
const withoutOffice = /\/(?:document\.json|审阅\.html|核对\.txt|通知\.docx)$/u
const ofDocuments = [...filesOf('a', everyAgency), ...ofB()]
const inWord = (path: string) => /\.(?:docx|zip)$/u.test(path)
const workbook = (path: string) => path.endsWith('.xlsx')
const everyWorkbook = everything.filter(workbook)

const edits: Readonly<Record<string, Edit>> = {
  'a touched file, with a comment in a settings file': {
    edit: put('sources/agencies.yaml', '# 联系人待定\n'),
    made: [],
  },
  'the text of an item': {
    edit: content,
    made: [...filesOf('a', ['商务部'], shownItems), ...togetherOf(['商务部'], lists)],
  },
  'running text': {
    edit: inNotice('请认真贯彻落实', '请认真抓好落实'),
    made: filesOf('a', [], ['document.json', '审阅.html', '通知.docx']),
  },
  'the title': {
    edit: inNotice('甲乙丙工作的通知', '甲乙丙丁工作的通知'),
    made: [...filesOf('a', everyAgency), ...togetherOf([])],
  },
  'an agency': {
    edit: inNotice('| 商务部 |', '| 海关总署 |'),
    made: [
      ...filesOf('a', ['海关总署'], undefined, ['海关总署', '税务总局']),
      ...togetherOf(['海关总署']),
    ],
    removed: [...filesOf('a', ['商务部'], []), ...togetherOf(['商务部'], [])],
  },
  'a correction': {
    edit: put(
      'sources/a.corrections.yaml',
      'corrections:\n  - item: 2\n    was: { agencies: [商务部] }\n    set: { agencies: [税务总局] }\n    why: 原件为税务总局\n',
    ),
    // The notice is set as it was printed, whatever a person corrects: the packets of others hold nothing new.
    made: [
      ...filesOf(
        'a',
        ['税务总局'],
        [...shownTasks, '发文登记表.xlsx'].filter((path) => path !== '通知.docx'),
        ['税务总局'],
      ),
      ...togetherOf(['税务总局']),
    ],
    removed: [...filesOf('a', ['商务部'], []), ...togetherOf(['商务部'], [])],
  },
  'a template': {
    edit: layOver('任务分工总表.yaml', 'title: 主要内容', 'title: 内容'),
    options: mine,
    made: ['a/任务分工总表.xlsx', 'b/任务分工总表.xlsx'],
  },
  'a style': {
    edit: layOver('styles/document.yaml', 'left: 28', 'left: 27'),
    options: mine,
    made: ofDocuments.filter(inWord),
  },
  'a face': {
    edit: layOver('styles/document.yaml', 'hei: { word: 黑体 }', 'hei: { word: 思源黑体 }'),
    options: mine,
    // The index tells that it is not installed.
    made: [...ofDocuments.filter(inWord), ...everyWorkbook, 'index.html'],
  },
  'an option under which the sources read as before': {
    edit: () => undefined,
    options: { encoding: 'utf-8', revisions: 'reject' },
    made: [],
  },
  'an option under which the sources cannot be read': {
    edit: () => undefined,
    options: { encoding: 'gb18030' },
    made: togetherOf(everybody),
    says: 'error encoding-fits',
    then: () => undefined,
  },
  'the office': {
    edit: put('sources/office.yaml', 'name: 某某办公室\nphone: 010-00000000\n'),
    made: [
      ...ofDocuments.filter((path) => !withoutOffice.test(path)),
      ...togetherOf(everybody, ['全部任务.xlsx']),
    ],
  },
  'the registry': {
    edit: put('sources/agencies.yaml', 'agencies:\n  - name: 商务部\n    short: 商务部机关\n'),
    made: [
      ...filesOf(
        'a',
        ['商务部机关'],
        [...shownTasks, '发文登记表.xlsx'].filter((path) => path !== '通知.docx'),
        ['商务部机关'],
      ),
      ...togetherOf(['商务部机关']),
    ],
    removed: [...filesOf('a', ['商务部'], []), ...togetherOf(['商务部'], [])],
  },
  'an output that was deleted': {
    edit: (host) => host.remove(`output/${circular}`),
    made: [circular],
  },
  'an output that was cut off': {
    edit: async (host) => {
      const bytes = (await host.read(`output/${circular}`)) ?? new Uint8Array()
      host.put(`output/${circular}`, bytes.subarray(0, 2000))
    },
    made: [circular],
  },
  'an output that was edited by hand': {
    edit: put(`output/${circular}`, 'edited by hand'),
    made: [zip, 'index.html', 'index.json'],
    // It is the person’s as long as it lies there.
    then: (host) => host.remove(`output/${circular}`),
  },
  'a manifest that is nonsense': {
    edit: inManifest(() => 'nonsense'),
    made: [],
    says: 'warning manifest-readable',
  },
  'a manifest that was cut off': {
    edit: inManifest((text) => text.slice(0, -200)),
    made: filesOf('a', everyAgency),
    says: 'warning manifest-readable',
  },
  'a manifest of an older format': {
    edit: inManifest((text) => text.replace('"schemaVersion": 1', '"schemaVersion": 0')),
    made: filesOf('a', everyAgency),
    says: 'warning manifest-readable',
  },
  'a source that was renamed': {
    edit: (host) => host.rename('sources/b.md', 'sources/c.md'),
    // The list in CSV names no file.
    made: [
      ...filesOf('c', ['教育部'], undefined, ['教育部']),
      ...togetherOf(['教育部']).filter((path) => !path.endsWith('.csv')),
    ],
    removed: ofB(),
  },
  'a source that was taken away': {
    edit: (host) => host.remove('sources/b.md'),
    made: togetherOf([]),
    removed: [...ofB(), ...togetherOf(['教育部'], [])],
  },
  'a source that fails': {
    edit: put('sources/a.md', ''),
    made: togetherOf(everyAgency),
    says: 'error source-not-empty',
    then: put('sources/a.md', notice()),
  },
  'two sources, of which one is built alone': {
    edit: (host) => {
      content(host)
      host.put('sources/b.md', desk['sources/b.md'].replace('开展丁工作', '全面开展丁工作'))
    },
    options: { sources: ['sources/b.md'] },
    made: [...ofB(shownItems), ...togetherOf(['教育部'], lists)],
    kept: [
      ...ofB(['核对.txt', '发文登记表.xlsx']),
      ...togetherOf(everyAgency, ['index.html', 'index.json']),
    ],
    then: () => undefined,
  },
  'the text of an item, with one product asked for': {
    edit: content,
    options: { only: ['任务分工函'] },
    made: [circular, 'a/任务分工函.docx'],
    kept: everything.filter((path) => path.endsWith('任务分工函.docx')),
    then: () => undefined,
  },
  'the text of an item, with its agency asked for': {
    edit: content,
    options: { agency: ['商务部'] },
    made: filesOf('a', ['商务部'], ['通知.docx'], ['商务部']),
    kept: togetherOf(['商务部'], []),
    then: () => undefined,
  },
  'the text of an item, with another agency asked for': {
    edit: content,
    options: { agency: ['税务总局'] },
    made: filesOf('a', [], ['通知.docx'], ['税务总局']),
    kept: [...filesOf('a', ['税务总局'], [], []), ...togetherOf(['税务总局'], [])],
    then: () => undefined,
  },
}

const sorted = (paths: readonly string[]) => [...paths].sort()

describe('a build after an edit of one kind', () => {
  it.each(Object.entries(edits))(
    'of %s: makes, keeps and removes exactly what it must, and ends like a build from nothing',
    async (_, { edit, options = {}, made, removed = [], kept, says, then }) => {
      const host = await builtWorkshop(desk)
      await edit(host)
      const told = await run(host, options)
      expect(sorted([...told.made, ...told.together.made])).toEqual(sorted(made))
      expect(sorted([...told.removed, ...told.together.removed])).toEqual(sorted(removed))
      const touched = new Set([...made, ...removed])
      const rest = everything.filter((path) => !touched.has(path))
      expect(sorted([...told.kept, ...told.together.kept])).toEqual(
        sorted((kept ?? rest).filter((path) => !touched.has(path))),
      )
      expect([...told.failed, ...told.together.failed]).toEqual([])
      if (says !== undefined) expect(told.messages).toContain(says)
      if (then === undefined) return expectWarmIsCold(host, options)
      await then(host)
      await run(host)
      return expectWarmIsCold(host)
    },
    120_000,
  )
})
