import { beforeAll, describe, expect, it } from 'vitest'

import { measurePaper } from '../../pipeline/measure/index.js'
import { standardFigures, type FigureId } from '../../pipeline/measure/standard/standard-figures.js'
import type { Flow, StyleSheet } from '../../pipeline/model/index.js'
import { renderPdf } from '../../pipeline/render/pdf/render-pdf.js'
import type { FaceSet } from '../../pipeline/typeset/index.js'
import { bundledFaces } from '../typeset/bundled-faces.js'
import {
  annexColumns,
  annexRows,
  flow,
  prose,
  run,
  section,
  table,
  text,
} from '../typeset/flows.js'

let faces: FaceSet
beforeAll(async () => {
  faces = await bundledFaces()
})

const measure = async (given: Flow) => {
  const { bytes } = await renderPdf(given, faces)
  if (bytes === null) throw new Error('no bytes')
  return measurePaper(bytes)
}

/** What the ruler says of one clause. */
const clauseOf = async (given: Flow, id: FigureId) => {
  const found = (await measure(given)).clauses.find((clause) => clause.id === id)
  if (found === undefined) throw new Error(`${id} is no clause of this form`)
  return { verdict: found.verdict, measured: Number((found.measured ?? Number.NaN).toFixed(1)) }
}

const { style } = flow('document', [])
const blocks = [
  text('title', [run('关于做好材料报送工作的通知')]),
  text('recipients', [run('各有关单位：')]),
  text('heading1', [run('一、总体要求')]),
  ...prose(60),
]
const paper = (changed: Partial<StyleSheet> = {}): Flow => flow({ ...style, ...changed }, [blocks])

describe('measurePaper', () => {
  it('finds a page that is set by the standard to miss no clause', async () => {
    const { clauses, form } = await measure(paper())
    expect(form).toBe('plain')
    expect(clauses.filter(({ verdict }) => verdict === 'missed')).toEqual([])
    expect(clauses.filter(({ verdict }) => verdict === 'met').length).toBeGreaterThan(20)
  })

  it('calls faces that stand in for an office’s own not verified, never met', async () => {
    const { clauses } = await measure(paper())
    const aboutFaces = clauses.filter(
      ({ id, measured }) => id.endsWith('-face') && measured !== null,
    )
    expect(aboutFaces.map(({ verdict }) => verdict)).toEqual(aboutFaces.map(() => 'not-verified'))
    expect(aboutFaces.length).toBeGreaterThan(2)
  })

  it.each<[FigureId, number, Partial<StyleSheet>]>([
    ['margin-left', 24, { page: { ...style.page, left: 24 } }],
    ['margin-top', 33, { page: { ...style.page, top: 33, bottom: 39 } }],
    ['margin-right', 22, { page: { ...style.page, right: 22 } }],
    ['title-size', 20.5, { text: { ...style.text, title: { ...style.text.title, size: 20.5 } } }],
    ['body-size', 15, { text: { ...style.text, body: { ...style.text.body, size: 15 } } }],
    [
      'paragraph-indent',
      1.3,
      { text: { ...style.text, body: { ...style.text.body, firstIndent: 1.3 } } },
    ],
    ['line-pitch', 31, { text: { ...style.text, body: { ...style.text.body, pitch: 31 } } }],
  ])('measures a planted fault in %s: %f', async (id, measured, changed) => {
    const found = await clauseOf(paper(changed), id)
    expect(found.verdict).toBe('missed')
    expect(Math.abs(found.measured - measured)).toBeLessThan(0.8)
  })

  it('tells recipients without a colon', async () => {
    const [title, , ...rest] = blocks
    if (title === undefined) throw new Error('no title')
    const given = flow(style, [[title, text('recipients', [run('各有关单位')]), ...rest]])
    expect(await clauseOf(given, 'recipients-colon')).toEqual({ verdict: 'missed', measured: 1 })
  })

  it.each([
    ['甲地名单', 'met', 0],
    ['乙地名单', 'missed', 1],
  ] as const)(
    'holds an attachment’s title %s against the note',
    async (name, verdict, measured) => {
      const note = { type: 'attachmentNote', names: ['甲地名单'] } as const
      const annex = section([
        text('attachmentLabel', [run('附件')]),
        text('attachmentTitle', [run(name)]),
        ...prose(2),
      ])
      const given = flow(style, [[...blocks, note], annex])
      expect(await clauseOf(given, 'attachment-titles-as-noted')).toEqual({ verdict, measured })
    },
  )

  it('tells an attachment’s label that is not in the first line', async () => {
    const annex = section([
      { type: 'space', lines: 3 },
      text('attachmentLabel', [run('附件')]),
      text('attachmentTitle', [run('名单')]),
    ])
    const found = await clauseOf(flow(style, [blocks, annex]), 'attachment-label-line')
    expect(found.verdict).toBe('missed')
  })

  it('tells a heading that is set in the face of running text', async () => {
    const heading1 = { ...style.text.heading1, face: 'fang' as const }
    const found = await clauseOf(paper({ text: { ...style.text, heading1 } }), 'level-1-face')
    expect(found).toEqual({ verdict: 'missed', measured: 1 })
  })

  it('holds landscape pages against clause 8, turned numbers included', async () => {
    const annex = section([table(annexColumns, annexRows(40))], { orientation: 'landscape' })
    const { clauses } = await measure(flow('document', [blocks, annex]))
    const turned = clauses.filter(({ figure }) => figure.clause === '8')
    expect(turned.map(({ id, verdict }) => [id, verdict])).toEqual(
      turned.map(({ id }) => [id, 'met']),
    )
    expect(turned).toHaveLength(6)
  })

  it('says of what the paper does not have that it is not found', async () => {
    expect((await clauseOf(paper(), 'note-indent')).verdict).toBe('not-found')
  })

  it('has a clause number, both languages and a sound tolerance for every figure', () => {
    for (const figure of Object.values(standardFigures)) {
      expect(figure.clause).toMatch(/^\d+(?:\.\d+)*$/)
      expect(figure.zh).not.toBe('')
      expect(figure.en).not.toBe('')
      expect(figure.tolerance).toBeLessThanOrEqual(2)
    }
  })
})
