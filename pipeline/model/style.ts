import { z } from 'zod'

import { faceRoles, type FaceRole } from './face-role.js'

export { faceRoles, type FaceRole }

export const colours = ['black', 'red', 'grey', 'white'] as const
export type Colour = (typeof colours)[number]

/** How a paragraph of one kind is set. Lengths in pt; indents in characters of its own size. */
export const textStyleSchema = z.strictObject({
  name: z.string().describe('the style’s name in Word: 正文, 一级标题, 公文标题'),
  face: z.enum(faceRoles),
  size: z.number().positive().describe('pt'),
  pitch: z.number().positive().nullable().describe('distance of baselines in pt; null: 1.3 × size'),
  align: z.enum(['left', 'center', 'right', 'justify']),
  firstIndent: z.number().default(0).describe('characters'),
  hangingIndent: z.number().default(0).describe('characters, of lines after the first'),
  indentRight: z.number().default(0).describe('characters'),
  before: z.number().default(0).describe('pt'),
  after: z.number().default(0).describe('pt'),
  colour: z.enum(colours).default('black'),
  outline: z.int().min(1).max(6).nullable().default(null),
  balance: z.boolean().default(false).describe('a title: broken by sense, in a trapezium'),
})
export type TextStyle = Readonly<z.infer<typeof textStyleSchema>>

export const textStyleNames = [
  'title',
  'subtitle',
  'copyNumber',
  'masthead',
  'recipients',
  'body',
  'heading1',
  'heading2',
  'heading3',
  'heading4',
  'attachmentNote',
  'signature',
  'note',
  'attachmentLabel',
  'attachmentTitle',
  'number',
  'imprint',
  'caption',
  'small',
  'figureValue',
  'figureLabel',
  'tableHead',
  'tableCell',
  'tableGroup',
  'pageNumber',
  'draftMark',
] as const
export type TextStyleName = (typeof textStyleNames)[number]

/** templates/styles/<name>.yaml, resolved: page geometry in mm, faces, and one style a kind of paragraph. */
export const styleSheetSchema = z.strictObject({
  page: z.strictObject({
    width: z.number().positive(),
    height: z.number().positive(),
    top: z.number(),
    right: z.number(),
    bottom: z.number(),
    left: z.number(),
  }),
  /** lines and characters of a full page of body text; null: no grid */
  grid: z.strictObject({ lines: z.int().positive(), characters: z.int().positive() }).nullable(),
  pageNumbers: z
    .enum(['none', 'outside', 'center'])
    .describe('outside: odd right, even left, empty by one'),
  mirrored: z
    .boolean()
    .optional()
    .describe('printed on both sides: on even pages the binding edge is at the right, PDF only'),
  pdfa: z
    .boolean()
    .optional()
    .describe('PDF files are written as PDF/A-2b; no validator has confirmed that they conform'),
  faces: z.record(
    z.enum(faceRoles),
    z.strictObject({
      word: z.string().describe('the name that a Word or Excel file gives'),
      file: z.string().nullable().default(null).describe('a font file of the office’s own'),
    }),
  ),
  text: z.record(z.enum(textStyleNames), textStyleSchema),
  table: z.strictObject({
    rule: z.number().describe('pt'),
    padding: z.number().describe('pt, left and right of a cell'),
    paddingY: z.number().describe('pt, above and below'),
  }),
  reference: z
    .string()
    .optional()
    .describe('styles/<name>.docx beside it, in base64: styles that an office edited in Word'),
})
export type StyleSheet = Readonly<z.infer<typeof styleSheetSchema>>
