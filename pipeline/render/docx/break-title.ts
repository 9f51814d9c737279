import type { Run, TextStyle } from '../../model/index.js'
import { columnsOf } from '../../text/index.js'
import { balanceTitle } from '../../typeset/balance-title.js'
import { clustersOf } from '../../typeset/clusters.js'
import type { Item } from '../../typeset/items.js'
import { isClosing, isOpening } from '../../typeset/line-edges.js'

/** A longer text is no title: Word breaks it like a paragraph. */
const longest = 200

type TextRun = Extract<Run, { type: 'text' }>

/** The characters of a title measured without a face: Word finds its own, and every Chinese face has the same widths. */
function itemsOf(text: string, style: TextStyle): readonly Item[] {
  return clustersOf(text).map((cluster) => ({
    kind: cluster === ' ' ? 'space' : columnsOf(cluster) >= 2 ? 'wide' : 'narrow',
    text: cluster,
    face: null,
    width: (columnsOf(cluster) / 2) * style.size,
    glyphs: 1,
    size: style.size,
    colour: style.colour,
    link: null,
    blankHalf: isClosing(cluster) ? 'right' : isOpening(cluster) ? 'left' : null,
  }))
}

/** Offsets in the text, in UTF-16 units, at which a new line begins. */
function breaksOf(text: string, style: TextStyle, width: number): readonly number[] {
  const items = itemsOf(text, style)
  const lines = balanceTitle(items, { width, firstIndent: 0, hangingIndent: 0 })
  return lines
    .slice(1)
    .map((line) => items.slice(0, line.from).reduce((offset, item) => offset + item.text.length, 0))
}

/**
 * A title’s runs with line breaks where the sense allows, in a trapezium: Word itself breaks wherever a line is full, and offices put
 * such breaks in by hand. GB/T 9704-2012, 7.3.1. A title with a blank to fill in is left to whoever fills it, one with breaks of its own
 * has been settled.
 *
 * @param width pt
 */
export function breakTitle(runs: readonly Run[], style: TextStyle, width: number): readonly Run[] {
  const texts = runs.filter((run): run is TextRun => run.type === 'text')
  if (!style.balance || texts.length !== runs.length) return runs
  const text = texts.map((run) => run.text).join('')
  if (text.length > longest || text.includes('\n')) return runs
  const breaks = breaksOf(text, style, width)
  let from = 0
  return texts.map((run) => {
    const inside = breaks
      .map((offset) => offset - from)
      .filter((at) => at >= 0 && at < run.text.length)
    from += run.text.length
    const edges = [0, ...inside, run.text.length]
    const pieces = edges.slice(1).map((end, index) => run.text.slice(edges[index] ?? 0, end))
    // A full-width space before a break would push the line aside.
    return { ...run, text: pieces.join('\n').replace(/\u3000+\n/gu, '\n') }
  })
}
