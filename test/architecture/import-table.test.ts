import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser'
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = new URL('../..', import.meta.url).pathname
const config = createRequire(import.meta.url)('./dependency-cruiser.config.cjs') as {
  forbidden: IForbiddenRuleType[]
  options: object
}

let house: string

async function breaches(): Promise<{ modules: number; names: string[] }> {
  const result = await cruise(['pipeline'], {
    ...config.options,
    baseDir: house,
    ruleSet: { forbidden: config.forbidden },
    validate: true,
  })
  const { summary } = result.output as ICruiseResult
  return {
    modules: summary.totalCruised,
    names: summary.violations.map(
      (violation) => `${violation.rule.name}: ${violation.from} → ${violation.to}`,
    ),
  }
}

/** Plants one file, looks, and takes it away again. */
async function planted(path: string, content: string): Promise<string[]> {
  writeFileSync(join(house, path), content)
  try {
    return (await breaches()).names
  } finally {
    rmSync(join(house, path))
  }
}

describe('the import table', () => {
  beforeAll(() => {
    house = mkdtempSync(join(tmpdir(), 'fengong-house-'))
    for (const each of ['pipeline', 'package.json', 'tsconfig.json'])
      cpSync(join(root, each), join(house, each), { recursive: true })
    symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'))
  })
  afterAll(() => {
    rmSync(house, { recursive: true, force: true })
  })

  it('is kept, and the tool sees the house', async () => {
    const { modules, names } = await breaches()
    expect(names).toEqual([])
    expect(modules).toBeGreaterThan(100)
  })

  it('catches a bad import, of a type too', async () => {
    expect(
      await planted(
        'pipeline/text/planted.ts',
        "import type { Span } from '../model/index.js'\nexport type A = Span\n",
      ),
    ).toContain('imports-of-text: pipeline/text/planted.ts → pipeline/model/index.ts')
  })

  it('catches a vendor’s library outside its renderer', async () => {
    expect(
      await planted(
        'pipeline/compose/planted.ts',
        "import { Document } from 'docx'\nexport const a = Document\n",
      ),
    ).toEqual([expect.stringContaining('only-render-docx-knows-docx: pipeline/compose/planted.ts')])
  })

  it('catches the outside world where a Host is meant', async () => {
    expect(
      await planted(
        'pipeline/plan/planted.ts',
        "import { readFileSync } from 'node:fs'\nexport const a = readFileSync\n",
      ),
    ).toEqual([expect.stringContaining('outside-world-is-behind-host: pipeline/plan/planted.ts')])
  })
})
