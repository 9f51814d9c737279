import { isScalar, LineCounter, parseDocument, visit, type Document } from 'yaml'

/** What keeps a text from being taken as YAML, and from where to where. */
export interface YamlProblem {
  readonly code: string
  readonly message: string
  readonly pos: readonly [start: number, end: number]
}

export interface ParsedYaml {
  readonly document: Document.Parsed
  readonly lines: LineCounter
  /** In the order of the text; with any, `value` says nothing. */
  readonly problems: readonly YamlProblem[]
  /** As plain data, aliases filled in; an empty text, or one of comments alone, is null. */
  readonly value: unknown
}

/** A registry of five thousand agencies is a quarter of this. In characters. */
const usualLongest = 1_000_000
/** As many as yaml lets multiply; each is looked up through the whole text. */
const mostAliases = 100

const whole = (text: string, code: string, message: string): YamlProblem => ({
  code,
  message,
  pos: [0, Math.min(1, text.length)],
})

const rangeOf = (node: unknown): readonly [number, number] => {
  const range: unknown = (node as { range?: unknown } | null)?.range
  return Array.isArray(range) ? [Number(range[0]), Number(range[1])] : [0, 1]
}

/** The first key that stands twice in its mapping, in linear time: yaml’s own check compares each with each. Then aliases, where they are too many. */
function problemsIn(document: Document, text: string): readonly YamlProblem[] {
  const problems: YamlProblem[] = []
  let aliases = 0
  visit(document, {
    Alias: () => {
      aliases += 1
    },
    Map: (_, map) => {
      const seen = new Set<unknown>()
      for (const { key } of map.items) {
        if (!isScalar(key)) continue
        if (seen.has(key.value))
          problems.push({
            code: 'DUPLICATE_KEY',
            message: 'Map keys must be unique',
            pos: rangeOf(key),
          })
        seen.add(key.value)
      }
    },
  })
  if (aliases > mostAliases)
    problems.push(whole(text, 'TOO_MANY', `more than ${mostAliases} aliases`))
  return problems.sort((a, b) => a.pos[0] - b.pos[0])
}

/** Whether an alias stands inside of what it names: that has no end. */
function hasCircle(document: Document): boolean {
  let found = false
  visit(document, {
    Alias: (_, alias, parents) => {
      const named = alias.resolve(document)
      found ||= parents.some((parent) => parent === named)
      return found ? visit.BREAK : undefined
    },
  })
  return found
}

function parseWithin(text: string, lines: LineCounter): ParsedYaml {
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
  })
  const told = document.errors.map(({ code, message, pos }): YamlProblem => ({
    code,
    message,
    pos,
  }))
  const problems = told.length > 0 ? told : problemsIn(document, text)
  if (problems.length > 0) return { document, lines, problems, value: null }
  if (hasCircle(document)) {
    const message = 'an alias stands inside of what it names'
    return { document, lines, problems: [whole(text, 'CIRCLE', message)], value: null }
  }
  return { document, lines, problems, value: document.contents === null ? null : document.toJS() }
}

/**
 * YAML that people write, within bounds of time and memory, whatever it is: its length, aliases that multiply or turn in a circle, keys beyond counting and
 * nesting beyond the stack are problems like a wrong indentation. No tags of one’s own. Never throws.
 *
 * @param longest in characters
 */
export function parseYaml(text: string, longest = usualLongest): ParsedYaml {
  const lines = new LineCounter()
  const refused = (problem: YamlProblem): ParsedYaml => ({
    document: parseDocument(''),
    lines,
    problems: [problem],
    value: null,
  })
  if (text.length > longest)
    return refused(whole(text, 'TOO_LONG', `more than ${longest} characters`))
  try {
    return parseWithin(text, lines)
  } catch (cause) {
    // Aliases that multiply beyond yaml’s limit or point nowhere, and nesting beyond the stack.
    const message =
      cause instanceof RangeError
        ? 'nested too deeply'
        : cause instanceof Error
          ? cause.message
          : String(cause)
    return refused(whole(text, 'REFUSED', message))
  }
}
