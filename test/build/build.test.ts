import { describe, expect, it } from 'vitest'

import { build, readDocument } from '../../pipeline/build.js'
import type { BuildEvent } from '../../pipeline/model/index.js'
import {
  everyAgency,
  filesOf,
  notice,
  outputOf,
  run,
  togetherOf,
  workshop,
} from '../incremental/workshop.js'

const collect = async (events: AsyncGenerator<BuildEvent, void>) => {
  const collected: BuildEvent[] = []
  let thrown: unknown = null
  try {
    for await (const event of events) collected.push(event)
  } catch (error) {
    thrown = error
  }
  return { collected, thrown }
}

describe('build', () => {
  it('tells of a document in order: read, messages, plan, each file begun and written, done', async () => {
    const host = workshop({ 'sources/a.md': notice() })
    const { collected } = await collect(build({}, host))
    const types = collected.map(({ type }) => type).filter((type) => type !== 'message')
    expect(types.slice(0, 3)).toEqual(['build-started', 'document-read', 'planned'])
    // What is made from all notices together comes after the document, and is about none.
    const done = collected.findIndex(({ type }) => type === 'document-done')
    const after = collected.slice(done + 1)
    expect(after.at(-1)?.type).toBe('build-done')
    expect(after.filter((event) => 'document' in event && event.document !== null)).toEqual([])
    expect(after.flatMap((event) => (event.type === 'file-written' ? [event.path] : []))).toEqual(
      expect.arrayContaining([...togetherOf(everyAgency)]),
    )
    for (const event of collected) {
      if (event.type !== 'file-written') continue
      const begun = collected.findIndex(
        (other) => other.type === 'file-started' && other.path === event.path,
      )
      expect(begun).toBeGreaterThan(-1)
      expect(begun).toBeLessThan(collected.indexOf(event))
    }
  })

  it('says that there is no sources folder, and makes nothing', async () => {
    const told = await run(workshop({}))
    expect(told.messages).toEqual(['error sources-folder-exists'])
    expect(told.totals).toMatchObject({ documents: 0, configurationFailed: true })
  })

  it('says that a named source is not there', async () => {
    const told = await run(workshop({ 'sources/a.md': notice() }), { sources: ['sources/b.md'] })
    expect(told.messages).toEqual(['error source-exists'])
    expect(told.totals.configurationFailed).toBe(true)
  })

  it('refuses what is no notice, source by source, each with a message, and builds the others', async () => {
    const told = await run(
      workshop({
        'sources/a.md': notice(),
        'sources/empty.md': '',
        'sources/picture.docx': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]),
        'sources/old.doc': new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]),
        'sources/scan.pdf': '%PDF-1.4',
      }),
    )
    expect(told.made).toEqual(filesOf('a', everyAgency))
    expect(told.totals).toMatchObject({
      documents: 5,
      failedDocuments: 4,
      configurationFailed: false,
    })
    const failed = told.events.flatMap((event) =>
      event.type === 'document-done' && event.failed ? [event.document] : [],
    )
    for (const document of failed) {
      const errors = told.events.filter(
        (event) =>
          event.type === 'message' &&
          event.document === document &&
          event.finding.severity === 'error',
      )
      expect(errors, document).toHaveLength(1)
    }
  })

  it('turns a fault of the program in one document into a message, builds the others, then throws it', async () => {
    const host = workshop({ 'sources/a.md': notice(), 'sources/b.md': notice() })
    host.plan(({ name, path }) => {
      if (name === 'read' && path === '/desk/output/a/document.json') throw new Error('planted')
      return null
    })
    const { collected, thrown } = await collect(build({}, host))
    expect(thrown).toMatchObject({ message: 'planted' })
    const last = collected.at(-1)
    expect(last).toMatchObject({
      type: 'build-done',
      totals: {
        documents: 2,
        failedDocuments: 1,
        made: filesOf('b', everyAgency).length + togetherOf(everyAgency).length,
      },
    })
    expect(
      collected.flatMap((event) => (event.type === 'message' ? [event.finding] : [])),
    ).toContainEqual(
      expect.objectContaining({
        rule: 'program-sound',
        values: { path: 'sources/a.md', problem: 'planted' },
      }),
    )
    expect(host.files.has('/desk/output/a/.lock')).toBe(false)
  })

  it('lets two builds at once not touch one document: the second says who holds it', async () => {
    const host = workshop({ 'sources/a.md': notice() })
    const first = build({}, host)
    for await (const event of first) if (event.type === 'file-started') break
    // `break` ends the first build and gives its lock back; a second one that is stopped half way does not hold it.
    expect(host.files.has('/desk/output/a/.lock')).toBe(false)

    const holding = build({}, host)
    let step = await holding.next()
    while (step.done !== true && step.value.type !== 'file-started') step = await holding.next()
    const second = await run(host)
    expect(second.messages).toContain('error output-folder-free')
    expect(second.made).toEqual([])
    while (step.done !== true) step = await holding.next()
    expect((await run(host)).made).toEqual([])
  })

  it('reads what is declared and nothing else', async () => {
    const host = workshop({
      'sources/a.md': notice(),
      'sources/office.yaml': 'name: 某办公室\n',
      'sources/notes.rtf': 'not ours',
      'secret.txt': 'not ours',
    })
    await run(host)
    const reads = new Set(
      host.operations.flatMap(({ name, path }) =>
        name === 'read' && path.startsWith('/desk/') && !path.startsWith('/desk/output/')
          ? [path]
          : [],
      ),
    )
    expect([...reads].sort()).toEqual([
      '/desk/sources/a.corrections.yaml',
      '/desk/sources/a.md',
      '/desk/sources/agencies.yaml',
      '/desk/sources/distribution.yaml',
      '/desk/sources/office.yaml',
    ])
  })

  it('writes nothing outside the output folder', async () => {
    const host = workshop({
      'sources/a.md': notice(),
      'sources/...md': notice(),
      'sources/b b.md': notice(),
    })
    const before = new Set(host.files.keys())
    await run(host, { output: 'out/deep' })
    const outside = [...host.files.keys()].filter(
      (path) => !before.has(path) && !path.startsWith('/desk/out/deep/'),
    )
    expect(outside).toEqual([])
    const notices = ['a', 'b b'].flatMap((id) => [
      ...filesOf(id, everyAgency),
      `${id}/manifest.json`,
    ])
    expect([...outputOf(host, '/desk/out/deep').keys()].sort()).toEqual(
      [...notices, ...togetherOf(everyAgency), 'manifest.json'].sort(),
    )
  })

  it('gives a file whose template names it at length a shorter name on such a system, and says so', async () => {
    const own = '关于印发重点任务分工安排并请按季度报送进展情况的函及其附件一并办理的说明材料汇总'
    const head = 'product: test\ntitle: 试\nper: [document, agency-in-document]\nformats: [docx]\n'
    const file = `file: '{% if agency %}agencies/{{ agency.name }}/{% endif %}${own}'\n`
    const rest = 'style: document\nproperties: { title: 试 }\n'
    const files = {
      'sources/a.md': notice(),
      'mine/试.md': `---\n${head}${file}${rest}---\n正文\n`,
    }
    const output = `/${'深'.repeat(95)}/${'层'.repeat(95)}/output`
    const options = { output, only: ['test'], templates: 'mine' }
    const told = await run(workshop(files, { longestPath: 259 }), options)
    expect(told.made).toHaveLength(4)
    expect(told.made.filter((path) => `${output}/${path}`.length > 259)).toEqual([])
    // What lies less deep has its whole name.
    expect(told.made).toContain(`a/${own}.docx`)
    const cut = told.made.filter((path) => /关于印发[^/]*-[0-9a-f]{8}\.docx$/u.test(path))
    expect(cut).toHaveLength(3)
    expect(told.messages.filter((each) => each.endsWith('output-file-name-short'))).toHaveLength(3)
    const elsewhere = await run(workshop(files), options)
    expect(elsewhere.made).toContain(`a/agencies/商务部/${own}.docx`)
    expect(elsewhere.messages.join()).not.toContain('output-file-name-short')
  })

  it('gives an agency’s folder a shorter name where the whole path is longer than the system takes, and says so', async () => {
    const name = '国务院甲乙丙丁戊己庚辛壬癸综合协调工作领导小组办公室'
    const files = {
      'sources/a.md': notice().replace('| 商务部 |', `| ${name} |`),
      'sources/agencies.yaml': `agencies:\n  - name: ${name}\n    kind: office\n    level: central\n    order: 1\n`,
    }
    const output = `/${'深'.repeat(95)}/${'层'.repeat(95)}/output`
    const host = workshop(files, { longestPath: 259 })
    const told = await run(host, { output })
    expect(told.messages.filter((each) => each.endsWith('output-path-short'))).toHaveLength(1)
    const made = [...outputOf(host, output).keys()]
    expect(made.filter((path) => `${output}/${path}`.length > 259)).toEqual([])
    const cut = made.find((path) => path.endsWith('/任务分工函.docx') && path.includes('国务院甲'))
    expect(cut).toMatch(/^a\/agencies\/国务院甲[^/]*-[0-9a-f]{8}\/任务分工函\.docx$/u)
    expect(made).toContain('a/agencies/海关总署/任务分工函.docx')
    expect((await run(host, { output })).made).toEqual([])
    const elsewhere = workshop(files)
    expect((await run(elsewhere, { output })).made).toContain(`a/agencies/${name}/任务分工函.docx`)
  })

  it('keeps agencies of hostile names inside their own folders', async () => {
    const name = '../../../etc/CON. '
    const host = workshop({
      'sources/a.md': notice().replace('| 商务部 |', '| 甲乙丙办公室 |'),
      'sources/agencies.yaml': `agencies:\n  - name: 甲乙丙办公室\n    short: '${name}'\n    kind: office\n    level: central\n    order: 1\n`,
    })
    const before = new Set(host.files.keys())
    await run(host)
    const made = [...host.files.keys()].filter((path) => !before.has(path))
    expect(made.filter((path) => !path.startsWith('/desk/output/'))).toEqual([])
    const folders = ((await host.list('output/a/agencies')) ?? []).map(({ name: each }) => each)
    expect(folders).toHaveLength(3)
    for (const each of folders) expect(each).toMatch(/^(?!\.|CON$)[^/\\]*[^. ]$/u)
    expect(
      made
        .filter((path) => !path.startsWith('/desk/output/a/'))
        .map((path) => path.slice('/desk/output/'.length))
        .sort(),
    ).toEqual([...togetherOf(folders), 'manifest.json'].sort())
  })
})

