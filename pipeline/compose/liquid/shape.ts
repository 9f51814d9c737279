import { z } from 'zod'

import { unwrapped } from '../templates/known-keys.js'

/** What is known, before any document is there, of a value that a template names. */
export type Shape =
  | { readonly kind: 'schema'; readonly schema: z.core.$ZodType }
  | { readonly kind: 'list'; readonly of: Shape }
  | { readonly kind: 'data'; readonly value: unknown }
  | { readonly kind: 'any' }

export const anyShape: Shape = { kind: 'any' }

export function schemaShape(schema: z.core.$ZodType): Shape {
  return { kind: 'schema', schema }
}

/** What a list holds; anything where it is not known to be one. */
export function memberOf(shape: Shape): Shape {
  if (shape.kind === 'list') return shape.of
  if (shape.kind === 'schema') {
    const inner = unwrapped(shape.schema)
    if (inner instanceof z.ZodArray) return schemaShape(inner.element)
  }
  return anyShape
}

const ofEveryList = new Set(['first', 'last', 'size'])

function keyOfSchema(schema: z.core.$ZodType, key: string): Shape | null {
  const inner = unwrapped(schema)
  if (inner instanceof z.ZodObject) {
    const shape = inner.shape as Readonly<Record<string, z.core.$ZodType>>
    const child = Object.hasOwn(shape, key) ? shape[key] : undefined
    return child === undefined ? null : schemaShape(child)
  }
  if (inner instanceof z.ZodArray) {
    if (!ofEveryList.has(key)) return null
    return key === 'size' ? anyShape : schemaShape(inner.element)
  }
  if (inner instanceof z.ZodRecord) return schemaShape(inner.valueType)
  if (inner instanceof z.ZodString) return key === 'size' ? anyShape : null
  return inner instanceof z.ZodUnion || inner instanceof z.ZodUnknown ? anyShape : null
}

/** What stands under a key; null where there is no such key. */
export function keyOf(shape: Shape, key: string): Shape | null {
  switch (shape.kind) {
    case 'any':
      return anyShape
    case 'schema':
      return keyOfSchema(shape.schema, key)
    case 'list':
      if (!ofEveryList.has(key)) return null
      return key === 'size' ? anyShape : shape.of
    case 'data':
      if (Array.isArray(shape.value)) return ofEveryList.has(key) ? anyShape : null
      return typeof shape.value === 'object' &&
        shape.value !== null &&
        Object.hasOwn(shape.value, key)
        ? { kind: 'data', value: (shape.value as Readonly<Record<string, unknown>>)[key] }
        : null
  }
}

/** What stands under a key that is only known when the paper is made: words.role[item.role]. */
export function computedKeyOf(shape: Shape): Shape {
  const member = memberOf(shape)
  if (member.kind !== 'any' || shape.kind !== 'schema') return member
  const inner = unwrapped(shape.schema)
  return inner instanceof z.ZodRecord ? schemaShape(inner.valueType) : anyShape
}
