import { posix } from 'node:path'

import type { BuildEvent } from '../model/index.js'

/** The output folder as if it were a document’s: what makes and removes files works in a folder of a folder. */
export function aboveOutput(output: string): { readonly output: string; readonly id: string } {
  return { output: posix.dirname(output), id: posix.basename(output) }
}

/** Events of such work told as what they are: about no document, paths from the output folder. */
export async function* toldFromOutput<Result>(
  id: string,
  events: AsyncGenerator<BuildEvent, Result>,
): AsyncGenerator<BuildEvent, Result> {
  for (;;) {
    const next = await events.next()
    if (next.done === true) return next.value
    const event = next.value
    switch (event.type) {
      case 'file-started':
      case 'file-written':
      case 'file-kept':
      case 'file-removed':
      case 'file-failed':
        yield { ...event, document: null, path: event.path.slice(id.length + 1) }
        break
      case 'message':
      case 'planned':
        yield { ...event, document: null }
        break
      default:
        yield event
    }
  }
}
