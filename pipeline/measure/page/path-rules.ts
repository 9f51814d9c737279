import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'

import type { DrawState } from './draw-state.js'
import { apply, type Matrix } from './matrix.js'
import type { Rule } from './page-reading.js'

/** pdfjs’s codes in a path’s data, and how many numbers follow each. */
const pathSteps: readonly number[] = [2, 2, 6, 4, 0]
const moveTo = 0
const curves: ReadonlySet<number> = new Set([2, 3])

const strokes: ReadonlySet<number> = new Set([OPS.stroke, OPS.closeStroke])
const fills: ReadonlySet<number> = new Set([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
])

type Point = readonly [number, number]

/** Subpaths of a path as their corners; one with a curve in it is no rule and is left out. */
function straightSubpaths(data: ArrayLike<number>): readonly (readonly Point[])[] {
  const subpaths: Point[][] = []
  let curved = false
  for (let index = 0; index < data.length;) {
    const step = data[index] ?? 4
    const count = pathSteps[step] ?? 0
    if (step === moveTo) {
      if (curved) subpaths.pop()
      curved = false
      subpaths.push([])
    }
    if (curves.has(step)) curved = true
    if (count >= 2) {
      const x = data[index + count - 1] ?? 0
      subpaths.at(-1)?.push([x, data[index + count] ?? 0])
    }
    index += count + 1
  }
  if (curved) subpaths.pop()
  return subpaths
}

/** A stroked subpath is a rule for each of its sides, as thick as the pen; a filled one is its box. */
function boxesOf(
  points: readonly Point[],
  thickness: number | null,
): readonly Omit<Rule, 'colour'>[] {
  const boxOf = (some: readonly Point[], half: number) => {
    const xs = some.map(([x]) => x)
    const ys = some.map(([, y]) => y)
    const left = Math.min(...xs)
    const right = Math.max(...xs)
    const top = Math.min(...ys)
    const bottom = Math.max(...ys)
    const flat = bottom - top < right - left
    return flat
      ? { left, right, top: top - half, bottom: bottom + half }
      : { left: left - half, right: right + half, top, bottom }
  }
  if (thickness === null) return points.length < 2 ? [] : [boxOf(points, 0)]
  return points.slice(1).flatMap((point, index) => {
    const from = points[index]
    return from === undefined ? [] : [boxOf([from, point], thickness / 2)]
  })
}

/** Straight rules that a `constructPath` of pdfjs draws; `args` is [operator, [data], box]. */
export function pathRules(
  args: readonly unknown[],
  state: DrawState,
  toPage: Matrix,
): readonly Rule[] {
  const [paint, list] = args as readonly [number, readonly (ArrayLike<number> | null)[]]
  const data = list[0]
  const isStroke = strokes.has(paint)
  if (data == null || !(isStroke || fills.has(paint))) return []
  const thickness = isStroke ? state.lineWidth * Math.hypot(toPage[0], toPage[1]) : null
  const colour = isStroke ? state.stroke : state.fill
  return straightSubpaths(data).flatMap((points) =>
    boxesOf(
      points.map(([x, y]) => apply(toPage, x, y)),
      thickness,
    ).map((box) => ({ ...box, colour })),
  )
}
