import { describe, expect, it } from 'vitest'

import { datedJob } from '../../pipeline/build/dated-job.js'
import type { Job } from '../../pipeline/model/index.js'
import { flow, job, paragraph } from '../plan/layouts.js'

const undated = job('a.docx', flow(paragraph('一')))
const dateOf = ({ layout }: Job) => (layout.type === 'flow' ? layout.properties.date : undefined)
const withDate = (date: string | null): Job => {
  const { layout } = undated
  if (layout.type !== 'flow') throw new Error('a flow was asked for')
  return { ...undated, layout: { ...layout, properties: { ...layout.properties, date } } }
}

describe('datedJob', () => {
  it('gives a file without a date the day of SOURCE_DATE_EPOCH', () => {
    expect(dateOf(datedJob(withDate(null), '1687564800'))).toBe('2023-06-24')
  })

  it('leaves the document’s own date', () => {
    expect(dateOf(datedJob(withDate('2024-01-02'), '1687564800'))).toBe('2024-01-02')
  })

  it.each([null, '', 'yesterday', '-1', '1e9'])('invents none for %j', (epoch) => {
    expect(dateOf(datedJob(withDate(null), epoch))).toBeNull()
  })

  it('reaches the properties of a packet and a workbook, and has none to set in a text', () => {
    const text: Job = { ...undated, format: 'txt', layout: { type: 'text', text: '一' } }
    expect(datedJob(text, '0')).toEqual(text)
    const { layout } = withDate(null)
    if (layout.type !== 'flow') throw new Error('a flow was asked for')
    const packet = { type: 'packet', flow: layout } as never
    const dated = datedJob({ ...undated, format: 'pdf', layout: packet }, '0').layout
    expect(dated).toMatchObject({ flow: { properties: { date: '1970-01-01' } } })
  })
})
