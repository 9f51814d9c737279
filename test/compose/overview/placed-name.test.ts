import { describe, expect, it } from 'vitest'

import { placedName } from '../../../pipeline/compose/overview/placed-name.js'
import { index } from '../build-document.js'

const guangdong = { id: 'a', issuers: ['广东省人民政府'] }
const named = (name: string, document = guangdong) => placedName(index, name, document)

describe('an agency’s name among those of all notices', () => {
  it('is its own where the registry knows it', () => {
    expect(named('财政部')).toBe('财政部')
  })

  it('is its own where it says its place', () => {
    expect(named('广东省财政厅')).toBe('广东省财政厅')
  })

  it('carries who issued the notice where it is a body of no place that is said', () => {
    expect(named('省财政厅')).toBe('省财政厅（广东省人民政府）')
    expect(named('省财政厅', { id: 'b', issuers: ['浙江省人民政府'] })).toBe(
      '省财政厅（浙江省人民政府）',
    )
  })

  it('carries the notice where nobody issued it', () => {
    expect(named('市财政局', { id: 'c', issuers: [] })).toBe('市财政局（c）')
  })
})
