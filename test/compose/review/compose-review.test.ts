import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { ElementContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { describe, expect, it } from 'vitest'

import { digestLayout } from '../../../pipeline/plan/digest-layout.js'
import type { OfficialDocument, Page } from '../../../pipeline/model/index.js'
import { by, compose, item, notice } from '../build-document.js'
import { buildDocx, type DocxParts } from '../../read/parse/docx-builder.js'
import { annexOf, indexOf, reviewOf } from './review-of.js'

const cases = new URL('../../cases/', import.meta.url)

/** What a node says that the source says: what the page itself adds is marked as a note. */
function said(node: ElementContent): string {
  if (node.type === 'text') return node.value
  if (node.type !== 'element') return ''
  const look = node.properties.className
  if (Array.isArray(look) && look.includes('note')) return ''
  return node.children.map(said).join('')
}

function elementsIn(node: ElementContent): readonly Extract<ElementContent, { type: 'element' }>[] {
  return node.type === 'element' ? [node, ...node.children.flatMap(elementsIn)] : []
}

const allIn = (page: Page) => page.body.flatMap(elementsIn)

function textOf(page: Page): string {
  const column = allIn(page).find(({ properties }) => properties.id === 'text')
  return column === undefined ? '' : said(column)
}

const withoutSpace = (text: string): string => text.replace(/\s+/gu, '')

async function inputOf(situation: string): Promise<{ name: string; bytes: Uint8Array } | null> {
  const folder = new URL(`${situation}/input/`, cases)
  const name = readdirSync(folder).find((each) => /\.(md|html|txt|docx\.ts)$/.test(each))
  if (name === undefined) return null
  const path = fileURLToPath(new URL(name, folder))
  if (!name.endsWith('.ts')) return { name, bytes: readFileSync(path) }
  const module = (await import(path)) as { readonly parts: DocxParts }
  return { name: name.replace(/\.ts$/, ''), bytes: buildDocx(module.parts) }
}

describe('the source on the page', () => {
  it.each([
    'word-automatic-numbering',
    'word-table-with-merged-cells',
    'word-hidden-text-and-comments',
    'page-saved-from-a-government-site',
    'yaml-head-in-markdown',
    'merged-cells-belong-to-all-their-rows',
    'html-table-in-markdown',
    'issued-plan-between-two-annexes',
    'pictures-and-linked-annexes',
    'leftovers-of-a-broken-copy',
  ])('holds each character of the text once and in order: %s', async (situation) => {
    const input = await inputOf(situation)
    if (input === null) throw new Error(`${situation} has no input`)
    const { document, page } = reviewOf(input.bytes, input)
    expect(withoutSpace(textOf(page))).toBe(withoutSpace(document.text))
  })

  it('says why a stretch was not read, and marks the numbers that Word counts', async () => {
    const dropped = await inputOf('yaml-head-in-markdown')
    expect(dropped && reviewOf(dropped.bytes, dropped).html).toContain('〔未读入：文件开头的设置〕')
    const numbered = await inputOf('word-automatic-numbering')
    expect(numbered && reviewOf(numbered.bytes, numbered).html).toMatch(
      /<span class="computed" [^>]*>[^<]*一、/,
    )
  })

  it('keeps merged cells merged', async () => {
    const input = await inputOf('word-table-with-merged-cells')
    expect(input && reviewOf(input.bytes, input).html).toMatch(/<td rowspan="\d+"/)
  })

  it('lets nothing of a notice act as markup, in text, attributes, messages or lines of YAML', () => {
    const hostile = '事项<script>alert(1)</script>"onload="x" ]]>&lt;/style>'
    const source = annexOf(3).replace('事项1', hostile).replaceAll('商务部', '<img src=x>部')
    const { page, html } = reviewOf(source)
    expect(withoutSpace(textOf(page))).toContain(withoutSpace(hostile))
    // As a browser takes it: one script, ours; no picture, and no attribute that the page did not make.
    const parsed = fromHtml(html).children.flatMap((node) =>
      node.type === 'doctype' ? [] : elementsIn(node),
    )
    expect(parsed.filter(({ tagName }) => tagName === 'script')).toHaveLength(1)
    expect(parsed.filter(({ tagName }) => tagName === 'img' || tagName === 'style')).toHaveLength(1)
    expect(parsed.flatMap(({ properties }) => Object.keys(properties))).not.toContain('onLoad')
    expect(parsed).toHaveLength(allIn(page).length + 10)
  })

  it('allows nothing but the style and the script that stand in it', () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(
      reviewOf(annexOf(1)).html,
    )?.[1]
    expect(policy?.replaceAll('&#x27;', `'`).replace(/sha256-[\w+/=]{44}/g, 'HASH')).toBe(
      `default-src 'none'; style-src 'HASH'; script-src 'HASH'; base-uri 'none'; form-action 'none'`,
    )
  })
})

