import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { matchBrackets, splitTopLevel } from '../../pipeline/text/index.js'

function slices(text: string): readonly string[] {
  return matchBrackets(text).pairs.map((pair) => text.slice(pair.start, pair.end))
}

describe('matchBrackets', () => {
  it('matches every kind, nested, with depths', () => {
    const text = '甲（乙〔丙〕、“丁‘戊’”）【己】'
    expect(slices(text)).toEqual(['（乙〔丙〕、“丁‘戊’”）', '〔丙〕', '“丁‘戊’”', '‘戊’', '【己】'])
    expect(matchBrackets(text).pairs.map((pair) => pair.depth)).toEqual([0, 1, 1, 2, 0])
    expect(matchBrackets(text).unmatched).toEqual([])
  })

  it('takes full and half width for one bracket', () => {
    expect(slices('（甲)与(乙）')).toEqual(['（甲)', '(乙）'])
  })

  it('pairs straight quotes by turns', () => {
    expect(slices('"甲"和"乙"')).toEqual(['"甲"', '"乙"'])
  })

  it('leaves a mark without a partner alone, and counts no depth for it', () => {
    const text = '1）甲（乙“丙”'
    expect(matchBrackets(text).unmatched).toEqual([1, 3])
    expect(matchBrackets(text).pairs.map(({ depth }) => depth)).toEqual([0])
  })

  it('ends what a bracket around it closes over', () => {
    expect(slices('（甲“乙）丙')).toEqual(['（甲“乙）'])
  })

  it('takes 20,000 nested marks in its stride', () => {
    const text = '（“'.repeat(10_000) + '】'.repeat(10_000) + '”）'.repeat(10_000)
    expect(matchBrackets(text).pairs).toHaveLength(20_000)
  })

  it('names every bracket once, paired or not', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('（）()〔〕“”‘’《》"甲')) }),
        (text) => {
          const { pairs, unmatched } = matchBrackets(text)
          const marks = text.replaceAll('甲', '').length
          expect(pairs.length * 2 + unmatched.length).toBe(marks)
        },
      ),
    )
  })
})

describe('splitTopLevel', () => {
  it('splits outside brackets and quotes alone, and gives the places', () => {
    const text = '甲（子、丑）、“乙、丙”，丁'
    const pieces = splitTopLevel(text, '、，')
    expect(pieces.map((piece) => [piece.text, piece.separator])).toEqual([
      ['甲（子、丑）', '、'],
      ['“乙、丙”', '，'],
      ['丁', null],
    ])
    for (const piece of pieces) expect(text.slice(piece.start, piece.end)).toBe(piece.text)
  })

  it('loses no character', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('（）“”、，甲乙')) }), (text) => {
        const pieces = splitTopLevel(text, '、，')
        expect(pieces.map((piece) => piece.text + (piece.separator ?? '')).join('')).toBe(text)
      }),
    )
  })
})
