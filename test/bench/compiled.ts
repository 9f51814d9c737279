import { pathToFileURL } from 'node:url'
import { join, resolve } from 'node:path'
import process from 'node:process'

/** The package that is measured: this one, or another checkout’s that the variable FENGONG names, to compare two states. */
export const packageFolder = resolve(
  process.env.FENGONG ?? new URL('../..', import.meta.url).pathname,
)

/** The command line’s compiled entry. */
export const mainFile = join(packageFolder, 'dist/cli/main.js')

/** A compiled module; the caller says of which type it is. */
export function compiled(path: string): Promise<unknown> {
  return import(pathToFileURL(join(packageFolder, 'dist', path)).href)
}