describe('readDocument', () => {
  it('says that a file is not there', async () => {
    const { document, findings } = await readDocument('a.md', {}, workshop({}))
    expect(document).toBeNull()
    expect(findings.map(({ rule }) => rule)).toEqual(['source-exists'])
  })

  it('says that a folder is no file', async () => {
    const host = workshop({ 'sources/a.md': notice() })
    host.plan(({ name, path }) =>
      name === 'read' && path === '/desk/sources' ? { type: 'refused', code: 'EISDIR' } : null,
    )
    const { findings } = await readDocument('sources', {}, host)
    expect(findings.map(({ rule }) => rule)).toEqual(['source-readable'])
  })

  it('uses the corrections beside the file and the settings in ./sources', async () => {
    const host = workshop({
      '/elsewhere/a.md': notice(),
      '/elsewhere/a.corrections.yaml':
        'corrections:\n  - item: 2\n    was: { agencies: [商务部] }\n    set: { agencies: [教育部] }\n    why: 据原件\n',
      'sources/agencies.yaml': 'agencies:\n  - name: 税务总局\n    aliases: [海关]\n',
    })
    const { document } = await readDocument('/elsewhere/a.md', {}, host)
    expect(document?.items[1]?.responsibilities.map(({ name, from }) => [name, from])).toEqual([
      ['教育部', 'correction'],
    ])
  })
})
