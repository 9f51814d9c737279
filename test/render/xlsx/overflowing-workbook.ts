import type { Workbook } from '../../../pipeline/model/index.js'
import { band, cell, column, longText, piece, row, sheet, workbook } from './sample-workbooks.js'

/** What does not fit: a tall cell, one of more than 32,767 characters, a tall merged cell, long names, lists and footers. */
export function overflowingWorkbook(): Workbook {
  const columns = [
    column('序号', 6, { align: 'center' }),
    column('任务', 20),
    column('主要内容', 40),
    column('负责单位', 16),
    column('落实举措', 20, { use: 'fill' }),
    column('选项', 14, {
      use: 'fill',
      list: Array.from({ length: 60 }, (_, index) => `第${index + 1}种情形，另行说明`),
      prompt: '提示'.repeat(150),
    }),
  ]
  const merged = { rowSpan: 2 }
  return workbook({
    secrecy: '秘密',
    names: { 'a b': 'x', A1: 'y' },
    sheets: [
      sheet({
        name: '一张名字很长很长很长很长很长很长很长很长很长很长很长很长的工作表',
        columns,
        above: [band(piece(0, 5, '说明：'.repeat(600), 'note'))],
        rows: [
          row(
            cell(1),
            cell('高的任务'),
            cell(longText(3000)),
            cell('示例部'),
            cell(null),
            cell(null),
          ),
          row(cell(2), cell('矮的任务'), cell('短'), cell('示例部'), cell(null), cell(null)),
          row(
            cell(3, merged),
            cell('合并的任务', merged),
            cell(longText(2000), merged),
            cell('示例部'),
            cell(null, merged),
            cell(null),
          ),
          row(null, null, null, cell('示例总局'), null, cell(null)),
          row(
            cell(4),
            cell('极长的任务'),
            cell(longText(40_000)),
            cell('示例部'),
            cell(null),
            cell(null),
          ),
          {
            kind: 'total',
            locked: false,
            cells: [
              cell('合计'),
              cell(null),
              cell(null),
              cell('COUNTIF(D3:D7,"示例部")', { kind: 'formula' }),
              cell(null),
              cell(null),
            ],
          },
        ],
        frozenColumns: 2,
        footer: '页脚'.repeat(200),
      }),
      sheet({
        name: '核/对',
        rows: [
          row(
            cell(1),
            cell('见合并的任务', {
              link: "'一张名字很长很长很长很长很长很长很长很长很长很长很长很长的工作表'!B5",
            }),
          ),
        ],
      }),
      sheet({ name: '核 对', rows: [row(cell(Number.NaN), cell('2023-02-30', { kind: 'date' }))] }),
    ],
  })
}
