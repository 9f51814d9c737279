import type { AgencyIndex } from '../agencies/index.js'
import type {
  CorrectionsFile,
  Finding,
  OfficialDocument,
  Sha256,
  SourceText,
  Span,
} from '../model/index.js'
import { sha256 } from '../model/index.js'
import { checkDocument } from './check/check-document.js'
import { acceptFindings } from './correct/accept-findings.js'
import { correctDraft } from './correct/correct-draft.js'
import { extractDraft, joinDraft } from './extract/index.js'
import { locateFindings, sortFindings } from './locate-findings.js'
import { decodeFile, parseSource } from './parse/index.js'

export interface ReadInput {
  /** As a person would open it; the id is its name without the ending. */
  readonly path: string
  readonly bytes: Uint8Array
  readonly corrections: CorrectionsFile | null
  readonly correctionsPath: string | null
  readonly agencies: AgencyIndex
  /** A decoder’s label; found out from the bytes if not given. */
  readonly encoding?: string
  /** What unaccepted revisions of a Word file count for; an error if not given. */
  readonly revisions?: 'accept' | 'reject'
}

export interface ReadResult {
  /** null where the file is no notice at all. */
  readonly document: OfficialDocument | null
  /** Sorted by place. */
  readonly findings: readonly Finding[]
  /** Stretches of the reading text that the file does not hold as characters, numbers that Word counts above all; white space aside. */
  readonly computed: readonly Span[]
}

const noCorrections: CorrectionsFile = { corrections: [], accept: [] }

/** The name of a file without folders and ending: the id of the notice in it. */
export function idOfPath(path: string): string {
  const name = path.split(/[\\/]/).at(-1) ?? path
  return name.replace(/\.[^.]+$/, '').normalize('NFC')
}

interface ExtractInput {
  readonly source: SourceText
  readonly id: string
  readonly path: string | null
  readonly sha256: Sha256 | null
  readonly agencies: AgencyIndex
  readonly corrections: CorrectionsFile | null
  readonly correctionsPath: string | null
}

/** SourceText → document: extracted, corrected by a person’s file, joined, checked. */
export function readSource(input: ExtractInput): {
  readonly document: OfficialDocument
  readonly findings: readonly Finding[]
} {
  const { source, agencies, corrections, correctionsPath } = input
  const extracted = extractDraft(source, input)
  const file = corrections ?? noCorrections
  const corrected = correctDraft(extracted.draft, file, { agencies, path: correctionsPath })
  const joined = joinDraft(corrected.draft)
  const findings = [
    ...extracted.findings,
    ...corrected.findings,
    ...joined.findings,
    ...checkDocument(joined.document, { agencies }),
  ]
  return {
    document: joined.document,
    findings: acceptFindings(findings, file, joined.document, correctionsPath),
  }
}

/**
 * Reads a notice: bytes → what it asks of whom, and what there is to say about it. Never throws for what is in the file; a broken
 * invariant of ours does (see assertPartition).
 */
export function readDocument(input: ReadInput): ReadResult {
  const { path, bytes, encoding, revisions } = input
  const name = path.split(/[\\/]/).at(-1) ?? path
  const parsed = parseSource(bytes, {
    name,
    ...(encoding === undefined ? {} : { encoding }),
    ...(revisions === undefined ? {} : { revisions }),
  })
  const file = { path, text: decodedText(bytes, encoding, parsed.source) }
  if (parsed.source === null)
    return {
      document: null,
      findings: sortFindings(locateFindings(parsed.findings, null, file)),
      computed: [],
    }
  const read = readSource({
    ...input,
    source: parsed.source,
    id: idOfPath(path),
    sha256: sha256(bytes),
  })
  const findings = locateFindings([...parsed.findings, ...read.findings], parsed.source, file)
  return {
    document: read.document,
    findings: sortFindings(findings),
    computed: computedIn(parsed.source),
  }
}

function computedIn({ origin, text }: SourceText): readonly Span[] {
  return origin.flatMap(({ start, end, at }) =>
    at.kind === 'generated' && /\S/.test(text.slice(start, end)) ? [{ start, end }] : [],
  )
}

/** The text that places count in; Word files have none. */
function decodedText(
  bytes: Uint8Array,
  encoding: string | undefined,
  source: SourceText | null,
): string {
  return source === null || source.format === 'docx' ? '' : (decodeFile(bytes, encoding).text ?? '')
}
