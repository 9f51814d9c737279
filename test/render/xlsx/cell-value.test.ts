import { describe, expect, it } from 'vitest'

import { serialOfDate, valueOfCell } from '../../../pipeline/render/xlsx/cell-value.js'
import { cell } from './sample-workbooks.js'

describe('days as Excel counts them', () => {
  it.each([
    ['2023-06-24', 45101],
    ['1900-03-01', 61],
    ['2024-02-29', 45351],
  ])('%s is %i', (day, serial) => {
    expect(serialOfDate(day)).toBe(serial)
  })

  it.each(['2023-02-29', '1900-02-28', '2023-6-24', '2023年6月24日', ''])('%s is none', (day) => {
    expect(serialOfDate(day)).toBeNull()
  })
})

describe('a value of another kind than its cell says', () => {
  it('is kept as text, and told', () => {
    expect(valueOfCell(cell('2024年底前', { kind: 'date' }))).toMatchObject({
      value: '2024年底前',
      misfit: true,
    })
    expect(valueOfCell(cell(Number.POSITIVE_INFINITY))).toMatchObject({
      value: 'Infinity',
      misfit: true,
    })
  })

  it('is no fault where nothing stands', () => {
    expect(valueOfCell(cell(null, { kind: 'date' }))).toMatchObject({ value: null, misfit: false })
  })
})

describe('a text that looks like something else', () => {
  it.each(['=1+1', '+86', '-3', '@a', '0012', '2023-06-24', '１２'])(
    '%s gets the format text',
    (text) => {
      expect(valueOfCell(cell(text)).format).toBe('text')
    },
  )

  it('a sentence does not: text of more than 255 characters in that format reads ##### in old Excel', () => {
    expect(valueOfCell(cell('2024年底前完成。')).format).toBe('general')
  })
})
