import type { Span } from '../../model/index.js'

/** Characters between which recognised text has blanks: letters and marks of Chinese, and the figures among them. */
const spaced = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’—…·]/u
/** Fewest blanks that make a text letter-spaced, and how many times as many as letters that stand close. */
const fewest = 40
const share = 3

/**
 * The blanks that whoever recognised a scan left between all its letters: 各 区 人 民 政 府 ，. They are no part of the text, as its words would not be
 * found otherwise. A text in which only some words are spread (通　知) has none; wider gaps stay, since they part names.
 */
export function letterSpacing(text: string): readonly Span[] {
  const blanks: Span[] = []
  let close = 0
  for (let at = 1; at < text.length; at += 1) {
    const before = text.charAt(at - 1)
    const here = text.charAt(at)
    if (here !== ' ' && here !== '\u00a0') {
      if (spaced.test(before) && spaced.test(here)) close += 1
      continue
    }
    const after = text.charAt(at + 1)
    const isBetween = /\S/.test(before) && /\S/.test(after)
    if (isBetween && (spaced.test(before) || spaced.test(after)))
      blanks.push({ start: at, end: at + 1 })
  }
  return blanks.length >= fewest && blanks.length > close * share ? blanks : []
}
