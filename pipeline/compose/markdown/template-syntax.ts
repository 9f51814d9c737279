import type { Root } from 'mdast'
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified, type Processor } from 'unified'

/** What a page of an office has no use for: in a template it is text. */
const disabled = [
  'autolink',
  'blockQuote',
  'characterReference',
  'codeFenced',
  'codeIndented',
  'codeText',
  'definition',
  'emailAutolink',
  'gfmFootnoteCall',
  'gfmFootnoteDefinition',
  'gfmPotentialFootnoteCall',
  'htmlFlow',
  'htmlText',
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

/**
 * `**第一：**内容` closes nothing in CommonMark, since a mark stands before the asterisks and a letter behind. Chinese punctuation is therefore
 * taken among the characters beside which asterisks may open and close (micromark’s attentionMarkers).
 */
const punctuation = Array.from(
  '，。、；：？！…—·（）〔〕［］【】《》〈〉「」『』“”‘’％￥',
  (character) => character.codePointAt(0) ?? 0,
)

interface Extension {
  text?: Record<string, unknown>
  disable?: { null: string[] }
  attentionMarkers?: { null: number[] }
}

function templateSyntax(this: Processor): undefined {
  const data = this.data() as { micromarkExtensions?: Extension[] }
  const extensions = (data.micromarkExtensions ??= [])
  // The text form of directives reads 责任单位:商务部 and 10:30 as directives.
  for (const extension of extensions)
    if (extension.text !== undefined) Reflect.deleteProperty(extension.text, '58')
  extensions.push({ disable: { null: disabled }, attentionMarkers: { null: punctuation } })
}

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkDirective)
  .use(templateSyntax)
  .freeze()

/** Markdown as templates may use it: headings, paragraphs, tables, `**`, `*`, leaf and container directives, front matter. */
export function parseTemplateMarkdown(text: string): Root {
  return processor.parse(text)
}
