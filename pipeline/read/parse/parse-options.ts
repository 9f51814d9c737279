/** How unaccepted revisions of a Word file are read; without a choice they are an error. */
export const revisionChoices = ['accept', 'reject'] as const
export type RevisionChoice = (typeof revisionChoices)[number]

export interface ParseOptions {
  /** The file’s name: its ending says the format. */
  readonly name: string
  /** A label of the Encoding Standard (gb18030, utf-16le, big5 …) instead of what the bytes say. */
  readonly encoding?: string | undefined
  readonly revisions?: RevisionChoice | undefined
}
