import type { PhrasingContent } from 'mdast'
import { z } from 'zod'

import type { FlowBlock } from '../../model/index.js'
import type { Scope } from '../liquid/compiled-text.js'
import { NoTextError, textOfRendered } from '../liquid/text-of-value.js'
import { piecesOf, type PrintedValue } from '../liquid/value-tokens.js'
import { attributesOf, rememberedPlace, type DirectiveNode } from '../markdown/directive-node.js'
import type { PageTemplate } from '../templates/page-template.js'
import { offsetIn, placeIn } from '../templates/place-in.js'
import { templateFinding, TemplateProblem } from '../templates/template-problem.js'
import type { NoticeManner } from '../notice/compose-notice.js'
import { directives } from './directives/index.js'
import { noticeAttributes } from './directives/notice.js'
import type { DirectiveContext } from './directives/handler.js'
import { joinRuns, runsOf, runsOfText } from './runs.js'

/** An attribute with its values in place; as it stands where a value is a list or a record. */
function attributeText(text: string, values: readonly PrintedValue[]): string {
  try {
    return textOfRendered(text, values)
  } catch (error) {
    if (error instanceof NoTextError) return text
    throw error
  }
}

function attributeValue(text: string | undefined, values: readonly PrintedValue[]): unknown {
  if (text === undefined) return undefined
  const [piece, ...more] = piecesOf(text, values)
  return piece?.type === 'value' && more.length === 0 ? piece.value : attributeText(text, values)
}

type Rule = Parameters<typeof templateFinding>[0]

function failing(
  node: DirectiveNode,
  template: PageTemplate,
): (rule: Rule, values: Parameters<typeof templateFinding>[2]) => never {
  return (rule, values) => {
    const { line, column } = rememberedPlace(node)
    const start = offsetIn(template.file.text, line, column)
    const end = template.file.text.indexOf('\n', start)
    const place = placeIn(template.file.text, start, end === -1 ? template.file.text.length : end)
    throw new TemplateProblem(templateFinding(rule, { file: template.file, place }, values))
  }
}

function contextOf(
  node: DirectiveNode,
  values: readonly PrintedValue[],
  scope: Scope,
  template: PageTemplate,
): DirectiveContext {
  const raw = attributesOf(node)
  const fail = failing(node, template)
  const label = node.type === 'leafDirective' ? (node.children as readonly PhrasingContent[]) : []
  return {
    scope,
    style: template.style,
    columns: template.columns,
    label,
    runs: runsOf(label, values),
    value: (attribute) => attributeValue(raw[attribute], values),
    attributeRuns: (attribute) => joinRuns(runsOfText(raw[attribute] ?? '', values)),
    fail: (attribute, expected) =>
      fail('template-directive-complete', { directive: node.name, attribute, expected }),
    failColumns: (name) =>
      fail('template-columns-exist', { name, known: Object.keys(template.columns) }),
    failRows: (name) => fail('template-rows-exist', { name }),
  }
}

/** The blocks of a leaf directive. Throws a TemplateProblem, with the place where the template has it. */
export function directiveBlocks(
  node: DirectiveNode,
  values: readonly PrintedValue[],
  scope: Scope,
  template: PageTemplate,
): readonly FlowBlock[] {
  const known = Object.hasOwn(directives, node.name) ? directives[node.name] : undefined
  if (known === undefined || node.type !== 'leafDirective')
    return failing(node, template)('template-directive-known', {
      directive: node.name,
      known: Object.keys(directives).sort(),
    })
  const context = contextOf(node, values, scope, template)
  const attributes = Object.fromEntries(
    Object.entries(attributesOf(node)).map(([key, text]) => [key, attributeText(text, values)]),
  )
  const result = known.attributes.safeParse(attributes)
  if (!result.success) {
    const issue = result.error.issues[0]
    return context.fail(issue?.path.join('.') ?? '', issue?.message ?? '')
  }
  return known.handle(result.data, context)
}

/** What `::notice` says about how the notice is set. Throws a TemplateProblem. */
export function noticeMannerOf(
  node: DirectiveNode,
  values: readonly PrintedValue[],
  scope: Scope,
  template: PageTemplate,
): NoticeManner {
  const context = contextOf(node, values, scope, template)
  const raw = attributesOf(node)
  const attributes = Object.fromEntries(
    Object.entries(raw).map(([key, text]) => [key, attributeText(text, values)]),
  )
  const result = noticeAttributes.safeParse(attributes)
  if (!result.success) {
    const issue = result.error.issues[0]
    return context.fail(issue?.path.join('.') ?? '', issue?.message ?? '')
  }
  const marks = z.record(z.string(), z.string()).safeParse(context.value('marks') ?? {})
  if (!marks.success) return context.fail('marks', 'words.mark')
  return { ...result.data, marks: marks.data }
}
