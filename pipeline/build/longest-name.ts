import type { Host } from '../host/host.js'

/** What stands around an agency’s name in a path: `/agencies/〈name〉/`. */
const around = '/agencies//'.length
/** What a file of an agency’s is called at most, with .新.docx. A template that names its files longer is told of by the program that opens them. */
const ownName = 30
/** Enough to tell two agencies apart, with the hash that a cut name ends in. */
const shortest = 16

/** How long an agency’s name may be in paths under a folder, for the system to take them whole; infinite where it takes any. */
export function longestName(
  { longestPath, workingFolder }: Pick<Host, 'longestPath' | 'workingFolder'>,
  folder: string,
): number {
  if (!Number.isFinite(longestPath)) return longestPath
  const isAbsolute = /^(?:[/\\]|[A-Za-z]:)/u.test(folder)
  const whole = isAbsolute ? folder : `${workingFolder()}/${folder}`
  return Math.max(shortest, longestPath - whole.length - around - ownName)
}
