import { describe, expect, it } from 'vitest'

import { renderText } from '../../../pipeline/render/text/render-text.js'

const written = (text: string) =>
  new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(
    renderText({ type: 'text', text }),
  )

describe('a text file', () => {
  it('ends in one line feed, whatever its text ends in', () => {
    expect(written('核对')).toBe('核对\n')
    expect(written('核对\r\n\r\n')).toBe('核对\n')
  })

  it('has line feeds alone, and no mark of its encoding', () => {
    expect(written('一\r\n二\r三')).toBe('一\n二\n三\n')
  })

  it('keeps lines that are empty or begin with spaces', () => {
    expect(written('\n  一\n\n二')).toBe('\n  一\n\n二\n')
  })

  it('is empty where there is no text', () => {
    expect(renderText({ type: 'text', text: '' })).toHaveLength(0)
  })
})
