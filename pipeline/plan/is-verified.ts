import type { Manifest } from '../model/index.js'
import { pathBeside } from './beside.js'
import type { FileState } from './is-ours.js'

/**
 * Whether the output holds what its manifest records: each file of ours with the recorded bytes, and a person’s still there and still theirs. Files that
 * a message keeps from being made, and our new ones beside a person’s, are not asked for.
 */
export function isVerified(manifest: Manifest, files: ReadonlyMap<string, FileState>): boolean {
  return Object.entries(manifest.files).every(([path, recorded]) => {
    const base = pathBeside(path)
    if (recorded.stale || (base !== null && base in manifest.files)) return true
    const file = files.get(path)
    const same = file?.sha256 === recorded.sha256
    if (recorded.owner === 'ours') return same
    // A person’s file that was edited again can stand in a ZIP as it was before.
    const known = recorded.theirs === undefined || file?.sha256 === recorded.theirs
    return file?.whole === true && !same && known
  })
}
