/** A PDF transformation [a b c d e f]: (x, y) becomes (ax + cy + e, bx + dy + f). ISO 32000-1, 8.3.4. */
export type Matrix = readonly [number, number, number, number, number, number]

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** First `inner`, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer
  const [g, h, i, j, k, l] = inner
  return [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * k + c * l + e,
    b * k + d * l + f,
  ]
}

export function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f]
}

/** Six numbers of whatever list pdfjs hands on; what is none is the identity. */
export function matrixOf(value: unknown): Matrix {
  const numbers = Array.from(value as ArrayLike<unknown>, Number)
  const [a, b, c, d, e, f] = numbers
  if (a === undefined || b === undefined || c === undefined) return identity
  if (d === undefined || e === undefined || f === undefined) return identity
  return [a, b, c, d, e, f]
}
