import type { Command, Option } from 'commander'
import { z } from 'zod'

import { jsonSchemas, type SchemaName } from '../../pipeline/build/json-schemas.js'
import type { Language } from '../../pipeline/cli/language.js'
import { describeProgram } from '../../pipeline/cli/parse-arguments.js'
import { catalogue } from '../../pipeline/messages/index.js'
import {
  appliedCorrectionSchema,
  attachmentSchema,
  blockSchema,
  countSchema,
  deadlineSchema,
  declaredRuleSchema,
  droppedSchema,
  dutySchema,
  itemSchema,
  officialDocumentSchema,
  partSchema,
  responsibilitySchema,
  spanSchema,
} from '../../pipeline/model/index.js'
import { markdownTable } from './markdown-table.js'
import { schemaRows, type JsonSchema } from './schema-rows.js'

const heads = {
  zh: {
    commands: ['命令', '作用'],
    options: ['选项', '用于', '作用'],
    keys: ['项', '填什么', '作用'],
    values: ['项', '值', '是什么'],
    rules: ['提示', '级别', '说什么'],
    all: '各命令',
    by: (value: string) => `（默认 ${value}）`,
    comma: '、',
    severity: { error: '错误', warning: '警告', info: '提示' },
  },
  en: {
    commands: ['command', 'does'],
    options: ['option', 'of', 'does'],
    keys: ['key', 'takes', 'for'],
    values: ['key', 'value', 'what it is'],
    rules: ['message', 'severity', 'says'],
    all: 'all',
    by: (value: string) => ` (default ${value})`,
    comma: ', ',
    severity: { error: 'error', warning: 'warning', info: 'info' },
  },
} as const

const program = (language: Language): Command => describeProgram('0.0.0', language, () => undefined)

function commandsTable(language: Language): string {
  const rows = program(language).commands.map((command) => {
    const taken = command.registeredArguments.map((argument) => {
      const called = `${argument.name().toUpperCase()}${argument.variadic ? '…' : ''}`
      return argument.required ? called : `[${called}]`
    })
    return [`\`${['fengong', command.name(), ...taken].join(' ')}\``, command.description()]
  })
  return markdownTable(heads[language].commands, rows)
}

/** Options of one flag and one meaning, with the commands that take them; those of all commands last. */
function optionsTable(language: Language): string {
  const { all, by, comma } = heads[language]
  const { commands } = program(language)
  const found = new Map<string, { option: Option; of: string[] }>()
  for (const command of commands)
    for (const option of command.options) {
      const key = `${option.flags}\n${option.description}`
      const entry = found.get(key) ?? { option, of: [] }
      entry.of.push(command.name())
      found.set(key, entry)
    }
  const told = ({ description, defaultValue }: Option): string =>
    ['string', 'number'].includes(typeof defaultValue) && !/默认|default/.test(description)
      ? `${description}${by(`\`${String(defaultValue)}\``)}`
      : description
  const entries = [...found.values()]
  const common = (of: readonly string[]) => of.length === commands.length
  const sorted = [
    ...entries.filter(({ of }) => !common(of)),
    ...entries.filter(({ of }) => common(of)),
  ]
  return markdownTable(
    heads[language].options,
    sorted.map(({ option, of }) => [
      `\`${option.flags}\``,
      common(of) ? all : of.map((name) => `\`${name}\``).join(comma),
      told(option),
    ]),
  )
}

function rulesTable(language: Language): string {
  const { severity } = heads[language]
  const rows = Object.entries(catalogue)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, rule]) => [`\`${id}\``, severity[rule.severity], rule[language]])
  return markdownTable(heads[language].rules, rows)
}

function schemaTable(name: SchemaName, language: Language): string {
  const schema = JSON.parse(jsonSchemas().get(name) ?? '{}') as JsonSchema
  return markdownTable(heads[language].keys, schemaRows(schema, language))
}

const modelTypes = {
  OfficialDocument: officialDocumentSchema,
  Part: partSchema,
  Block: blockSchema,
  Item: itemSchema,
  Responsibility: responsibilitySchema,
  Deadline: deadlineSchema,
  Duty: dutySchema,
  Attachment: attachmentSchema,
  Count: countSchema,
  DeclaredRule: declaredRuleSchema,
  AppliedCorrection: appliedCorrectionSchema,
  Dropped: droppedSchema,
  Span: spanSchema,
} as const

/** The model as a section a type, in which a type leads to its own. */
function modelReference(language: Language): string {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(modelTypes)) registry.add(schema, { id })
  const { schemas } = z.toJSONSchema(registry, { uri: (id) => `#/${id}` })
  return Object.keys(modelTypes)
    .map((id) => {
      const rows = schemaRows(schemas[id] as JsonSchema, language)
      return `### ${id}\n\n${markdownTable(heads[language].values, rows)}`
    })
    .join('\n\n')
}

const settingsNames = ['office', 'agencies', 'distribution', 'corrections'] as const

/** Every part of the documents that is made from code and schemas, by its name. */
export function generatedParts(language: Language): ReadonlyMap<string, string> {
  return new Map([
    ['commands', commandsTable(language)],
    ['options', optionsTable(language)],
    ['rules', rulesTable(language)],
    ['model', modelReference(language)],
    ...settingsNames.map((name) => [name, schemaTable(name, language)] as const),
  ])
}
