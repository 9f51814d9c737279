/** A stretch of a string: UTF-16 offsets, `start` included, `end` not. */
export interface TextSpan {
  readonly start: number
  readonly end: number
}
