import type { Element } from 'xast'

import { makeFinding, type RuleId } from '../../../messages/index.js'
import type { Finding, Span } from '../../../model/index.js'
import { BlockWriter } from '../block-writer.js'
import type { DropReason } from '../drop-reason.js'
import type { ParseOptions } from '../parse-options.js'
import type { ParsedSource } from '../parsed-source.js'
import { findingOfReference } from '../reference.js'
import { treeOf } from '../tree-of.js'
import {
  boxFindings,
  hiddenFindings,
  numberingFindings,
  revisionFindings,
} from './docx-findings.js'
import { DocxLayOut, type DocxContext } from './lay-out-docx.js'
import { Numberings } from './numbering.js'
import { readRelationships } from './relationships.js'
import { Styles } from './styles.js'
import { unpackDocx } from './unpack-docx.js'
import { attribute, elementsIn, find, parsePart } from './xml.js'

/** Parts beside the document that hold text: what their elements are called, why they are left out, and how that is told. */
const sideParts: readonly {
  readonly type: string
  readonly path: readonly string[]
  readonly entry: string | null
  readonly reason: DropReason
  readonly rule: RuleId
}[] = [
  {
    type: 'footnotes',
    path: ['w:footnotes'],
    entry: 'w:footnote',
    reason: 'annotation',
    rule: 'notes-in-text',
  },
  {
    type: 'endnotes',
    path: ['w:endnotes'],
    entry: 'w:endnote',
    reason: 'annotation',
    rule: 'notes-in-text',
  },
  {
    type: 'comments',
    path: ['w:comments'],
    entry: 'w:comment',
    reason: 'annotation',
    rule: 'comments-settled',
  },
  {
    type: 'header',
    path: ['w:hdr'],
    entry: null,
    reason: 'header-footer',
    rule: 'headers-without-content',
  },
  {
    type: 'footer',
    path: ['w:ftr'],
    entry: null,
    reason: 'header-footer',
    rule: 'headers-without-content',
  },
]

function mainPartOf(parts: ReadonlyMap<string, string>): string {
  const relationships = [...readRelationships(parts, '').values()]
  const document = relationships.find(({ type }) => type === 'officeDocument')
  return document?.target ?? 'word/document.xml'
}

/** Nothing but a page number, its dashes and blanks? */
const saysNothing = (text: string) => !/[\p{L}]/u.test(text)

/** A Word file being read: its parts, and what is written and found. */
class DocxFile {
  readonly writer = new BlockWriter()
  private readonly told = new Map<RuleId, Map<string, Span>>()
  private readonly styles: Styles
  private readonly numberings: Numberings
  private readonly main: string

  constructor(
    private readonly parts: ReadonlyMap<string, string>,
    private readonly options: ParseOptions,
  ) {
    this.main = mainPartOf(parts)
    const folder = this.main.slice(0, this.main.lastIndexOf('/') + 1)
    this.styles = new Styles(parsePart(parts.get(`${folder}styles.xml`)))
    this.numberings = new Numberings(parsePart(parts.get(`${folder}numbering.xml`)), this.styles)
  }

  /** Reads the document, then what stands beside it; null where the document itself cannot be read. */
  read(): DocxLayOut | null {
    const body = find(parsePart(this.parts.get(this.main)), 'w:document', 'w:body')
    if (body === null) return null
    const layOut = new DocxLayOut(this.writer, this.contextOf(this.main))
    layOut.layOut(body)
    for (const part of this.sidePartsOf()) this.readSidePart(part.name, part.side, layOut)
    return layOut
  }

  private contextOf(part: string): DocxContext {
    return {
      part,
      styles: this.styles,
      numberings: this.numberings,
      relationships: readRelationships(this.parts, part),
      reading: this.options.revisions ?? 'accept',
    }
  }

  private sidePartsOf() {
    const relationships = [...readRelationships(this.parts, this.main).values()]
    return sideParts.flatMap((side) =>
      relationships
        .filter(({ type, isExternal }) => type === side.type && !isExternal)
        .map(({ target }) => ({ name: target, side })),
    )
  }

  private readSidePart(
    name: string,
    side: (typeof sideParts)[number],
    { anchored }: Pick<DocxLayOut, 'anchored'>,
  ): void {
    const root = find(parsePart(this.parts.get(name)), ...side.path)
    if (root === null) return
    const layOut = new DocxLayOut(this.writer, this.contextOf(name))
    const entries = side.entry === null ? [root] : elementsIn(root, side.entry)
    for (const entry of entries.filter(isWritten)) {
      const { start } = this.writer.here()
      layOut.layOutDropped(entry, side.reason)
      const text = this.writer.reading.since(start).trim()
      if (saysNothing(text)) continue
      const author = attribute(entry, 'w:author')
      const own = { start, end: this.writer.here().end }
      const span = anchored.get(`${side.type.replace(/s$/, '')} ${attribute(entry, 'w:id') ?? ''}`)
      const told = this.told.get(side.rule) ?? new Map<string, Span>()
      const said = author === null ? text : `${author}：${text}`
      if (!told.has(said)) told.set(said, span ?? own)
      this.told.set(side.rule, told)
    }
  }

  /**
   * What stands beside the document, each text once (a header is often the same on odd and even pages), with the place in the text that it is about. Headers
   * have none.
   */
  get findings(): readonly Finding[] {
    return [...this.told].map(([rule, texts]) => {
      const [first, ...others] = [...texts]
      return makeFinding(rule, {
        values: { count: texts.size, texts: [...texts.keys()] },
        span: first?.[1] ?? null,
        related: others.map(([text, span]) => ({ values: { text }, span })),
      })
    })
  }
}

/** Separators between text and notes are entries of their own kind. */
function isWritten(entry: Element): boolean {
  return !/separator|notice/i.test(attribute(entry, 'w:type') ?? '')
}

function refuse(rule: RuleId, values: Finding['values']): ParsedSource {
  return { source: null, findings: [makeFinding(rule, { values, blocks: { what: 'source' } })] }
}

/**
 * Parses a Word file from its XML. Unaccepted revisions are an error that blocks the source, unless `revisions` says how to read them; the source
 * is handed on all the same, as it would read with all of them accepted, so that both can be looked at.
 */
export function parseDocx(bytes: Uint8Array, options: ParseOptions): ParsedSource {
  const { name, revisions } = options
  const { parts, finding } = unpackDocx(bytes, name)
  if (parts === null) return { source: null, findings: [finding] }
  const declaring = [...parts].find(([, xml]) => /<!DOCTYPE/iu.test(xml))
  if (declaring !== undefined)
    return refuse('docx-declares-no-entities', { name, part: declaring[0] })
  const file = new DocxFile(parts, options)
  const layOut = file.read()
  if (layOut === null) return refuse('docx-whole', { name })
  const { reading, blocks, dropped } = file.writer
  const { text } = reading
  const findings = [
    ...revisionFindings(layOut.revisions, revisions),
    ...numberingFindings(layOut),
    ...boxFindings(layOut, text),
    ...hiddenFindings(dropped, text),
    ...layOut.references.flatMap((reference) => findingOfReference(reference, null) ?? []),
    ...file.findings,
  ]
  return {
    source: {
      text,
      origin: reading.origin,
      tree: treeOf(text, blocks),
      dropped,
      format: 'docx',
      encoding: 'utf-8',
    },
    findings,
  }
}
