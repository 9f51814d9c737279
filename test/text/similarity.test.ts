import { describe, expect, it } from 'vitest'

import { editDistance, nearestMatch } from '../../pipeline/text/index.js'

describe('nearestMatch', () => {
  const names = ['生态环境部', '自然资源部', '生态环保厅']

  it('finds the candidate with the fewest differences', () => {
    expect(nearestMatch('生态环保部', ['自然资源部', '生态环境部'])).toEqual({
      value: '生态环境部',
      index: 1,
      distance: 1,
    })
  })

  it('takes the first of several that are equally near', () => {
    expect(nearestMatch('生态环境厅', names)?.value).toBe('生态环境部')
  })

  it('finds nothing where all are too far off', () => {
    expect(nearestMatch('商务部', names)).toBeNull()
    expect(nearestMatch('甲', [])).toBeNull()
  })
})

describe('editDistance', () => {
  it('counts changes', () => {
    expect(editDistance('货运电子化', '货运电子信息化')).toBe(2)
  })
})
