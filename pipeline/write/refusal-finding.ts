import type { HostError } from '../host/host.js'
import { makeFinding, type RuleId } from '../messages/index.js'
import type { Finding } from '../model/index.js'

const ruleOfCode: Readonly<Record<string, RuleId>> = {
  EBUSY: 'output-file-not-in-use',
  EPERM: 'output-file-not-in-use',
  EACCES: 'output-file-not-in-use',
  ENOSPC: 'disk-has-room',
  EDQUOT: 'disk-has-room',
  ELINK: 'output-is-no-link',
  EOUTSIDE: 'output-is-no-link',
}

/** What a refusal of the system means for a file of the output. */
export function refusalFinding(error: HostError, path: string): Finding {
  return makeFinding(ruleOfCode[error.code] ?? 'output-file-written', {
    values: { path, code: error.code },
    path,
    blocks: { what: 'file', path },
  })
}
