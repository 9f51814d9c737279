import { describe, expect, it } from 'vitest'

import { by, compose, item, notice, office } from './build-document.js'
import { linesAt } from './read-layout.js'

describe('who may write to whom', () => {
  const toGovernment = notice({
    items: [item(1, '试点', { responsibilities: [by('广东省人民政府')] })],
  })

  it('warns where a department writes to a government', () => {
    const { findings } = compose(toGovernment, { office: office({ name: '财政部' }) })
    expect(findings.map((each) => [each.rule, each.severity])).toEqual([
      ['department-writes-to-no-government', 'warning'],
    ])
  })

  it('does not where its government agreed, and says so in the letter', () => {
    const composed = compose(toGovernment, {
      office: office({ name: '财政部', consentOf: '国务院' }),
    })
    expect(composed.findings).toEqual([])
    const path = composed.jobs.find((job) => job.product === 'circular')?.path ?? ''
    expect(linesAt(composed, path).join('\n')).toContain('经国务院同意，现将')
  })
})

describe('the title of a circular', () => {
  it.each([
    ['国务院关于做好2023年重点任务的通知', '关于做好2023年重点任务分工的函'],
    ['国务院关于做好水网建设工作的通知', '关于做好水网建设工作任务分工的函'],
  ])('says 任务 once: %s', (title, expected) => {
    const composed = compose(
      notice({ title, items: [item(1, '试点', { responsibilities: [by('海关总署')] })] }),
      { office: office({ name: '国家发展改革委' }) },
    )
    const circular = composed.jobs.find((job) => job.product === 'circular')
    expect(circular?.layout).toMatchObject({ properties: { title: `国家发展改革委${expected}` } })
  })
})
