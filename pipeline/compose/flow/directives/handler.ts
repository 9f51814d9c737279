import type { PhrasingContent } from 'mdast'
import type { z } from 'zod'

import type { FlowBlock, Run, StyleSheet } from '../../../model/index.js'
import type { Scope } from '../../liquid/compiled-text.js'
import type { CompiledColumn } from '../../templates/compile-columns.js'

/** What a directive’s handler may ask for while a page is made. */
export interface DirectiveContext {
  readonly scope: Scope
  readonly style: StyleSheet
  readonly columns: Readonly<Record<string, readonly CompiledColumn[]>>
  readonly label: readonly PhrasingContent[]
  /** The label as runs. */
  readonly runs: readonly Run[]
  /** The value of an attribute that is one expression, else its text; undefined where it is not given. */
  readonly value: (attribute: string) => unknown
  /** The runs of an attribute; blanks stay blanks. */
  readonly attributeRuns: (attribute: string) => readonly Run[]
  /** Ends this page with a message about an attribute. */
  readonly fail: (attribute: string, expected: string) => never
  /** Ends this page: no columns of this name. */
  readonly failColumns: (name: string) => never
  /** Ends this page: what was to be listed is no list. */
  readonly failRows: (what: string) => never
}

/** A directive: the attributes that it takes, and the blocks that it makes. */
export interface Directive<Attributes extends z.ZodObject = z.ZodObject> {
  /** Values are text here; one that Liquid prints passes as text when the template is checked. */
  readonly attributes: Attributes
  readonly label: 'required' | 'none'
  readonly handle: (
    attributes: z.output<Attributes>,
    context: DirectiveContext,
  ) => readonly FlowBlock[]
}

/** Types a directive by its schema. */
export function directive<Attributes extends z.ZodObject>(
  definition: Directive<Attributes>,
): Directive {
  return definition
}
