import process from 'node:process'
import { beforeAll, describe, expect, it } from 'vitest'

import type { Flow, FlowBlock } from '../../../pipeline/model/index.js'
import { renderPdf } from '../../../pipeline/render/pdf/render-pdf.js'
import { flowTexts, type FaceSet } from '../../../pipeline/typeset/index.js'
import { bundledFaces } from '../../typeset/bundled-faces.js'
import { cell, flow, row, run, section, table, text } from '../../typeset/flows.js'
import { bareText, readPdf } from './read-pdf.js'

let faces: FaceSet
beforeAll(async () => {
  faces = await bundledFaces()
  await renderPdf(flow('document', [[text('body', words(2000))]]), faces)
})

const sentence = '明确办理条件、材料和时限，公开办理结果，方便企业和群众查询；按季度报送进展。'
const words = (count: number): string =>
  sentence.repeat(Math.ceil(count / sentence.length)).slice(0, count)

const upright = (blocks: readonly FlowBlock[]): Flow => flow('document', [section(blocks)])
const turned = (blocks: readonly FlowBlock[]): Flow =>
  flow('document', [section(blocks, { orientation: 'landscape' })])
const columns = (count: number): Readonly<Record<string, number>> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`第${index + 1}列`, 1]))

/** What other layouts lose, at a size; `n` is the first of three, each four times the one before. */
const situations: Readonly<Record<string, { n: number; make: (size: number) => Flow }>> = {
  'a paragraph of 50,000 characters': {
    n: 12_500,
    make: (size) => upright([text('body', words(size))]),
  },
  'a word of 8,000 Latin letters': {
    n: 8000,
    make: (size) => upright([text('body', 'a'.repeat(size))]),
  },
  'a cell of 30,000 characters beside a short one': {
    n: 7500,
    make: (size) => turned([table({ 序号: 1, 内容: 5 }, [row(['1', words(size)])])]),
  },
  'a Latin word of 8,000 letters in a narrow cell': {
    n: 8000,
    make: (size) => upright([table({ 名称: 5, 网址: 1 }, [row(['甲', 'b'.repeat(size)])])]),
  },
  'a merged cell over many rows and pages': {
    n: 120,
    make: (size) =>
      upright([
        table({ 单位: 1, 内容: 4 }, [
          row([cell(words(150), { rowSpan: size }), words(60)]),
          ...Array.from({ length: size - 1 }, () => row([words(60)])),
        ]),
      ]),
  },
  'a merged cell longer than its rows, and than a page': {
    n: 3000,
    make: (size) =>
      upright([
        text('body', words(400)),
        table({ 单位: 1, 内容: 4 }, [
          row([cell(words(size), { rowSpan: 3 }), '甲']),
          row(['乙']),
          row(['丙']),
        ]),
      ]),
  },
  'a table of 40 columns': {
    n: 10,
    make: (size) =>
      upright([
        table(
          columns(40),
          Array.from({ length: size }, (_, at) =>
            row(Array.from({ length: 40 }, (_each, column) => `值${at}-${column}`)),
          ),
        ),
      ]),
  },
  'rows with more cells than the table has columns': {
    n: 20,
    make: (size) =>
      upright([
        table(
          { 甲: 1, 乙: 1 },
          Array.from({ length: size }, () => row(['一', '二', '多出', '再多'])),
        ),
      ]),
  },
  'a head taller than a page': {
    n: 400,
    make: (size) =>
      upright([table({ [words(size)]: 1, 内容: 2 }, [row(['1', words(60)]), row(['2', '乙'])])]),
  },
  'a list of copies longer than a page': {
    n: 800,
    make: (size) =>
      upright([
        text('body', words(100)),
        {
          type: 'imprint',
          recipients: null,
          copiesTo: [[run(words(size))], [run(words(size))]],
          printedBy: [run(words(60))],
          printedOn: [run('2023年6月24日印发')],
          rules: true,
        },
      ]),
  },
  'an order’s office and name longer than their places': {
    n: 20,
    make: (size) =>
      upright([
        text('body', words(100)),
        {
          type: 'stamp',
          office: [run(words(size))],
          name: [run(words(size))],
          date: [run('某日')],
        },
      ]),
  },
  'lines of 避头尾 marks alone': {
    n: 2000,
    make: (size) => upright([text('body', '。（'.repeat(size))]),
  },
}

