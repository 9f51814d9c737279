/** Where a command talks. stdout holds data, stderr talk. */
export interface Terminal {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** stderr is a terminal that shows progress in place. */
  readonly interactive: boolean
  readonly colour: boolean
}

export type ExitCode = 0 | 1 | 2
