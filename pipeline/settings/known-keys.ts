import { z } from 'zod'

type Key = string | number

/** The schemas that may apply under one schema: what is optional, what has a default, each choice of a union. */
function choicesOf(schema: z.core.$ZodType): readonly z.core.$ZodType[] {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodNullable
  ) {
    return choicesOf(schema.unwrap())
  }
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(choicesOf)
  return [schema]
}

function step(schema: z.core.$ZodType, key: Key): readonly z.core.$ZodType[] {
  return choicesOf(schema).flatMap((choice): readonly z.core.$ZodType[] => {
    if (choice instanceof z.ZodArray) return [choice.element]
    if (choice instanceof z.ZodRecord) return [choice.valueType]
    if (choice instanceof z.ZodObject) {
      const value = (choice.shape as Readonly<Record<string, z.core.$ZodType>>)[key]
      return value === undefined ? [] : [value]
    }
    return []
  })
}

/** The keys that a schema knows at a path, those of all choices of a union together, each once. */
export function knownKeys(schema: z.core.$ZodType, path: readonly Key[]): readonly string[] {
  const [key, ...rest] = path
  if (key !== undefined) {
    return [...new Set(step(schema, key).flatMap((next) => knownKeys(next, rest)))]
  }
  const keys = choicesOf(schema).flatMap((choice) => {
    if (choice instanceof z.ZodObject) return Object.keys(choice.shape)
    if (choice instanceof z.ZodRecord && choice.keyType instanceof z.ZodEnum) {
      return choice.keyType.options.map(String)
    }
    return []
  })
  return [...new Set(keys)]
}
