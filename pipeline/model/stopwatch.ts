/** What a build spends its time on. `start`: until the first stage, and code that is loaded on the way. */
export const stages = [
  'start',
  'read',
  'compose',
  'plan',
  'typeset',
  'pdf',
  'docx',
  'xlsx',
  'packet',
  'zip',
  'html',
  'seal',
  'write',
] as const
export type Stage = (typeof stages)[number]

/**
 * Runs a call and takes the time until it has ended, or until its promise has. `about`: what it works on, a path or an id. Within another
 * call it counts for its own stage.
 */
export type Stopwatch = <T>(stage: Stage, call: () => T, about?: string) => T

/** Takes no time: the call and nothing else. */
export const noStopwatch: Stopwatch = (_, call) => call()
