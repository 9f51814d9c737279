import { HostError, type Host } from '../host/host.js'
import { makeFinding, type RuleId } from '../messages/index.js'
import type { Finding } from '../model/index.js'

/** Bytes of a file, null where there is none; a refusal of the system becomes a finding of `rule` with the values path and code. */
export async function readFileOrFinding(
  host: Pick<Host, 'read'>,
  path: string,
  rule: RuleId,
): Promise<{ readonly bytes: Uint8Array | null; readonly findings: readonly Finding[] }> {
  try {
    return { bytes: await host.read(path), findings: [] }
  } catch (error) {
    if (!(error instanceof HostError)) throw error
    return {
      bytes: null,
      findings: [makeFinding(rule, { path, values: { path, code: error.code } })],
    }
  }
}

/** UTF-8 text without its BOM; null where the bytes are something else. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
