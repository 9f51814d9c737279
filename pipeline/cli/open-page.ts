import process from 'node:process'

import type { Host } from '../host/index.js'

/** What opens a file as a double click would. `start` takes its first quoted word for a title. */
function openerOf(platform: string, path: string): readonly [string, ...string[]] {
  if (platform === 'win32') return ['cmd', '/c', 'start', '', path]
  return [platform === 'darwin' ? 'open' : 'xdg-open', path]
}

/** The page to look at after a build: the review of a single document, the list of what there is for several; null where it was not made. */
export async function pageToOpen(
  host: Host,
  output: string,
  documents: readonly string[],
): Promise<string | null> {
  const [only] = documents
  const path =
    documents.length === 1 && only !== undefined
      ? `${output}/${only}/审阅.html`
      : `${output}/index.html`
  return (await host.kindOf(path)) === 'file' ? path : null
}

/** Opens a page with the machine’s own program; false where there is none, or it fails. */
export async function openPage(
  host: Host,
  path: string,
  platform: string = process.platform,
): Promise<boolean> {
  const [program, ...args] = openerOf(platform, path)
  const ended = await host.run(program, args, { seconds: 20 })
  // Some openers stay as long as the browser does: stopped is opened.
  return ended !== null && (ended.code === 0 || ended.code === null)
}
