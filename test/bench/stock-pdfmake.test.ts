import { beforeAll, describe, expect, it } from 'vitest'

import { faceRoles, type Flow } from '../../pipeline/model/index.js'
import { flowTexts, type FaceSet } from '../../pipeline/typeset/index.js'
import { bareText, readPdf } from '../render/pdf/read-pdf.js'
import { bundledFaces } from '../typeset/bundled-faces.js'
import { cell, circular, flow, row, section, table } from '../typeset/flows.js'
import { openStock } from './stock-pdfmake.js'

let faces: FaceSet
beforeAll(async () => {
  faces = await bundledFaces()
})

const merged = flow('document', [
  section([
    table({ 单位: 1, 事项: 2, 备注: 1 }, [
      row([cell('商务部', { rowSpan: 2 }), '甲', '一']),
      row(['乙', '二']),
      row([cell('合计', { colSpan: 2 }), '三']),
    ]),
  ]),
])

/** What is drawn with stock pdfmake and what a flow says, characters in order of code points. */
async function sides(given: Flow): Promise<readonly [string, string]> {
  const paths = faceRoles.map((role) => [role, faces.roles[role][0]?.path ?? ''] as const)
  const draw = openStock(Object.fromEntries(paths))
  const { pages } = await readPdf(new Uint8Array(await draw(given)))
  const sorted = (text: string): string => Array.from(text.replace(/\s+/gu, '')).sort().join('')
  const texts = [...flowTexts(given)].map(([, text]) => text)
  const numbers = pages.map((_page, index) => `—${index + 1}—`)
  return [sorted(bareText(pages)), sorted([...texts, ...numbers].join(''))]
}

describe('the document that stock pdfmake is given', () => {
  it.each([
    ['a letter', circular()],
    ['merged cells', merged],
  ])('holds the same text: %s', async (_name, given) => {
    const [drawn, said] = await sides(given)
    expect(drawn).toBe(said)
  })
})
