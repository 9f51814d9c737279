import type { Nodes, RootContent } from 'mdast'

import type {
  Finding,
  Flow,
  FlowBlock,
  FlowSection,
  OfficialDocument,
  TextStyleName,
} from '../../model/index.js'
import type { PrintedValue } from '../liquid/value-tokens.js'
import { renderText, renderTokens, unprintable, type Scope } from '../liquid/compiled-text.js'
import { NoTextError } from '../liquid/text-of-value.js'
import { sectionName } from '../markdown/check-page.js'
import { attributesOf, isDirective } from '../markdown/directive-node.js'
import { parseTemplateMarkdown } from '../markdown/template-syntax.js'
import type { PageTemplate } from '../templates/page-template.js'
import { composeProperties } from '../templates/properties.js'
import { sectionSchema, type SectionTemplate } from '../templates/template-schema.js'
import { directiveBlocks, noticeMannerOf } from './directive-blocks.js'
import { noticeName } from './directives/notice.js'
import { composeNotice } from '../notice/compose-notice.js'
import { tableOfMarkdown } from './gfm-table.js'
import { joinBlocks } from './join-blocks.js'
import { runsOf } from './runs.js'

/** `#` is the title, `##` the first level of headings, and so on. */
const headingStyles: readonly TextStyleName[] = [
  'title',
  'heading1',
  'heading2',
  'heading3',
  'heading4',
]

interface Page {
  readonly template: PageTemplate
  readonly scope: Scope
  readonly values: readonly PrintedValue[]
  /** null: the paper is made from all documents together. */
  readonly document: OfficialDocument | null
  readonly findings: Finding[]
}

function textBlock(style: TextStyleName, node: Nodes, page: Page): readonly FlowBlock[] {
  if (node.type !== 'heading' && node.type !== 'paragraph') return []
  const runs = runsOf(node.children, page.values)
  if (runs.length === 0) return []
  return [
    {
      type: 'text',
      style,
      runs,
      outline: page.template.style.text[style].outline,
      keepWithNext: node.type === 'heading',
      anchor: null,
    },
  ]
}

function blocksOf(node: RootContent, page: Page): readonly FlowBlock[] {
  if (isDirective(node)) return directiveBlocks(node, page.values, page.scope, page.template)
  switch (node.type) {
    case 'heading':
      return textBlock(headingStyles[node.depth - 1] ?? 'heading4', node, page)
    case 'paragraph':
      return textBlock('body', node, page)
    case 'table':
      return [tableOfMarkdown(node, page.values)]
    default:
      return []
  }
}

function sectionOf(
  settings: SectionTemplate,
  nodes: readonly RootContent[],
  page: Page,
): FlowSection {
  return { ...settings, blocks: joinBlocks(nodes.flatMap((node) => blocksOf(node, page))) }
}

/** `::notice`: sections of its own. */
function noticeSections(node: RootContent, page: Page): readonly FlowSection[] | null {
  if (!isDirective(node) || node.type !== 'leafDirective' || node.name !== noticeName) return null
  const manner = noticeMannerOf(node, page.values, page.scope, page.template)
  if (page.document === null) return []
  const { sections, findings } = composeNotice(page.document, page.template.style, manner)
  page.findings.push(...findings)
  return sections
}

/** What stands outside :::section becomes sections with the settings of the front matter. */
function sectionsOf(nodes: readonly RootContent[], page: Page): readonly FlowSection[] {
  const sections: FlowSection[] = []
  let loose: RootContent[] = []
  const flush = (): void => {
    if (loose.length > 0) sections.push(sectionOf(page.template.section, loose, page))
    loose = []
  }
  for (const node of nodes) {
    const notice = noticeSections(node, page)
    if (notice !== null) {
      flush()
      sections.push(...notice)
      continue
    }
    if (node.type !== 'containerDirective' || node.name !== sectionName) {
      loose.push(node)
      continue
    }
    flush()
    sections.push(sectionOf(sectionSchema.parse(attributesOf(node)), node.children, page))
  }
  flush()
  return sections.filter((section) => section.blocks.length > 0)
}

/** What a page is made from beside its scope. */
export interface FlowSource {
  /** null: all documents together. */
  readonly document: OfficialDocument | null
  readonly secrecy: string | null
  readonly urgency: string | null
}

/** A page product as a Flow. Liquid first, then Markdown, then the values. Throws a TemplateProblem. */
export function composeFlow(
  template: PageTemplate,
  scope: Scope,
  { document, secrecy, urgency }: FlowSource,
): { readonly flow: Flow; readonly findings: readonly Finding[] } {
  const rendered = renderTokens(template.body, scope)
  const root = parseTemplateMarkdown(rendered.text)
  const draftMark = renderText(template.draftMark, scope).trim()
  const findings: Finding[] = []
  const page: Page = { template, scope, values: rendered.values, document, findings }
  try {
    const flow: Flow = {
      type: 'flow',
      style: template.style,
      properties: composeProperties(template.properties, scope),
      draftMark: draftMark === '' ? null : draftMark,
      secrecy,
      urgency,
      sections: sectionsOf(root.children, page),
    }
    return { flow, findings }
  } catch (error) {
    if (error instanceof NoTextError) throw unprintable(template.body, error)
    throw error
  }
}
