import { describe, expect, it } from 'vitest'

import { breakTitle } from '../../../pipeline/render/docx/break-title.js'
import { blank, documentStyle, run } from './flows.js'

const title = documentStyle.text.title
/** 156 mm in pt. */
const width = 442.2

const linesOf = (...texts: string[]) =>
  breakTitle(
    texts.map((each) => run(each)),
    title,
    width,
  )
    .map((each) => (each.type === 'text' ? each.text : '□'))
    .join('')
    .split('\n')

describe('breakTitle', () => {
  it('leaves a title of one line alone', () => {
    expect(linesOf('关于任务分工的函')).toEqual(['关于任务分工的函'])
  })

  it('breaks a long title into lines that fit and hold all of it', () => {
    const text = '某某省人民政府办公厅关于自由贸易试验区第七批改革试点经验复制推广任务分工的函'
    const lines = linesOf(text)
    expect(lines.join('')).toBe(text)
    expect(lines).toHaveLength(2)
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(20)
  })

  it('finds the same breaks in a title of several runs', () => {
    const text = '某某省人民政府办公厅关于自由贸易试验区第七批改革试点经验复制推广任务分工的函'
    for (const at of [1, 10, 19, 20, 30])
      expect(linesOf(text.slice(0, at), text.slice(at))).toEqual(linesOf(text))
  })

  it('keeps a break that the title brings', () => {
    expect(linesOf('国务院办公厅\n关于任务分工的函')).toEqual(['国务院办公厅', '关于任务分工的函'])
  })

  it('breaks Latin titles between words', () => {
    const text = 'Notice of the General Office on the Division of Work for Pilot Reforms'
    const lines = linesOf(text)
    expect(lines.length).toBeGreaterThan(1)
    expect(lines.join('')).toBe(text)
    for (const line of lines.slice(0, -1)) expect(line).toMatch(/ $/)
  })

  it('leaves a text alone that is too long for a title', () => {
    expect(linesOf('文'.repeat(500))).toHaveLength(1)
  })

  it('leaves a title alone that has a blank, and a style that does not ask for it', () => {
    const runs = [run('某'.repeat(30)), blank(3)]
    expect(breakTitle(runs, title, width)).toBe(runs)
    const body = [run('文'.repeat(60))]
    expect(breakTitle(body, documentStyle.text.body, width)).toBe(body)
  })
})
