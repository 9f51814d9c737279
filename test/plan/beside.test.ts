import { describe, expect, it } from 'vitest'

import { besidePath, pathBeside } from '../../pipeline/plan/index.js'

describe('besidePath', () => {
  it('puts the mark before the ending', () => {
    expect(besidePath('agencies/海关总署/任务分工函.docx', '新')).toBe(
      'agencies/海关总署/任务分工函.新.docx',
    )
    expect(besidePath('函.docx', '旧', 2)).toBe('函.旧2.docx')
    expect(besidePath('v1.2/函', '新')).toBe('v1.2/函.新')
  })

  it('can be undone for our new files', () => {
    expect(pathBeside('a/函.新.docx')).toBe('a/函.docx')
    expect(pathBeside('函.新12.docx')).toBe('函.docx')
    expect(pathBeside('函.docx')).toBeNull()
    expect(pathBeside('创新.docx')).toBeNull()
    expect(pathBeside('函.旧.docx')).toBeNull()
  })
})
