import type { Agency } from '../../model/index.js'

/** What a registry file says of one body. What is left out has its default; the order comes from its place in the file. */
export interface AgencyFacts {
  /** The full name. */
  readonly name: string
  /** The standard short name (规范化简称), where it differs from the full one. */
  readonly short?: string
  readonly aliases?: readonly string[]
  readonly informal?: readonly string[]
  readonly kind?: Agency['kind']
  readonly parent?: string
  readonly deliverTo?: string
  readonly address?: string
  readonly successors?: readonly string[]
  readonly until?: string
}

/** A stretch of the protocol order: bodies of one kind, in order. */
export interface AgencyGroup {
  readonly kind: Agency['kind']
  readonly agencies: readonly AgencyFacts[]
}
