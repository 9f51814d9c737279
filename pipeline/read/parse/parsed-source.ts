import type { Finding, SourceText } from '../../model/index.js'

/** What parse hands on: null where an error keeps the source from being read; findings have no path, the caller knows it. */
export interface ParsedSource {
  readonly source: SourceText | null
  readonly findings: readonly Finding[]
}
