import { z } from 'zod'

import {
  bundleSchema,
  pageSchema,
  textSchema,
  wordsSchema,
  workbookSchema,
} from '../compose/templates/template-schema.js'
import {
  agenciesFileSchema,
  correctionsFileSchema,
  distributionSchema,
  officeSchema,
  styleSheetSchema,
} from '../model/index.js'

const schemas = {
  office: officeSchema,
  agencies: agenciesFileSchema,
  distribution: distributionSchema,
  corrections: correctionsFileSchema,
  page: pageSchema,
  text: textSchema,
  bundle: bundleSchema,
  workbook: workbookSchema,
  words: wordsSchema,
  style: styleSheetSchema,
} as const

/** A YAML file that people write, or the front matter of a template. */
export type SchemaName = keyof typeof schemas

/**
 * The JSON Schema of every YAML file that people write, by name, as text: what an editor completes and checks with. Made from the schemas that
 * fengong itself reads the files with, so the two can’t differ. JSON Schema draft 2020-12.
 */
export function jsonSchemas(): ReadonlyMap<SchemaName, string> {
  const names = Object.keys(schemas) as SchemaName[]
  return new Map(
    names.map((name) => {
      // What a person writes, before defaults are put in.
      const schema = z.toJSONSchema(schemas[name], { io: 'input', unrepresentable: 'any' })
      return [name, `${JSON.stringify({ title: `fengong ${name}`, ...schema }, null, 2)}\n`]
    }),
  )
}
