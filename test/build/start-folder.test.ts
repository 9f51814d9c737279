import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

import { jsonSchemas, type SchemaName } from '../../pipeline/build/json-schemas.js'
import { startFolder } from '../../pipeline/build/start-folder.js'
import { memoryHost } from '../../pipeline/host/memory-host.js'
import { nodeHost } from '../../pipeline/host/node-host.js'
import { agenciesFileSchema, distributionSchema, officeSchema } from '../../pipeline/model/index.js'

const root = new URL('../../', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8')
const desk = () => memoryHost({}, { below: nodeHost() })

/** As an editor’s validator takes it. */
function validator(name: SchemaName) {
  const ajv = new Ajv2020({ allErrors: true, strict: false })
  addFormats.default(ajv)
  return ajv.compile(JSON.parse(jsonSchemas().get(name) ?? '{}') as object)
}

/** A starter file with all options switched on: `# ` gone from lines that hold one. */
const switchedOn = (name: string): unknown =>
  parse(read(`templates/start/${name}.yaml.sample`).replace(/^# (?=[\w ]+:|\s+[-\w])/gmu, ''))

const starters = {
  office: officeSchema,
  agencies: agenciesFileSchema,
  distribution: distributionSchema,
} as const

describe('startFolder', () => {
  it('makes a folder with a notice, settings, their schemas and a package.json that names the fonts', async () => {
    const host = desk()
    const started = await startFolder(host, 'new')
    expect(started.map(({ path, state }) => `${state} ${path}`)).toEqual([
      'written sources/guohan-2023-56.md',
      'written sources/office.yaml',
      'written sources/agencies.yaml',
      'written sources/distribution.yaml',
      'written sources/.schemas/office.schema.json',
      'written sources/.schemas/agencies.schema.json',
      'written sources/.schemas/distribution.schema.json',
      'written sources/.schemas/corrections.schema.json',
      'written package.json',
      'written .gitignore',
    ])
    const made = new TextDecoder().decode(host.files.get('/desk/new/package.json'))
    expect(made).toContain('@expo-google-fonts/noto-serif-sc')
  })

  it('never overwrites', async () => {
    const host = memoryHost({ 'new/sources/office.yaml': 'name: 某办\n' }, { below: nodeHost() })
    const started = await startFolder(host, 'new/')
    expect(started.find(({ path }) => path === 'sources/office.yaml')?.state).toBe('kept')
    const kept = new TextDecoder().decode(host.files.get('/desk/new/sources/office.yaml'))
    expect(kept).toBe('name: 某办\n')
  })
})

describe.each(Object.entries(starters))('the starting %s.yaml', (name, schema) => {
  it('sets nothing as it comes', () => {
    expect(parse(read(`templates/start/${name}.yaml.sample`))).toBeNull()
  })

  it('explains every option, each of them valid once it is switched on', () => {
    const options = switchedOn(name) as Readonly<Record<string, unknown>>
    expect(schema.safeParse(options).error).toBeUndefined()
    const explained = new Set(Object.keys(options))
    const missing = Object.keys(schema.shape).filter((key) => !explained.has(key))
    // The language of paper is Chinese; the terminal’s follows the machine.
    expect(missing.filter((key) => key !== 'lang')).toEqual([])
  })

  it('is taken by an editor’s validator, and refused with a slip in it', () => {
    const validate = validator(name as SchemaName)
    expect([validate(switchedOn(name)), validate.errors]).toEqual([true, null])
    expect(validate({ ...(switchedOn(name) as object), nmae: 'slip' })).toBe(false)
  })
})

describe('jsonSchemas', () => {
  it.each(['templates/任务分工总表.yaml', 'templates/任务分工表.yaml', 'templates/全部任务.yaml'])(
    'take the workbook %s as it is, and refuse it with a slip',
    (path) => {
      const validate = validator('workbook')
      const book = parse(read(path)) as object
      expect([validate(book), validate.errors]).toEqual([true, null])
      expect(validate({ ...book, sheets: [] })).toBe(false)
    },
  )

  it.each(['简报', '任务提示', '任务分工函', '通知'])(
    'take the front matter of %s as it is, and refuse it with a slip',
    (name) => {
      const validate = validator('page')
      const [, front = ''] = read(`templates/${name}.md`).split(/^---$/mu)
      const page = parse(front) as object
      expect([validate(page), validate.errors]).toEqual([true, null])
      expect(validate({ ...page, formats: ['odt'] })).toBe(false)
    },
  )

  it('take styles, words and corrections, and refuse what is none', () => {
    expect(validator('style')(parse(read('templates/styles/document.yaml')))).toBe(true)
    expect(validator('style')({ page: {} })).toBe(false)
    expect(validator('words')(parse(read('templates/words.yaml')))).toBe(true)
    const corrections = validator('corrections')
    const set = { item: 1, was: { title: '甲' }, set: { title: '乙' }, why: '笔误' }
    expect(corrections({ corrections: [set] })).toBe(true)
    expect(corrections({ corrections: [{ ...set, why: '' }] })).toBe(false)
  })
})