describe('what was read, on the page', () => {
  const { html, document } = reviewOf(annexOf(3))

  it('counts tasks, agencies, assignments and messages above', () => {
    expect(html).toMatch(/<dt>任务<\/dt><dd>3<\/dd>/)
    expect(html).toMatch(/<dt>单位<\/dt><dd>3<\/dd>/)
    expect(html).toMatch(/<dt>按单位计<\/dt><dd>3<\/dd>/)
    expect(html).toMatch(/<dt>未载负责单位<\/dt><dd>1<\/dd>/)
  })

  it('shows each agency with its role, under the key that its place in the source has', () => {
    expect(html).toContain('<li data-v="0r0"><b class="role responsible">负责</b> 海关总署')
    expect(html).toMatch(/<span data-v="0r0[^"]*" class="who">海关总署<\/span>/)
    expect(document.items).toHaveLength(3)
  })

  it('says that nobody is named instead of naming somebody', () => {
    expect(html).toContain('<p class="unassigned">所据文本未载负责单位</p>')
  })

  it('lists what running text asks, with its deadline', () => {
    expect(html).toContain('财政部要在2024年底前加强资金保障')
    expect(html).toMatch(/<dd data-v="u0d0">[^<]*2024年底前（[^<]*2024-12-31）/)
  })

  it('shows a person’s correction with what it was and why', () => {
    const corrections = [
      'corrections:',
      '  - item: 2',
      '    was: { agencies: [商务部] }',
      '    set: { agencies: [{ agency: 财政部, role: lead }] }',
      '    why: 原件第2页',
    ].join('\n')
    const corrected = reviewOf(annexOf(3), { corrections }).html
    expect(corrected).toContain(
      '✎ 更正 · 单位：</strong>原读作「商务部」；现为「财政部」；理由：原件第2页',
    )
    expect(corrected).toContain('（✎ 人工更正）')
  })

  it('links every other file that is made, with the path encoded', () => {
    const { jobs } = compose(
      notice({ items: [item(1, '甲', { responsibilities: [by('财政部')] })] }),
    )
    const review = jobs.find(({ product }) => product === 'review')
    const links =
      review?.layout.type === 'page'
        ? allIn(review.layout).map(({ properties }) => properties.href)
        : []
    for (const { path } of jobs.filter((job) => job !== review))
      expect(links.filter((each) => typeof each === 'string').map(decodeURIComponent)).toContain(
        path,
      )
    expect(links).toContain(`${encodeURIComponent('简报')}.pdf`)
  })
})

describe('when the page is made', () => {
  const document: OfficialDocument = notice({
    items: [item(1, '甲', { responsibilities: [by('财政部')] }), item(2, '乙')],
  })

  it('is made for the document alone, by its id or title', () => {
    expect(compose(document, { only: ['审阅'] }).jobs.map(({ path }) => path)).toEqual([
      '审阅.html',
    ])
    expect(compose(document, { only: ['review'], agency: ['财政部'] }).jobs).toEqual([])
  })

  it('is told apart item by item, so that a plan can say which changed', () => {
    const digests = (each: OfficialDocument) => {
      const [job] = compose(each, { only: ['review'] }).jobs
      return new Map(job === undefined ? [] : digestLayout(job.layout))
    }
    const [before, after] = [
      digests(document),
      digests({
        ...document,
        items: [document.items[0] ?? item(1, '甲'), item(2, '乙', { scope: '全国' })],
      }),
    ]
    const changed = [...after].filter(([label, hash]) => before.get(label) !== hash)
    expect(changed.map(([label]) => label)).toEqual(['第2项乙'])
  })
})

describe('the list of what there is', () => {
  const { html } = indexOf(annexOf(3))

  it('links notices to their review, and their files', () => {
    const review = `notice/${encodeURIComponent('审阅.html')}`
    expect(html).toContain(`<h3><a href="${review}">国务院关于做好甲乙丙工作的通知</a></h3>`)
    expect(html).toContain(`<a href="notice/${encodeURIComponent('简报.pdf')}">简报.pdf</a>`)
  })

  it('lists agencies with their tasks, messages in words, and what is missing', () => {
    expect(html).toContain('<dt>商务部</dt><dd>1项任务，1件来文</dd>')
    const untitled = indexOf(annexOf(3).replace(/^.*\n\n/, '')).html
    expect(untitled).toMatch(/<strong>提请核对：<\/strong>[^<]*没有标题/)
    expect(html).toContain('<li>b：尚未读过</li>')
  })
})
