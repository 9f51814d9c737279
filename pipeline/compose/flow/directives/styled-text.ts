import { z } from 'zod'

import type { TextStyleName } from '../../../model/index.js'
import { directive, type Directive } from './handler.js'

/** Kept with what follows: a label alone at a page’s foot helps nobody. */
const leading: ReadonlySet<TextStyleName> = new Set([
  'attachmentLabel',
  'attachmentTitle',
  'caption',
  'masthead',
  'number',
])

/** `::note[text]`: a paragraph in a style of its own; nothing where the text is empty. */
export function styledText(style: TextStyleName): Directive {
  return directive({
    attributes: z.strictObject({}),
    label: 'required',
    handle: (_attributes, { runs, style: sheet }) =>
      runs.length === 0
        ? []
        : [
            {
              type: 'text',
              style,
              runs,
              outline: sheet.text[style].outline,
              keepWithNext: leading.has(style),
              anchor: null,
            },
          ],
  })
}
