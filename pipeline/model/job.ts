import { z } from 'zod'

import { findingSchema } from './finding.js'
import type { Asset, Layout, Supply } from './layout.js'
import { sha256Schema } from './sha256.js'

export const formats = [
  'pdf',
  'docx',
  'xlsx',
  'txt',
  'json',
  'csv',
  'ndjson',
  'html',
  'zip',
] as const
export type Format = (typeof formats)[number]

/** One file to make. Plain JSON: it can run here, in a worker, or on another machine. */
export interface Job {
  /** Relative to the document’s folder, `/` between names. */
  readonly path: string
  readonly product: string
  /** Short name of the agency it is for. */
  readonly agency: string | null
  readonly format: Format
  readonly layout: Layout
  readonly assets: readonly Asset[]
  /** Paths of the jobs whose files it takes. */
  readonly dependsOn: readonly string[]
}

/** Fetches the bytes of a file that a job takes; null where there are none. */
export type TakeSupply = (supply: Supply) => Promise<Uint8Array | null>

export const manifestFileSchema = z.strictObject({
  /** of the bytes that we wrote; null once a build has begun to replace them */
  sha256: sha256Schema.nullable(),
  /** other bytes of ours that may stand there while a build is under way: the last ones, and those about to be written */
  alsoOurs: z.array(sha256Schema),
  /** over layout, assets, dependencies and build */
  fingerprint: sha256Schema,
  /** what the fingerprint is made of, piece by piece, so that a difference can be named: [label, hash] */
  digests: z.array(z.tuple([z.string(), z.string()])),
  product: z.string(),
  agency: z.string().nullable(),
  owner: z.enum(['ours', 'person']),
  /** of a person’s bytes as they lay there: what was made from them is made again when they change */
  theirs: sha256Schema.optional(),
  /** its source could not be read since, or a message keeps it from being made anew */
  stale: z.boolean(),
  /** what rendering it said */
  messages: z.array(findingSchema),
})
export type ManifestFile = Readonly<z.infer<typeof manifestFileSchema>>

/** output/<id>/manifest.json: what each file was made from. This is the state. */
export const manifestSchema = z.strictObject({
  schemaVersion: z.literal(1),
  /** document key: over source, corrections, settings, templates, faces, options, build; null while a build is under way or after a partial one */
  key: z.string().nullable(),
  source: z.strictObject({ path: z.string(), sha256: sha256Schema }),
  title: z.string().nullable(),
  messages: z.array(findingSchema),
  counts: z.strictObject({
    items: z.int(),
    agencies: z.array(z.string()),
    dutyAgencies: z.array(z.string()),
  }),
  files: z.record(z.string(), manifestFileSchema),
})
export type Manifest = Readonly<z.infer<typeof manifestSchema>>

export type Reason =
  | { readonly type: 'new' }
  | { readonly type: 'missing' }
  | { readonly type: 'damaged' }
  | { readonly type: 'changed'; readonly first: string }
  | { readonly type: 'stale' }
  | { readonly type: 'forced' }
  | { readonly type: 'fresh' }
  | { readonly type: 'edited-fresh' }
  | { readonly type: 'edited-changed' }
  | { readonly type: 'orphaned' }
  | { readonly type: 'blocked' }

/** A job, or a file without one, and what is to happen with it. */
export interface PlannedJob {
  readonly path: string
  readonly product: string
  readonly agency: string | null
  readonly action: 'make' | 'make-beside' | 'keep' | 'remove'
  readonly reason: Reason
  readonly fingerprint: string | null
}
