import { z } from 'zod'

import { inBoth } from './in-both.js'
import { spanSchema } from './span.js'

const cellSchema = z.strictObject({
  span: spanSchema.describe(inBoth('在原文中的位置', 'where it stands in the text')),
  rowSpan: z.int().min(1).describe(inBoth('占几行', 'how many rows it takes')),
  colSpan: z.int().min(1).describe(inBoth('占几列', 'how many columns it takes')),
  header: z.boolean().describe(inBoth('是不是表头', 'whether it heads a column')),
})

/** A leaf of the document, in reading order. Tables list each cell once, where it begins. */
export const blockSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('heading'),
    span: spanSchema,
    level: z
      .int()
      .min(0)
      .max(6)
      .describe(
        inBoth(
          '0 标题，1 一、，2 （一），3 1.，4 （1）',
          '0 a title, 1 一、, 2 （一）, 3 1., 4 （1）',
        ),
      ),
    label: z
      .string()
      .nullable()
      .describe(inBoth('印出的序号：一、 （一） 1.', 'the number as printed: 一、 （一） 1.')),
  }),
  z.strictObject({
    type: z.literal('paragraph'),
    span: spanSchema,
    label: z.string().nullable().describe(inBoth('印出的序号', 'the number as printed')),
  }),
  z.strictObject({
    type: z.literal('table'),
    span: spanSchema,
    rows: z
      .array(z.array(cellSchema))
      .describe(
        inBoth(
          '逐行的单元格，合并的只在起始处列一次',
          'its cells by rows; a merged one once, where it begins',
        ),
      ),
  }),
  z.strictObject({
    type: z.literal('image'),
    span: spanSchema,
    description: z.string().describe(inBoth('图片的说明文字', 'what the file says of the picture')),
  }),
  z.strictObject({ type: z.literal('unknown'), span: spanSchema }),
])
export type Block = Readonly<z.infer<typeof blockSchema>>
export type TableBlock = Extract<Block, { type: 'table' }>
export type Cell = Readonly<z.infer<typeof cellSchema>>

export const partSchema = z.strictObject({
  kind: z
    .enum(['notice', 'embedded', 'attachment'])
    .describe(
      inBoth(
        '来文本身、所印发转发的文件、附件',
        'the notice itself, a document that it issues or forwards, an attachment',
      ),
    ),
  label: z.string().nullable().describe(inBoth('附件、附件1，照印', '附件, 附件1, as printed')),
  title: z.string().nullable().describe(inBoth('标题', 'its title')),
  blocks: z
    .array(blockSchema)
    .describe(
      inBoth(
        '标题、段落、表格，按阅读顺序',
        'its headings, paragraphs and tables in reading order',
      ),
    ),
})
export type Part = Readonly<z.infer<typeof partSchema>>
