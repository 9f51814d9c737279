import { readFileSync, readdirSync } from 'node:fs'
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

  it('names this package as it was installed: the same packed file, or the version of a registry', async () => {
    const specOf = async (dependencies: Readonly<Record<string, string>>, folder: string) => {
      const host = memoryHost(
        {
          '/home/office/package.json': JSON.stringify({ dependencies }),
          '/home/office/node_modules/fengong/package.json': JSON.stringify({
            name: 'fengong',
            version: '1.2.3',
            peerDependencies: { font: '4.5.6' },
          }),
        },
        { packageFolder: '/home/office/node_modules/fengong/' },
      )
      await startFolder(host, folder)
      const text = new TextDecoder().decode(host.files.get(`${folder}/package.json`))
      return (JSON.parse(text) as { dependencies: object }).dependencies
    }
    const packed = { fengong: 'file:../downloads/fengong-1.2.3.tgz' }
    expect(await specOf(packed, '/home/office/x')).toEqual({
      fengong: 'file:../../downloads/fengong-1.2.3.tgz',
      font: '4.5.6',
    })
    expect(await specOf({ fengong: '^1.2.0' }, '/home/office/x')).toEqual({
      fengong: '1.2.3',
      font: '4.5.6',
    })
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

/** What a template’s YAML is held against: the formats say which kind of product it is. */
function kindOf(path: string, product: { readonly formats?: readonly string[] }): SchemaName {
  const formats = product.formats ?? []
  if (path.endsWith('.md')) return formats.includes('txt') ? 'text' : 'page'
  return formats.includes('zip') ? 'bundle' : 'workbook'
}

const templateFiles = readdirSync(new URL('templates/', root))
  .filter((name) => /\.(?:md|yaml)$/u.test(name) && name !== 'words.yaml')
  .sort()

describe('jsonSchemas', () => {
  const validators = new Map<SchemaName, ReturnType<typeof validator>>()
  const validatorOf = (name: SchemaName) => {
    const known = validators.get(name) ?? validator(name)
    validators.set(name, known)
    return known
  }

  it('know every kind of template', () => {
    expect(templateFiles.length).toBeGreaterThan(12)
  })

  it.each(templateFiles)('take %s as it is, and refuse it with a slip', (name) => {
    const text = read(`templates/${name}`)
    const [, front = ''] = name.endsWith('.md') ? text.split(/^---$/mu) : ['', text]
    const product = parse(front) as { readonly formats?: readonly string[] }
    const kind = kindOf(name, product)
    const validate = validatorOf(kind)
    expect([kind, validate(product), validate.errors]).toEqual([kind, true, null])
    expect(validate({ ...product, fromats: ['pdf'] })).toBe(false)
    expect(validate({ ...product, formats: ['odt'] })).toBe(false)
    expect(validate({ ...product, per: [] })).toBe(false)
  })

  it.each(readdirSync(new URL('templates/styles/', root)).filter((name) => name.endsWith('.yaml')))(
    'take the style %s, and refuse it with a slip',
    (name) => {
      const style = parse(read(`templates/styles/${name}`)) as object
      const validate = validatorOf('style')
      expect([validate(style), validate.errors]).toEqual([true, null])
      expect(validate({ ...style, page: {} })).toBe(false)
    },
  )

  it('are named in the first line of every YAML file that comes with the package', () => {
    const named = /^# yaml-language-server: \$schema=(\S+)\n/u
    const files = [...templateFiles.filter((name) => name.endsWith('.yaml')), 'words.yaml']
    for (const name of files)
      expect([name, named.exec(read(`templates/${name}`))?.[1]]).toEqual([
        name,
        expect.stringMatching(/^\.\.\/dist\/schemas\/(?:workbook|bundle|words)\.schema\.json$/u),
      ])
    for (const name of Object.keys(starters))
      expect(read(`templates/start/${name}.yaml.sample`)).toMatch(named)
  })

  it('take words and corrections, and refuse what is none', () => {
    expect(validator('words')(parse(read('templates/words.yaml')))).toBe(true)
    expect(validator('words')({ role: 3 })).toBe(false)
    const corrections = validator('corrections')
    const set = { item: 1, was: { title: '甲' }, set: { title: '乙' }, why: '笔误' }
    expect(corrections({ corrections: [set] })).toBe(true)
    expect(corrections({ corrections: [{ ...set, why: '' }] })).toBe(false)
  })
})
