import { beforeAll, describe, expect, it } from 'vitest'

import type { Run } from '../../../pipeline/model/index.js'
import { typeset, type FaceSet } from '../../../pipeline/typeset/index.js'
import { bundledFaces } from '../bundled-faces.js'
import { flow, run, text } from '../flows.js'

let faces: FaceSet
beforeAll(async () => {
  faces = await bundledFaces()
})

describe('the faces of a text', () => {
  it('draws a rare character with the next face that has it, and its neighbours with their own', () => {
    const { pages, findings } = typeset(flow('document', [[text('body', '喆堃镕䶮𬍛国')]]), faces)
    expect(findings).toEqual([])
    expect(
      pages[0]?.marks
        .filter(({ from }) => from !== null)
        .map((mark) => mark.text)
        .join(''),
    ).toBe('喆堃镕䶮𬍛国')
  })

  it('names a character that no face has, where it stands and how often', () => {
    const given = flow('document', [[text('body', '国务院\u{1F600}办公厅\u{1F600}')]])
    const { findings } = typeset(given, faces)
    expect(findings.map(({ rule, severity, values }) => [rule, severity, values])).toEqual([
      [
        'character-has-a-face',
        'error',
        {
          character: '\u{1F600}',
          codePoint: 'U+1F600',
          count: 2,
          context: '国务院\u{1F600}办公厅\u{1F600}'.slice(0, 11),
        },
      ],
    ])
  })

  it('takes Chinese quotes in 楷体 from a face that has them as wide as a character', () => {
    const runs: Run[] = [run('“云签发”', 'kai')]
    const { pages } = typeset(flow('document', [[text('body', runs)]]), faces)
    const marks = pages[0]?.marks.filter(({ from }) => from !== null) ?? []
    expect(marks.map((mark) => [mark.text, mark.face.split('-')[0]])).toEqual([
      ['“', 'fang'],
      ['云签发', 'kai'],
      ['”', 'fang'],
    ])
  })
})
