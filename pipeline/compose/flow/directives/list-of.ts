/** The members of a list that a template named, as records; null where it is no list. */
export function listOf(value: unknown): readonly unknown[] | null {
  return Array.isArray(value) ? (value as readonly unknown[]) : null
}

/** A record’s own value. */
export function ownValue(record: unknown, key: string): unknown {
  if (typeof record !== 'object' || record === null) return undefined
  return Object.hasOwn(record, key) ? (record as Readonly<Record<string, unknown>>)[key] : undefined
}
