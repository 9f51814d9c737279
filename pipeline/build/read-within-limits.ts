import type { Host, WorkTask } from '../host/host.js'
import { makeFinding } from '../messages/index.js'
import { isHeavy } from '../read/parse/is-heavy.js'
import { readDocument, type ReadInput, type ReadResult } from '../read/read-document.js'

/** What reading one notice may use up. The longest that was seen takes some seconds and 300 MB; a slow machine may take ten times as long. */
const limits = { seconds: 120, megabytes: 1500 }

const task: WorkTask<ReadInput, ReadResult> = {
  module: new URL('./read-in-thread.js', import.meta.url).href,
  name: readDocument.name,
  run: readDocument,
}

function refuse({ path }: ReadInput, limit: keyof typeof limits): ReadResult {
  const parts = { path, blocks: { what: 'source' } } as const
  const finding =
    limit === 'seconds'
      ? makeFinding('reading-time-within-limit', {
          ...parts,
          values: { name: path, limit: limits.seconds },
        })
      : makeFinding('reading-memory-within-limit', {
          ...parts,
          values: { name: path, limit: limits.megabytes },
        })
  return { document: null, findings: [finding], computed: [] }
}

/**
 * Reads a notice; one that is unusually long, or built as no notice is, in a thread of its own, which is ended where it takes too much: then it is
 * refused with a message that names the limit. The others are read in place, because a thread takes longer to begin than they to be read.
 */
export async function readWithinLimits(host: Host, input: ReadInput): Promise<ReadResult> {
  if (!isHeavy(input.bytes, input.path)) return readDocument(input)
  const outcome = await host.work(task, input, limits)
  return outcome.type === 'done' ? outcome.output : refuse(input, outcome.limit)
}
