import { describe, expect, it } from 'vitest'

import { readCopyNumbers, writeCopyNumbers } from '../../pipeline/text/index.js'

describe('readCopyNumbers', () => {
  it.each<[number | string, number, number]>([
    [7, 7, 7],
    ['000007', 7, 7],
    ['1-3', 1, 3],
    ['000001—000003', 1, 3],
    [' 4 至 9 ', 4, 9],
    ['1～2', 1, 2],
  ])('reads %s', (written, from, to) => {
    expect(readCopyNumbers(written)).toEqual({ from, to })
  })

  it.each<[number | string]>([
    [0],
    ['3-1'],
    ['一至三'],
    ['1、3'],
    [''],
    ['1-2-3'],
    [1.5],
    ['1234567'],
  ])('takes %s for none', (written) => {
    expect(readCopyNumbers(written)).toBeNull()
  })
})

describe('writeCopyNumbers', () => {
  it('writes six digits, one number once', () => {
    expect(writeCopyNumbers({ from: 1, to: 12 })).toBe('000001—000012')
    expect(writeCopyNumbers({ from: 7, to: 7 })).toBe('000007')
  })
})