const tally = (content: string): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const each of content) counts.set(each, (counts.get(each) ?? 0) + 1)
  return counts
}

/** Characters of a flow that a reader of its PDF does not find as often as the flow has them. */
async function missing(given: Flow, bytes: Uint8Array): Promise<readonly string[]> {
  const { pages } = await readPdf(bytes)
  const found = tally(bareText(pages))
  const wanted = tally([...flowTexts(given)].map(([, each]) => each.replace(/\s+/gu, '')).join(''))
  return [...wanted].filter(([each, count]) => (found.get(each) ?? 0) < count).map(([each]) => each)
}

/** ms of this process’s own time: what else the machine does is not counted. */
async function spent(given: Flow): Promise<number> {
  const before = process.cpuUsage()
  const { bytes, findings } = await renderPdf(given, faces)
  expect(findings).toEqual([])
  expect(bytes).not.toBeNull()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

describe('nothing is lost on the page', () => {
  it.each(Object.entries(situations))('%s', async (_name, { n, make }) => {
    const given = make(n * 4)
    const { bytes, findings } = await renderPdf(given, faces)
    expect(findings).toEqual([])
    expect(bytes === null ? null : await missing(given, bytes)).toEqual([])
  })

  it.each(Object.entries(situations))(
    'in time that grows in line: %s',
    async (_name, { n, make }) => {
      await spent(make(n))
      const once = Math.min(await spent(make(n * 4)), await spent(make(n * 4)))
      const fourTimes = Math.min(await spent(make(n * 16)), await spent(make(n * 16)))
      // In line is 4; a square would be 16. What takes next to no time is not measured.
      expect(fourTimes / Math.max(once, 15)).toBeLessThan(8)
    },
  )

  it('and where something would be, no file is written', async () => {
    // A mark of a letter as long as this stands on no page.
    const given = flow('document', [
      section([text('masthead', words(900)), text('title', '关于某事的函')], { form: 'document' }),
    ])
    const { bytes, findings } = await renderPdf(given, faces)
    expect(bytes).toBeNull()
    expect(new Set(findings.map(({ severity }) => severity))).toEqual(new Set(['error']))
    expect(findings[0]?.rule).toMatch(/^page-holds-every-/u)
  })
})

describe('characters that are hard on a page', () => {
  const read = async (content: string): Promise<string | readonly string[]> => {
    const { bytes, findings } = await renderPdf(
      flow({ ...flow('document', []).style, pageNumbers: 'none' }, [[text('body', content)]]),
      faces,
    )
    return bytes === null
      ? findings.map(({ rule }) => rule)
      : bareText((await readPdf(bytes)).pages)
  }

  it.each([
    '喆堃镕䶮𬍛𠮷',
    'e\u0301国\u0301',
    '葛\u{E0100}城',
    '⼀一豈',
    '①㈠Ⅻ℃‰½',
    '→□☑★',
    '日本のカナ한국어αβγПривет',
  ])('are found again: %s', async (content) => {
    expect(await read(content)).toBe(content)
  })

  it.each(['国\u200B家', '国\u00AD家', '国\u202E家', '国\u2028家', '国\u0085家', '国\u000B家'])(
    'leave their neighbours to be found where they are seen nowhere: %j',
    async (content) => {
      expect(await read(content)).toBe('国家')
    },
  )

  it.each(['😀', 'שלום', 'ไทย', '\uE000', '\u0000', '\uD800'])(
    'are an error where no face has them: %j',
    async (content) => {
      expect(new Set(await read(content))).toEqual(new Set(['character-has-a-face']))
    },
  )
})
