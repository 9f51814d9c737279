import { assertNever, leavesOf, type Finding, type SourceFormat } from '../../model/index.js'
import { makeFinding, type RuleId } from '../../messages/index.js'
import { layOutClean } from './clean-copy.js'
import { decodeText, type DecodedText } from './decode-text.js'
import { parseDocx } from './docx/parse-docx.js'
import { parseHtml } from './html/parse-html.js'
import type { LayOut } from './laid-out.js'
import { mostBytes } from './limits.js'
import { parseMarkdown } from './markdown/parse-markdown.js'
import { normaliseText } from './normalise-text.js'
import type { ParseOptions } from './parse-options.js'
import type { ParsedSource } from './parsed-source.js'
import { refusalOf, sourceFormatOf } from './source-format.js'
import { parseText } from './text/parse-text.js'
import { filePlaces, placed } from './tree-of.js'

function refuse(rule: RuleId, values: Finding['values'], before: readonly Finding[]): ParsedSource {
  const finding = makeFinding(rule, { values, blocks: { what: 'source' } })
  return { source: null, findings: [...before, finding] }
}

/** Text holds hardly any control characters; a picture or a program that happens to decode holds many. */
function isBinary(text: string): boolean {
  const controls = text.match(/[\0-\x08\x0e-\x1f]/g)?.length ?? 0
  return controls * 50 > text.length
}

/**
 * A text file as parse counts in it: decoded, without BOM, lines ended by LF. Offsets of origins and places of findings are
 * offsets in this text.
 */
export function decodeFile(bytes: Uint8Array, encoding?: string): DecodedText {
  const decoded = decodeText(bytes, encoding)
  return decoded.text === null ? decoded : { ...decoded, text: normaliseText(decoded.text) }
}

function layOut(text: string, format: Exclude<SourceFormat, 'docx'>): LayOut {
  switch (format) {
    case 'markdown':
      return layOutClean(text, parseMarkdown)
    case 'text':
      return layOutClean(text, parseText)
    case 'html':
      return parseHtml(text)
    default:
      return assertNever(format)
  }
}

function parseTextFile(
  bytes: Uint8Array,
  format: Exclude<SourceFormat, 'docx'>,
  { name, encoding }: ParseOptions,
): ParsedSource {
  const decoded = decodeFile(bytes, encoding)
  const { text } = decoded
  if (text === null) return { source: null, findings: decoded.findings }
  if (isBinary(text)) return refuse('source-is-text', { name }, decoded.findings)
  const { findings, ...laidOut } = layOut(text, format)
  const placeOf = filePlaces(laidOut.origin, text)
  return {
    source: { ...laidOut, format, encoding: decoded.encoding },
    findings: [...decoded.findings, ...findings.map((finding) => placed(finding, placeOf))],
  }
}

/**
 * Bytes of a notice → its reading text with a tree over it. Content never makes it throw: what keeps a source from being read is an error among
 * the findings, and `source` is null. Findings have no `path`; their `span` counts in the reading text, their `place` in the decoded file.
 *
 * @example parseSource(await readFile('国函.md'), { name: '国函.md' }).source?.text
 */
export function parseSource(bytes: Uint8Array, options: ParseOptions): ParsedSource {
  const { name } = options
  const refusal = refusalOf(name, bytes)
  if (refusal) return { source: null, findings: [refusal] }
  const format = sourceFormatOf(name) ?? 'text'
  if (bytes.length === 0) return refuse('source-not-empty', { name }, [])
  const most = mostBytes[format]
  if (bytes.length > most) {
    return refuse('file-size-within-limit', { name, bytes: bytes.length, limit: most }, [])
  }
  const parsed =
    format === 'docx' ? parseDocx(bytes, options) : parseTextFile(bytes, format, options)
  // What is refused already need not be called empty as well.
  const { source, findings } = parsed
  const isRefused = findings.some(({ rule }) => rule === 'nesting-within-limit')
  if (source === null || isRefused) return { source: null, findings }
  return leavesOf(source).some((leaf) => /\S/.test(leaf.text))
    ? parsed
    : refuse('source-not-empty', { name }, findings)
}
