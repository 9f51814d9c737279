import type { Element, ElementContent, Properties } from 'hast'

/** What may stand in an element: an element, text as it is, or nothing. */
export type Content = ElementContent | string | null

/** An element of HTML. Text stays text: nothing in it can become markup. */
export function element(
  tagName: string,
  properties: Properties,
  ...children: readonly (Content | readonly Content[])[]
): Element {
  const content = children.flat().flatMap((child): readonly ElementContent[] => {
    if (child === null || child === '') return []
    return [typeof child === 'string' ? { type: 'text', value: child } : child]
  })
  return { type: 'element', tagName, properties, children: content }
}
