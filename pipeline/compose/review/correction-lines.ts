import type { Deadline, Item, Responsibility } from '../../model/index.js'

/** A text as YAML: bare where nothing in it could be read as anything else, else in quotes. */
function scalar(text: string): string {
  return /^[\p{Script=Han}][\p{Script=Han}\p{L}\d]*$/u.test(text) ? text : JSON.stringify(text)
}

function assignment({ name, role, part }: Responsibility): string {
  const partly = part === null ? '' : `, part: ${scalar(part)}`
  return `{ agency: ${scalar(name)}, role: ${role}${partly} }`
}

function deadline({ text, kind, date }: Deadline): string {
  return `{ text: ${scalar(text)}, kind: ${kind}, date: ${date === null ? 'null' : JSON.stringify(date)} }`
}

function list(field: string, entries: readonly string[]): readonly string[] {
  const rows = entries.map((entry) => `  - ${entry}`)
  return rows.length === 0 ? [`${field}: []`] : [`${field}:`, ...rows]
}

/** The lines of each field that has a value; of agencies and deadlines always. */
function fieldsOf(item: Item): readonly (readonly string[])[] {
  const { title, content, category, scope } = item
  const scalars = Object.entries({ title, content, category, scope }).flatMap(([field, value]) =>
    value === null ? [] : [[`${field}: ${scalar(value)}`]],
  )
  return [
    list('agencies', item.responsibilities.map(assignment)),
    list('deadlines', item.deadlines.map(deadline)),
    ...scalars,
  ]
}

/**
 * The lines that a correction of an item takes under `corrections:`: what was read, and the same again to be changed. Agencies are ready to be
 * changed; the other fields are commented out, because what stands under `set` counts as corrected.
 */
export function correctionLines(item: Item, whyWords: string): string {
  const [first = [], ...others] = fieldsOf(item)
  const fields = [...first, ...others.flat().map((line) => `# ${line}`)].map(
    (line) => `    ${line}`,
  )
  const lines = [
    `- item: ${scalar(item.id)}`,
    '  was:',
    ...fields,
    '  set:',
    ...fields,
    `  why: ${scalar(whyWords)}`,
  ]
  return `${lines.map((line) => `  ${line}`).join('\n')}\n`
}
