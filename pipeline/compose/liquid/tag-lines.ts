/** Set behind the tags of a line that holds nothing else; goes away with the line’s end after rendering. */
const mark = '\uE003'
/** A line of tags alone. `render` is none: it prints. Tags may run over lines. */
const tagLine = /^[ \t]*(?:\{%(?!-?\s*render\b)(?:(?!%\}).)*?%\}[ \t]*)+$/gmsu

/**
 * Marks lines that hold tags alone, so that `dropTagLines` can take them out after rendering: they would leave empty lines, which tear
 * tables and paragraphs apart. Line and column of everything else stay.
 */
export function markTagLines(text: string): string {
  return text.replace(tagLine, (whole) => `${whole}${mark}`)
}

/** The same for a text that is rendered inside another’s line: its own last line has no end to lose. */
export function markPartialLines(text: string): string {
  const marked = markTagLines(text)
  return marked.endsWith(mark) ? marked.slice(0, -mark.length) : marked
}

/** Takes out what marked lines left behind. */
export function dropTagLines(rendered: string): string {
  return rendered.replace(/[ \t]*\uE003\n?/gu, '')
}

/** Whether some line of a marked text holds tags alone. */
export function hasTagLines(text: string): boolean {
  return text.includes(mark)
}
