import { makeFinding, type RuleId } from '../../messages/index.js'
import type { Finding, SourceFormat } from '../../model/index.js'

const formats: Readonly<Record<string, SourceFormat>> = {
  md: 'markdown',
  markdown: 'markdown',
  txt: 'text',
  text: 'text',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  docx: 'docx',
  docm: 'docx',
}

/** Formats that are refused by name, each with a rule that says what to do instead. */
const refused: Readonly<Record<string, RuleId>> = {
  pdf: 'source-not-pdf',
  doc: 'source-not-old-word',
  dot: 'source-not-old-word',
  wps: 'source-not-old-word',
  wpt: 'source-not-old-word',
  rtf: 'source-not-old-word',
  ofd: 'source-not-layout-file',
  ceb: 'source-not-layout-file',
  gd: 'source-not-layout-file',
}

function endingOf(name: string): string {
  return /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
}

/** The format that a file’s ending says; null for one that is not read. */
export function sourceFormatOf(name: string): SourceFormat | null {
  const ending = endingOf(name)
  return Object.hasOwn(formats, ending) ? (formats[ending] ?? null) : null
}

/** What the first bytes say, whatever the name says: a PDF or an old Word file saved under another name. */
function refusedBySignature(bytes: Uint8Array): RuleId | null {
  const begins = (...signature: readonly number[]) =>
    signature.every((byte, index) => bytes[index] === byte)
  if (begins(0x25, 0x50, 0x44, 0x46, 0x2d)) return 'source-not-pdf'
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) return 'source-not-old-word'
  if (begins(0x7b, 0x5c, 0x72, 0x74, 0x66)) return 'source-not-old-word'
  return null
}

/** Why a file is not read at all, by its name and its first bytes; null where it is. */
export function refusalOf(name: string, bytes: Uint8Array): Finding | null {
  const ending = endingOf(name)
  const byName = Object.hasOwn(refused, ending) ? refused[ending] : undefined
  const rule =
    byName ??
    (sourceFormatOf(name) === null ? 'source-format-known' : null) ??
    refusedBySignature(bytes)
  return rule === null
    ? null
    : makeFinding(rule, { values: { name, ending: `.${ending}` }, blocks: { what: 'source' } })
}
