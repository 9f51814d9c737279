import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown'
import type {} from 'remark-parse'
import type { Processor } from 'unified'

/**
 * Names of what Markdown has and a notice has not. Each would take characters from the text (`1. ` of a list, the dashes of a line,
 * 50~60%…70~80% as strikethrough, four spaces as code), and most of them make parsing superlinear. Headings (#) and tables stay.
 */
const absent = [
  'attention',
  'autolink',
  'blockQuote',
  'characterEscape',
  'characterReference',
  'codeFenced',
  'codeIndented',
  'codeText',
  'definition',
  'emailAutolink',
  'gfmFootnoteCall',
  'gfmFootnoteDefinition',
  'gfmPotentialFootnoteCall',
  'hardBreakEscape',
  'htmlFlow',
  'htmlText',
  'labelEnd',
  'labelStartImage',
  'labelStartLink',
  'list',
  'protocolAutolink',
  'setextUnderline',
  'strikethrough',
  'tasklistCheck',
  'thematicBreak',
  'wwwAutolink',
]

function withoutTransforms(extension: FromMarkdownExtension): FromMarkdownExtension {
  const { transforms, ...rest } = extension
  return transforms === undefined ? extension : rest
}

/**
 * Narrows a processor to the syntax of a notice. It comes after remark-parse and remark-gfm:
 * `unified().use(remarkParse).use(remarkGfm).use(noticeSyntax)`.
 *
 * remark-gfm’s own search for web addresses in finished text is taken off as well: it cuts text nodes into pieces without a position.
 */
export function noticeSyntax(this: Processor): undefined {
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: absent } }]
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? [])
    .flat()
    .map((extension) => withoutTransforms(extension))
}
