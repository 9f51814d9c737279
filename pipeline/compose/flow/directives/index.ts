import { textStyleNames, type TextStyleName } from '../../../model/index.js'
import { attachment } from './attachment.js'
import { bars } from './bars.js'
import { contents } from './contents.js'
import { figure } from './figure.js'
import type { Directive } from './handler.js'
import { rule } from './rule.js'
import { signature } from './signature.js'
import { space } from './space.js'
import { styledText } from './styled-text.js'
import { table } from './table.js'

/** Styles that headings, other directives or the page itself make. */
const notByName: ReadonlySet<TextStyleName> = new Set([
  'attachmentNote',
  'draftMark',
  'figureLabel',
  'figureValue',
  'pageNumber',
  'signature',
  'tableCell',
  'tableGroup',
  'tableHead',
])

const styled = Object.fromEntries(
  textStyleNames
    .filter((style) => !notByName.has(style))
    .map((style) => [style, styledText(style)]),
)

/** Every leaf directive by its name. `:::section` is no block: it is read where pages are put together. */
export const directives: Readonly<Record<string, Directive>> = {
  ...styled,
  attachment,
  bars,
  contents,
  figure,
  rule,
  signature,
  space,
  table,
}
