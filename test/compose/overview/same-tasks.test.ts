import { describe, expect, it } from 'vitest'

import { composeOverview, noticeRows } from '../../../pipeline/compose/index.js'
import type { Workbook } from '../../../pipeline/model/index.js'
import { by, index, item, notice, templates } from '../build-document.js'

interface ResponsibilityRecord {
  readonly document: { readonly id: string }
  readonly key: string
  readonly same: readonly { readonly document: string; readonly anchor: string }[]
  readonly sameCount: number
  readonly sameRow: string | null
}

/** Lists over so many notices of one title, each with a task for 财政部 alone and one that 公安部 shares in every second. */
function listsOver(count: number) {
  const notices = Array.from({ length: count }, (_, at) => {
    const number = String(at + 1).padStart(4, '0')
    const shared = at % 2 === 0 ? [by('财政部', 'lead'), by('公安部', 'support')] : [by('财政部')]
    const document = notice({
      id: number,
      issueDate: null,
      items: [
        item(1, '安全生产检查', { responsibilities: shared }),
        item(2, `第${number}批`, { responsibilities: [by('财政部')] }),
      ],
    })
    return noticeRows(document, { office: null, index, stale: false, files: [], findings: [] })
  })
  const about = { missing: [], office: null, agencies: index, templates }
  return composeOverview({ notices, ...about }).papers.flatMap(({ compose }) => compose([]).jobs)
}

function recordsOf(count: number): readonly ResponsibilityRecord[] {
  const layout = listsOver(count).find(({ format }) => format === 'ndjson')?.layout
  if (layout?.type !== 'text') throw new Error('no records')
  return layout.text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as ResponsibilityRecord)
}

function sheetOf(count: number, path: string): Workbook['sheets'][number] {
  const layout = listsOver(count).find((job) => job.path === path)?.layout
  const sheet = layout?.type === 'workbook' ? layout.sheets[0] : undefined
  if (sheet === undefined) throw new Error(`no ${path}`)
  return sheet
}

function column(sheet: Workbook['sheets'][number], key: string) {
  const at = sheet.columns.findIndex((each) => each.key === key)
  return sheet.rows.map(({ cells }) => cells[at] ?? null)
}

describe('the same task in other notices', () => {
  it('is told whole where there are few', () => {
    const first = recordsOf(4).filter(({ key }) => key === recordsOf(4)[0]?.key)
    expect(new Set(first.map(({ sameCount }) => sameCount))).toEqual(new Set([3]))
    expect(first[0]?.same.map(({ document }) => document)).toEqual(['0002', '0003', '0004'])
  })

  it('is told by the nearest and their number where every notice has it', () => {
    const records = recordsOf(40)
    const likes = (id: string) => {
      const { same, sameCount } = records.find(({ document }) => document.id === id) ?? {}
      return [same?.map(({ document }) => document).join(' '), sameCount]
    }
    expect(likes('0001')).toEqual(['0002 0003 0004 0005 0006 0007', 39])
    expect(likes('0020')).toEqual(['0017 0018 0019 0021 0022 0023', 39])
    expect(likes('0040')).toEqual(['0034 0035 0036 0037 0038 0039', 39])
    const cell = column(sheetOf(40, '全部任务.xlsx'), 'same')[0]
    expect(String(cell?.value)).toMatch(/，等39项$/)
  })

  it('leaves a title alone that one notice has', () => {
    const alone = recordsOf(4).filter(({ same }) => same.length === 0)
    expect(alone).toHaveLength(4)
    expect(alone.every(({ sameCount, sameRow }) => sameCount === 0 && sameRow === null)).toBe(true)
  })

  it('is led to where the list has it, and to its first row', () => {
    const sheet = sheetOf(4, '全部任务.xlsx')
    const first = sheet.above.length + 2
    // Each second notice has two rows for the task, and a row for the other one.
    expect(column(sheet, 'sameRow')[0]?.link).toBe(`'全部任务'!A${String(first + 3)}`)
    expect(column(sheet, 'sameRow')[3]?.link).toBe(`'全部任务'!A${String(first)}`)
    const own = sheetOf(3, 'agencies/公安部/任务总清单.xlsx')
    expect(column(own, 'sameRow').map((cell) => [cell?.value, cell?.link])).toEqual([
      ['查看', `'任务总清单'!A${String(own.above.length + 3)}`],
      ['查看', `'任务总清单'!A${String(own.above.length + 2)}`],
    ])
  })

  it('promises no look where the agency has no part in it', () => {
    const own = sheetOf(2, 'agencies/公安部/任务总清单.xlsx')
    expect(column(own, 'same')[0]?.value).not.toBeNull()
    expect(own.columns.map(({ key }) => key)).not.toContain('sameRow')
  })
})
