import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

import type { Span } from '../../../model/index.js'
import type { LayOut } from '../laid-out.js'
import { layOutBlocks, markdownBlocks, type MarkdownBlock } from './markdown-source.js'
import { noticeSyntax } from './notice-syntax.js'

const processor = unified().use(remarkParse).use(remarkGfm).use(noticeSyntax).freeze()

/** Most lines and characters that remark is given at once: its cost for one block grows faster than the block. */
const mostLines = 60
const mostCharacters = 20_000
/** Least characters that are worth a run of the parser. */
const leastCharacters = 2_000

/** A place within a line where cutting makes nothing of either side that it was not: between two characters that are no markup and no blank. */
const safeCut = /[^\s#|`*<>~:[\]\\-][^\s#|`*<>~:[\]\\-]/g

function cutWithin(text: string, from: number, end: number): number {
  safeCut.lastIndex = from
  const match = safeCut.exec(text)
  return match === null || match.index + 1 >= end ? end : match.index + 1
}

/**
 * The text in stretches that can be parsed one by one. With the syntax of a notice a block never reaches over an empty line; a longer one is
 * cut between lines, or within one, and its halves are joined again afterwards because no empty line parts them.
 */
function* stretches(text: string): Generator<Span> {
  let start = 0
  let lines = 0
  for (let at = 0; at < text.length;) {
    const newline = text.indexOf('\n', at)
    const end = newline < 0 ? text.length : newline + 1
    let cut = at
    while (end - cut > mostCharacters) {
      const next = cutWithin(text, cut + mostCharacters, end)
      yield { start, end: next }
      start = next
      cut = next
      lines = 0
    }
    const isEmpty = end - at <= 80 && /^\s*$/.test(text.slice(at, end))
    if (isEmpty && start === at) start = end
    else lines += 1
    const isEnough = isEmpty && end - start > leastCharacters
    if (start < end && (isEnough || lines >= mostLines || end - start > mostCharacters)) {
      yield { start, end }
      start = end
      lines = 0
    }
    at = end
  }
  if (start < text.length) yield { start, end: text.length }
}

/** Where no line of a stretch may begin a heading, it is lines and nothing else, whatever it holds: the parser need not look. */
const mayHoldHeading = /^[ \t]*#/m

/** Parses Markdown. Time grows with the length of the text, whatever it holds. */
export function parseMarkdown(text: string): LayOut {
  const blocks: MarkdownBlock[] = []
  for (const { start, end } of stretches(text)) {
    const stretch = text.slice(start, end)
    if (mayHoldHeading.test(stretch))
      blocks.push(...markdownBlocks(processor.parse(stretch), start))
    else blocks.push({ type: 'lines', start, end })
  }
  return layOutBlocks(blocks, text)
}
