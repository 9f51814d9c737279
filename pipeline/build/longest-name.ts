import { longestOwnName, shortestName } from '../compose/index.js'
import type { Host } from '../host/host.js'

/** What stands around an agency’s name in a path: `/agencies/〈name〉/`. */
const around = '/agencies//'.length
/** How long an agency’s name may be in paths under a folder, for the system to take them whole; infinite where it takes any. */
export function longestName(
  { longestPath, workingFolder }: Pick<Host, 'longestPath' | 'workingFolder'>,
  folder: string,
): number {
  if (!Number.isFinite(longestPath)) return longestPath
  const isAbsolute = /^(?:[/\\]|[A-Za-z]:)/u.test(folder)
  const whole = isAbsolute ? folder : `${workingFolder()}/${folder}`
  return Math.max(shortestName, longestPath - whole.length - around - longestOwnName)
}
