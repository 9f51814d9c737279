import type { Language } from '../../pipeline/cli/language.js'

/** What of a JSON Schema is told. */
export interface JsonSchema {
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly pattern?: string
  readonly description?: string
  readonly enum?: readonly string[]
  readonly const?: unknown
  readonly default?: unknown
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly additionalProperties?: JsonSchema | boolean
  readonly propertyNames?: JsonSchema
  readonly items?: JsonSchema
  readonly prefixItems?: readonly JsonSchema[]
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly $ref?: string
}

/** A key, what it takes, what it is for. */
export type SchemaRow = readonly [key: string, value: string, meaning: string]

const words = {
  zh: {
    string: '文字',
    date: '日期，如 `2023-07-10`',
    integer: '整数',
    number: '数',
    boolean: '`true`、`false`',
    object: '一组',
    null: '空',
    any: '任意内容',
    or: ' 或 ',
    comma: '、',
    list: '（可多项）',
    byKey: '（按名称分列）',
    by: (value: string) => `；默认 ${value}`,
    same: (path: string) => `各项同 \`${path}\``,
  },
  en: {
    string: 'text',
    date: 'a date such as `2023-07-10`',
    integer: 'a whole number',
    number: 'a number',
    boolean: '`true`, `false`',
    object: 'a group',
    null: 'null',
    any: 'anything',
    or: ' or ',
    comma: ', ',
    list: ' (a list)',
    byKey: ' (by name)',
    by: (value: string) => `; default ${value}`,
    same: (path: string) => `the keys of \`${path}\``,
  },
} as const

/** Descriptions hold Chinese on their first line, English on their second. */
function saidIn(language: Language, description: string | undefined): string {
  const [zh = '', en = zh] = (description ?? '').split('\n')
  return language === 'zh' ? zh : en
}

const alternatives = ({ anyOf, oneOf }: JsonSchema): readonly JsonSchema[] => anyOf ?? oneOf ?? []
const code = (value: unknown): string => `\`${String(value)}\``

/** What a key takes, in words; a `$ref` is a link to the heading of its name. */
function valueOf(schema: JsonSchema, language: Language): string {
  const said = words[language]
  if (schema.$ref !== undefined) {
    const name = schema.$ref.replace(/^.*\//, '')
    return `[${name}](#${name.toLowerCase()})`
  }
  if (schema.enum !== undefined) return schema.enum.map(code).join(said.comma)
  if (schema.const !== undefined) return code(schema.const)
  const choices = alternatives(schema)
  if (choices.length > 0)
    return [...new Set(choices.map((choice) => valueOf(choice, language)))].join(said.or)
  if (schema.type === 'array') {
    const member = valueOf(schema.items ?? schema.prefixItems?.[0] ?? {}, language)
    return member.endsWith(said.list) ? member : `${member}${said.list}`
  }
  if (typeof schema.additionalProperties === 'object' && schema.properties === undefined)
    return `${valueOf(schema.additionalProperties, language)}${said.byKey}`
  if (schema.type === 'string' && schema.format === 'date') return said.date
  const kinds = [schema.type ?? 'any'].flat() as readonly (keyof typeof said)[]
  return kinds.map((kind) => said[kind]).join(said.or)
}

/** Defaults that say something: not an empty list, nor a group whose members say theirs. */
function defaultOf({ default: value }: JsonSchema, language: Language): string {
  const tellable =
    typeof value === 'string' ? value !== '' : ['number', 'boolean'].includes(typeof value)
  return tellable ? words[language].by(code(value)) : ''
}

/** The groups of keys under a schema: its own, of its members, of its alternatives. */
function groupsUnder(schema: JsonSchema, path: string): readonly (readonly [string, JsonSchema])[] {
  if (schema.properties !== undefined) return [[path, schema]]
  if (schema.items !== undefined) return groupsUnder(schema.items, `${path}[]`)
  if (typeof schema.additionalProperties === 'object')
    return groupsUnder(schema.additionalProperties, `${path}.*`)
  return alternatives(schema).flatMap((choice) => groupsUnder(choice, path))
}

/**
 * The rows of a schema’s keys, those of groups under them with their path (`recipients[].copies`). Keys that several alternatives share
 * stand once; a group that was told before is named, not told again.
 */
export function schemaRows(schema: JsonSchema, language: Language): readonly SchemaRow[] {
  const told = new Map<string, string>()
  const seen = new Set<string>()
  const rowsUnder = (group: JsonSchema, path: string): readonly SchemaRow[] =>
    Object.entries(group.properties ?? {}).flatMap(([name, entry]) => {
      const key = path === '' ? name : `${path}.${name}`
      if (seen.has(key)) return []
      seen.add(key)
      const groups = groupsUnder(entry, key)
      const twin = groups
        .map(([, { properties }]) => told.get(JSON.stringify(properties)))
        .find(Boolean)
      for (const [at, { properties }] of groups)
        if (!told.has(JSON.stringify(properties))) told.set(JSON.stringify(properties), at)
      const value =
        twin === undefined
          ? `${valueOf(entry, language)}${defaultOf(entry, language)}`
          : words[language].same(twin)
      const row: SchemaRow = [`\`${key}\``, value, saidIn(language, entry.description)]
      return twin === undefined
        ? [row, ...groups.flatMap(([at, each]) => rowsUnder(each, at))]
        : [row]
    })
  return groupsUnder(schema, '').flatMap(([path, group]) => rowsUnder(group, path))
}
