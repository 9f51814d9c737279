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

/** Any character that has to be looked at; most strings have none, and most layouts are far larger than what changes in them. */
const suspicious = /[\p{Cs}\p{Noncharacter_Code_Point}\u2028\u2029]|[^\P{Cc}\t\n]/u

function cleanArray(values: readonly unknown[], removed: string[]): readonly unknown[] {
  let copy: unknown[] | null = null
  for (const [index, each] of values.entries()) {
    const cleaned = clean(each, removed)
    if (cleaned !== each) (copy ??= [...values])[index] = cleaned
  }
  return copy ?? values
}

function cleanRecord(record: Readonly<Record<string, unknown>>, removed: string[]): unknown {
  let copy: Record<string, unknown> | null = null
  for (const key of Object.keys(record)) {
    const each = record[key]
    const cleaned = clean(each, removed)
    if (cleaned !== each) (copy ??= { ...record })[key] = cleaned
  }
  return copy ?? record
}

function clean(value: unknown, removed: string[]): unknown {
  if (typeof value === 'string') return suspicious.test(value) ? cleanString(value, removed) : value
  if (typeof value !== 'object' || value === null) return value
  return Array.isArray(value)
    ? cleanArray(value, removed)
    : cleanRecord(value as Readonly<Record<string, unknown>>, removed)
}

/**
 * A layout (plain JSON) with every string in it fit for Word, Excel and PDF. A single U+FFFE makes a file that cannot be opened, and
 * libraries drop control characters without a word: so this is done once, before any of them, and what is left out is told.
 * What needs no cleaning is the very object that was given: a ledger is not copied. Nothing is normalised: compatibility ideographs (U+F900) stay themselves. Keys stay as they are.
 */
export function cleanStrings<Value>(value: Value): Cleaned<Value> {
  const removed: string[] = []
  return { value: clean(value, removed) as Value, removed }
}
