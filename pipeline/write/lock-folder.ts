import { HostError, type Host, type Release } from '../host/host.js'
import { makeFinding } from '../messages/index.js'
import type { Finding } from '../model/index.js'

export const lockName = '.lock'

export type Lock =
  | { readonly type: 'held'; readonly release: Release }
  | { readonly type: 'refused'; readonly finding: Finding; readonly whole: boolean }

/** Who holds a lock, in words: what its file says. */
async function holderOf(host: Host, path: string): Promise<string> {
  const bytes = await host.read(path).catch(() => null)
  const text = bytes === null ? '' : new TextDecoder().decode(bytes)
  const name = /"host":"([^"]*)"/.exec(text)?.[1]
  const pid = /"pid":(\d+)/.exec(text)?.[1]
  return name === undefined || pid === undefined ? path : `${name} #${pid}`
}

/**
 * Takes the lock of a document’s folder, making the folder. Refused: someone else builds it, or it cannot be written; `whole` where that
 * is so for the output folder itself.
 */
export async function lockFolder(host: Host, output: string, id: string): Promise<Lock> {
  const folder = `${output}/${id}`
  const path = `${folder}/${lockName}`
  const refused = (finding: Finding, whole = false): Lock => ({ type: 'refused', finding, whole })
  try {
    if ((await host.kindOf(folder)) === 'other') {
      const values = { path: folder, code: 'ELINK' }
      return refused(makeFinding('output-is-no-link', { path: folder, values }))
    }
    const release = await host.lock(path)
    if (release !== null) return { type: 'held', release }
    const values = { path: folder, holder: await holderOf(host, path), lock: path }
    return refused(makeFinding('output-folder-free', { path: folder, values }))
  } catch (error) {
    if (!(error instanceof HostError)) throw error
    const whole = (await host.kindOf(folder).catch(() => null)) === null
    const where = whole ? output : folder
    const values = { path: where, code: error.code }
    return refused(makeFinding('output-folder-writable', { path: where, values }), whole)
  }
}
