import { identity, type Matrix } from './matrix.js'

/** What a PDF’s operators change and later ones depend on. ISO 32000-1, 8.4 and 9.3. */
export interface DrawState {
  /** Of the page’s user space. */
  matrix: Matrix
  fill: string
  stroke: string
  lineWidth: number
  font: string
  size: number
  characterSpacing: number
  wordSpacing: number
  /** 1 is as drawn. */
  scale: number
  leading: number
  rise: number
  /** Of the text’s next glyph, and of its line’s start. */
  text: Matrix
  line: Matrix
}

export function initialState(): DrawState {
  return {
    matrix: identity,
    fill: '#000000',
    stroke: '#000000',
    lineWidth: 1,
    font: '',
    size: 0,
    characterSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    leading: 0,
    rise: 0,
    text: identity,
    line: identity,
  }
}
