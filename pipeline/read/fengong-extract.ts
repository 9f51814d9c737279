import type { Root } from 'mdast'
import type { Plugin } from 'unified'
import type { VFile } from 'vfile'

import { indexAgencies, type AgencyIndex } from '../agencies/index.js'
import type { MessageLanguage } from '../messages/index.js'
import { toVFileMessage } from '../messages/to-vfile-message.js'
import type { CorrectionsFile, OfficialDocument } from '../model/index.js'
import { locateFindings, sortFindings } from './locate-findings.js'
import { markdownSource, normaliseText, noticeSyntax } from './parse/index.js'
import { idOfPath, readSource } from './read-document.js'

declare module 'unified' {
  interface CompileResultMap {
    OfficialDocument: OfficialDocument
  }
}

export interface FengongExtractOptions {
  /** Who the agencies are; the registry’s own if not given. */
  readonly agencies?: AgencyIndex
  readonly corrections?: CorrectionsFile
  /** Language of the messages on the file; Chinese if not given. */
  readonly language?: MessageLanguage
}

/**
 * A unified plugin that reads a notice: after remark-parse and remark-gfm, `file.result` is the document and the findings are messages
 * on the file. It also switches off the Markdown that a notice does not have (lists, indented code, a line of dashes …).
 *
 * @example
 *     const file = await unified().use(remarkParse).use(remarkGfm).use(fengongExtract).process(text)
 *     file.result.items
 */
export const fengongExtract: Plugin<[FengongExtractOptions?], Root, OfficialDocument> = function (
  options = {},
) {
  noticeSyntax.call(this)
  const texts = new WeakMap<VFile, string>()
  const { parser } = this
  if (parser === undefined)
    throw new Error(
      'fengongExtract comes after remark-parse: .use(remarkParse).use(remarkGfm).use(fengongExtract)',
    )
  // Places count in the text without its byte order mark and with line ends of one unit, so that is what is parsed.
  this.parser = (document, file) => {
    const text = normaliseText(document)
    texts.set(file, text)
    return parser(text, file)
  }
  this.compiler = (tree, file) =>
    compile(tree as Root, texts.get(file) ?? String(file), file, options)
}

function compile(
  tree: Root,
  text: string,
  file: VFile,
  options: FengongExtractOptions,
): OfficialDocument {
  const path = (file.path as string | undefined) ?? null
  const parsed = markdownSource(tree, text)
  const read = readSource({
    source: parsed.source,
    id: path === null ? 'notice' : idOfPath(path),
    path,
    sha256: null,
    agencies: options.agencies ?? indexAgencies(),
    corrections: options.corrections ?? null,
    correctionsPath: null,
  })
  const findings = locateFindings([...parsed.findings, ...read.findings], parsed.source, {
    path,
    text,
  })
  for (const finding of sortFindings(findings)) {
    const message = toVFileMessage(finding, options.language ?? 'zh')
    if (path !== null) message.file = path
    const { line, column } = message
    message.name = [path, line, column]
      .filter((each) => each !== null && each !== undefined)
      .join(':')
    file.messages.push(message)
  }
  return read.document
}
