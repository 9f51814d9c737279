import { HostError, type Host } from '../host/host.js'

/** Names that would lead out of a folder or mean something else than a name. */
const noName = /^(\.{1,2})?$|[/\\\u0000]/

/**
 * A path of the host’s for a relative one of ours, `/` between names. Throws a HostError with code EOUTSIDE where the path would leave the
 * folder: names are made safe long before, so this is the last door.
 */
export function pathInside(folder: string, path: string): string {
  if (path.split('/').some((name) => noName.test(name))) {
    throw new HostError('write', `${folder}/${path}`, 'EOUTSIDE')
  }
  return `${folder}/${path}`
}

/**
 * Says whether a file may be written at a relative path: no folder on the way may be a link, nor what stands at the path itself, as both
 * could lead out of the output. Folders are asked about once.
 */
export function linkGuard(
  host: Pick<Host, 'kindOf'>,
  folder: string,
): (path: string) => Promise<void> {
  const sound = new Set<string>()
  return async (path) => {
    const names = path.split('/')
    const steps = ['', ...names.map((_, index) => `/${names.slice(0, index + 1).join('/')}`)]
    for (const [index, step] of steps.entries()) {
      if (sound.has(step)) continue
      const at = `${folder}${step}`
      const kind = await host.kindOf(at)
      const wanted = index === steps.length - 1 ? 'file' : 'folder'
      if (kind !== null && kind !== wanted) {
        throw new HostError(
          'write',
          at,
          kind === 'other' ? 'ELINK' : kind === 'file' ? 'ENOTDIR' : 'EISDIR',
        )
      }
      if (kind === 'folder') sound.add(step)
    }
  }
}
