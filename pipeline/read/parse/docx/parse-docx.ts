import type { ParsedSource } from '../parsed-source.js'
import type { ParseOptions } from '../parse-source.js'
export function parseDocx(_bytes: Uint8Array, _options: ParseOptions): ParsedSource { return { source: null, findings: [] } }
