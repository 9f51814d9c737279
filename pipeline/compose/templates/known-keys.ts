import { z } from 'zod'

/** The schema under wrappers that change nothing about its keys: nullable, optional, default. */
export function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  let inner = schema
  while (
    inner instanceof z.ZodNullable ||
    inner instanceof z.ZodOptional ||
    inner instanceof z.ZodDefault
  )
    inner = inner.unwrap()
  return inner
}

function childOf(schema: z.core.$ZodType, key: PropertyKey): z.core.$ZodType | null {
  const inner = unwrapped(schema)
  if (inner instanceof z.ZodObject) {
    const shape = inner.shape as Readonly<Record<string, z.core.$ZodType>>
    return shape[String(key)] ?? null
  }
  if (inner instanceof z.ZodArray) return inner.element
  if (inner instanceof z.ZodRecord) return inner.valueType
  return null
}

/** The keys that a schema takes at a path. */
export function knownKeys(
  schema: z.core.$ZodType,
  path: readonly PropertyKey[],
): readonly string[] {
  let at: z.core.$ZodType | null = schema
  for (const key of path) at = at === null ? null : childOf(at, key)
  const inner = at === null ? null : unwrapped(at)
  return inner instanceof z.ZodObject ? Object.keys(inner.shape) : []
}
