import { beforeAll, describe, expect, it } from 'vitest'

import { balanceTitle } from '../../pipeline/typeset/balance-title.js'
import { makeMeasure, plainRun } from '../../pipeline/typeset/items.js'
import { bundledFaces } from './bundled-faces.js'

let title: (text: string, characters?: number) => readonly string[]
beforeAll(async () => {
  const measure = makeMeasure(await bundledFaces())
  title = (text, characters = 20) => {
    const items = measure.items([plainRun(text)], { face: 'title', size: 22, colour: 'black' })
    const shape = { width: characters * 22 + 1, firstIndent: 0, hangingIndent: 0 }
    return balanceTitle(items, shape).map((line) =>
      line.items
        .slice(line.from, line.to)
        .map((item) => item.text)
        .join(''),
    )
  }
})

describe('balanceTitle', () => {
  it('leaves a short title on one line', () => {
    expect(title('关于任务分工的函')).toEqual(['关于任务分工的函'])
  })

  it('parts no word, and no suffix from its word', () => {
    for (const text of [
      '国务院关于做好自由贸易试验区第七批改革试点经验复制推广工作的通知',
      '某某市人民政府办公厅关于自由贸易试验区第七批改革试点经验复制推广工作任务分工的函',
      '住房和城乡建设部办公厅关于进一步加强全国工程建设项目审批制度改革工作的通知',
    ]) {
      const lines = title(text)
      expect(lines.join('')).toBe(text)
      const joints = lines.join('|')
      for (const word of ['试点', '办公厅', '试验区', '建设部', '第七批', '复制', '推广', '通知'])
        if (text.includes(word)) expect(joints).toContain(word)
      for (const line of lines.slice(1)) expect(line).not.toMatch(/^[的和与及、》]/)
      for (const line of lines.slice(0, -1)) expect(line).not.toMatch(/(?:关于|[和与及《])$/)
    }
  })

  it('makes no hourglass: a middle line is not the shortest', () => {
    const lines = title(
      '某某市人民政府办公厅关于印发自由贸易试验区第七批改革试点经验复制推广工作任务分工方案的通知',
      18,
    ).map(({ length }) => length)
    expect(lines.length).toBe(3)
    const [first = 0, middle = 0, last = 0] = lines
    expect(middle < first && middle < last).toBe(false)
  })

  it('keeps a line break that the title brings along', () => {
    expect(title('国务院办公厅\n关于任务分工的通知')).toEqual([
      '国务院办公厅',
      '关于任务分工的通知',
    ])
  })

  it('sets a title of 200 characters whole, each line within the width', () => {
    const text = '关于进一步加强和改进工程建设项目审批制度改革工作'.repeat(9).slice(0, 200)
    const lines = title(text)
    expect(lines.join('')).toBe(text)
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(20)
  })
})
