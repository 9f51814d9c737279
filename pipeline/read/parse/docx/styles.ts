import type { Element, Root } from 'xast'

import type { HeadingDepth } from '../block-writer.js'
import { attribute, elementsIn, find, integer, toggle } from './xml.js'

/** Which numbering a paragraph takes part in; a numId of 0 takes it out. */
export interface NumberReference {
  readonly numId: number | null
  readonly level: number | null
}

interface Style {
  readonly basedOn: string | null
  readonly name: string
  readonly number: NumberReference | null
  readonly outline: number | null
  readonly hidden: boolean | null
}

export function numberReferenceIn(properties: Element | null): NumberReference | null {
  const number = find(properties, 'w:numPr')
  if (number === null) return null
  return {
    numId: integer(find(number, 'w:numId')),
    level: integer(find(number, 'w:ilvl')),
  }
}

/** Longest chain of styles that are based on one another. */
const mostAncestors = 30

/** The styles of a Word file, with what they inherit from the styles they are based on. */
export class Styles {
  private readonly styles = new Map<string, Style>()
  private defaultParagraph: string | null = null

  constructor(root: Root | null) {
    for (const style of elementsIn(find(root, 'w:styles'), 'w:style')) {
      const id = attribute(style, 'w:styleId')
      if (id === null) continue
      const isDefault = ['1', 'true', 'on'].includes(attribute(style, 'w:default') ?? '')
      if (isDefault && attribute(style, 'w:type') === 'paragraph') this.defaultParagraph = id
      const properties = find(style, 'w:pPr')
      this.styles.set(id, {
        basedOn: attribute(find(style, 'w:basedOn')),
        name: (attribute(find(style, 'w:name')) ?? '').toLowerCase(),
        number: numberReferenceIn(properties),
        outline: integer(find(properties, 'w:outlineLvl')),
        hidden: toggle(find(style, 'w:rPr', 'w:vanish')),
      })
    }
  }

  /** The first answer along a style and what it is based on. */
  private inherited<Answer>(
    id: string | null,
    ask: (style: Style, id: string) => Answer | null,
  ): Answer | null {
    let at = id ?? this.defaultParagraph
    for (let step = 0; at !== null && step < mostAncestors; step += 1) {
      const style = this.styles.get(at)
      if (style === undefined) return null
      const answer = ask(style, at)
      if (answer !== null) return answer
      at = style.basedOn
    }
    return null
  }

  /** The numbering that a paragraph style gives; its own numId may come from the style, its level from the list that names the style. */
  numberOf(id: string | null): (NumberReference & { readonly style: string }) | null {
    return this.inherited(id, (style, at) =>
      style.number === null ? null : { ...style.number, style: at },
    )
  }

  /** The numId of a numbering style, which lists may refer to. */
  numIdOfStyle(id: string): number | null {
    return this.styles.get(id)?.number?.numId ?? null
  }

  isHidden(id: string | null): boolean | null {
    return id === null ? null : this.inherited(id, ({ hidden }) => hidden)
  }

  /** The depth of a heading: from outline level 1 to 6; null for body text. */
  headingDepth(id: string | null, own: number | null): HeadingDepth | null {
    const outline = own ?? this.inherited(id, (style) => style.outline ?? headingByName(style.name))
    return outline !== null && outline >= 0 && outline <= 5 ? ((outline + 1) as HeadingDepth) : null
  }

  /** Is the style one of a table of contents? */
  isContents(id: string | null): boolean {
    return this.inherited(id, ({ name }) => (/^toc \d$/.test(name) ? true : null)) ?? false
  }
}

function headingByName(name: string): number | null {
  const level = /^heading ([1-9])$/.exec(name)?.[1]
  return level === undefined ? null : Number(level) - 1
}
