/** CR LF, CR, NEL and the two Unicode separators: a line break to readers, but not to every format. */
const lineBreaks = /\r\n|[\r\u0085\u2028\u2029]/g

/** Lone surrogates, noncharacters such as U+FFFE, control characters but TAB and LF: XML forbids them or a reader drops them. */
const unwritable = /[\p{Cs}\p{Noncharacter_Code_Point}]|[^\P{Cc}\t\n]/gu

export interface Cleaned<Value> {
  readonly value: Value
  /** What was left out, character by character in the order met, as `U+FFFE`. */
  readonly removed: readonly string[]
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

/** One string that any format can hold: line breaks become LF, what cannot be written is left out and listed. */
function cleanString(text: string, removed: string[]): string {
  return text.replace(lineBreaks, '\n').replace(unwritable, (character) => {
    removed.push(codeOf(character))
    return ''
  })
}

function clean(value: unknown, removed: string[]): unknown {
  if (typeof value === 'string') return cleanString(value, removed)
  if (Array.isArray(value)) return value.map((each) => clean(each, removed))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, clean(each, removed)]))
}

/**
 * A layout (plain JSON) with every string in it fit for Word, Excel and PDF. A single U+FFFE makes a file that cannot be opened, and
 * libraries drop control characters without a word: so this is done once, before any of them, and what is left out is told.
 * Nothing is normalised: compatibility ideographs (U+F900) stay themselves. Keys stay as they are.
 */
export function cleanStrings<Value>(value: Value): Cleaned<Value> {
  const removed: string[] = []
  return { value: clean(value, removed) as Value, removed }
}
