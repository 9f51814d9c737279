import type { Finding, SourceText } from '../../model/index.js'

/** A file of one format laid out as a reading text: a source but for the format and the encoding, with what was found on the way. */
export interface LayOut extends Omit<SourceText, 'format' | 'encoding'> {
  readonly findings: readonly Finding[]
}
