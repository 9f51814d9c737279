import type { Host } from '../host/host.js'
import { sha256, type Job, type Sha256, type Supply, type TakeSupply } from '../model/index.js'
import type { FingerprintedJob, TheirsAt } from '../plan/index.js'
import type { Journal } from '../write/index.js'

/** What is known of a document’s files while they are made. */
export interface Stock {
  readonly host: Host
  readonly folder: string
  readonly journal: Journal
  readonly jobOf: ReadonlyMap<string, FingerprintedJob>
  readonly theirsAt: TheirsAt
  /** Bytes that are rendered and wait to be written. */
  readonly waiting: (path: string) => Uint8Array | null
  /** Renders a file of ours that does not lie in the output: a person’s does, or it could not be written. */
  readonly render: (job: Job) => Promise<Uint8Array | null>
  /** Something is missing that was there when the build began: another build may find it. */
  readonly onLoss: () => void
}

/** One word for a supply, for a table of them. */
export const supplyKey = ({ type, path }: Supply): string => `${type} ${path}`

/** Bytes at a path if they are still those that were seen there. */
async function readSame(stock: Stock, path: string, hash: Sha256): Promise<Uint8Array | null> {
  const bytes = await stock.host.read(path)
  return bytes !== null && sha256(bytes) === hash ? bytes : null
}

/** Our file of a job: as it waits, as it lies, or made anew; null where a message kept it from being made. */
async function takeOurs(stock: Stock, path: string): Promise<Uint8Array | null> {
  const { folder, journal } = stock
  const waiting = stock.waiting(path)
  if (waiting !== null) return waiting
  const recorded = journal.files.get(path)
  const job = stock.jobOf.get(path)
  if (job === undefined || recorded?.stale === true) return null
  const current = recorded?.fingerprint === job.fingerprint && recorded.owner === 'ours'
  const lying =
    current && recorded.sha256 !== null
      ? await readSame(stock, `${folder}/${path}`, recorded.sha256)
      : null
  return lying ?? stock.render(job.job)
}

async function takeFile(stock: Stock, job: Job, path: string): Promise<Uint8Array | null> {
  const theirs = job.layout.type === 'bundle' ? stock.theirsAt(path) : null
  if (theirs === null) return takeOurs(stock, path)
  const bytes = await readSame(stock, `${stock.folder}/${path}`, theirs)
  if (bytes === null) stock.onLoss()
  return bytes
}

async function takeAsset(stock: Stock, job: Job, path: string): Promise<Uint8Array | null> {
  const asset = job.assets.find((each) => each.path === path)
  const bytes = asset === undefined ? null : await readSame(stock, path, asset.sha256)
  if (bytes === null) stock.onLoss()
  return bytes
}

/**
 * How a job gets the files that it is made from. Nothing is kept in memory for it: what was written is read back, and used only if it is
 * what was written.
 */
export function supplierOf(stock: Stock, job: Job): TakeSupply {
  return ({ type, path }: Supply) =>
    type === 'asset' ? takeAsset(stock, job, path) : takeFile(stock, job, path)
}

/** All that a job takes, fetched beforehand: for a thread that cannot ask. */
export async function suppliesOf(
  stock: Stock,
  job: Job,
): Promise<readonly (readonly [key: string, bytes: Uint8Array])[]> {
  const take = supplierOf(stock, job)
  const wanted: readonly Supply[] = [
    ...job.dependsOn.map((path) => ({ type: 'file', path }) as const),
    ...job.assets.map(({ path }) => ({ type: 'asset', path }) as const),
  ]
  const fetched: (readonly [string, Uint8Array])[] = []
  for (const supply of wanted) {
    const bytes = await take(supply)
    if (bytes !== null) fetched.push([supplyKey(supply), bytes])
  }
  return fetched
}
