import { describe, expect, it } from 'vitest'

import { nameSheets } from '../../../pipeline/render/xlsx/name-sheets.js'

const names = (...wanted: readonly string[]) => nameSheets(wanted, '工作表').names

describe('names of sheets', () => {
  it('leaves a good name alone, without a message', () => {
    expect(nameSheets(['分工', '按单位'], '工作表')).toEqual({
      names: ['分工', '按单位'],
      findings: [],
    })
  })

  it('replaces what Excel forbids, and says so', () => {
    const { names: used, findings } = nameSheets(["a/b:c[d]*?\\'e"], '工作表')
    expect(used).toEqual(['a b c d     e'])
    expect(findings.map(({ rule, values }) => [rule, values.used])).toEqual([
      ['sheet-name-valid', 'a b c d     e'],
    ])
  })

  it('cuts at 31 units, never through a pair', () => {
    const [used = ''] = names('𠮷'.repeat(20))
    expect(used).toBe('𠮷'.repeat(15))
  })

  it('tells names apart without regard to case and width', () => {
    expect(names('Ａ表', 'a表', 'A表')).toEqual(['Ａ表', 'a表(2)', 'A表(3)'])
  })

  it('finds a name where there is none, or where Excel keeps it for itself', () => {
    expect(names('', '  ', 'History')).toEqual(['工作表', '工作表(2)', '工作表(3)'])
  })
})
