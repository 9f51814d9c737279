import pdfmake from 'pdfmake'
import type { Content, ContentText, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js'

import type {
  Flow,
  FlowBlock,
  FlowRow,
  FlowTable,
  Run,
  TextStyleName,
} from '../../pipeline/model/index.js'

/*
 * The text of a flow made into a PDF the plain way, with pdfmake as it comes: same faces, same sizes, same pitch, same tables; pdfmake
 * measures, breaks its own lines and fills its own pages. No head of a standard, no comparison, no bookmarks, no properties.
 */

/** Height of the faces’ own lines in ems: pdfmake multiplies it by a line’s height. */
const ownHeight = 1.437
const millimetre = 72 / 25.4

const textOf = (runs: readonly Run[]): string =>
  runs.map((run) => (run.type === 'text' ? run.text : ' '.repeat(run.width))).join('')

function textNode(flow: Flow, name: TextStyleName, text: string): ContentText {
  const { size, pitch, align, face, firstIndent, before, after } = flow.style.text[name]
  return {
    text,
    font: face,
    fontSize: size,
    lineHeight: (pitch ?? size * 1.3) / (size * ownHeight),
    alignment: align,
    leadingIndent: firstIndent * size,
    margin: [0, before, 0, after],
  }
}

/** Texts of a block that is neither text nor table. */
function otherTexts(block: Exclude<FlowBlock, { type: 'text' | 'table' }>): readonly string[] {
  switch (block.type) {
    case 'bars':
      return [block.title, ...block.rows.map(({ label, values }) => `${label} ${values.join(' ')}`)]
    case 'figures':
      return block.entries.map(({ value, label }) => `${value} ${label}`)
    case 'attachmentNote':
      return block.names
    case 'signature':
      return [...block.issuers.map(textOf), textOf(block.date)]
    case 'stamp':
      return [block.office, block.name, block.date].flatMap((runs) =>
        runs === null ? [] : [textOf(runs)],
      )
    case 'jointMark':
      return [...block.issuers, block.suffix ?? '']
    case 'signers':
      return [textOf(block.number), ...block.names]
    case 'imprint':
      return [block.recipients, ...block.copiesTo, block.printedBy, block.printedOn].flatMap(
        (runs) => (runs === null ? [] : [textOf(runs)]),
      )
    case 'foot':
      return [textOf(block.runs)]
    case 'rule':
    case 'space':
      return []
  }
}

function tableRow(flow: Flow, { cells }: FlowRow, name: TextStyleName): TableCell[] {
  return cells.flatMap(({ paragraphs, align, colSpan, rowSpan }): TableCell[] => [
    {
      ...textNode(flow, name, paragraphs.map(textOf).join('\n')),
      alignment: align,
      colSpan,
      rowSpan,
    },
    ...Array.from({ length: colSpan - 1 }, () => ({})),
  ])
}

/** Rows with a place in every column: pdfmake wants what a merged cell covers written out. */
function filled(rows: readonly TableCell[][], spans: readonly FlowRow[], columns: number) {
  const free = new Array<number>(columns).fill(0)
  return rows.map((row, at) => {
    const cells: TableCell[] = []
    const { cells: own = [] } = spans[at] ?? {}
    let taken = 0
    let cell = 0
    for (let column = 0; column < columns;) {
      if ((free[column] ?? 0) > at) {
        cells.push({})
        column += 1
        continue
      }
      const { colSpan = 1, rowSpan = 1 } = own[cell++] ?? {}
      cells.push(...row.slice(taken, taken + colSpan))
      taken += colSpan
      free.fill(at + rowSpan, column, column + colSpan)
      column += colSpan
    }
    return cells
  })
}

function tableNode(flow: Flow, table: FlowTable): Content {
  const total = table.columns.reduce((sum, { width }) => sum + width, 0)
  const rows = [
    ...table.head.map((row) => tableRow(flow, row, 'tableHead')),
    ...table.rows.map((row) => tableRow(flow, row, 'tableCell')),
  ]
  return {
    table: {
      headerRows: table.head.length,
      widths: table.columns.map(({ width }) => `${String((width / total) * 96)}%`),
      body: filled(rows, [...table.head, ...table.rows], table.columns.length),
    },
  }
}

function sectionNodes(flow: Flow, index: number): Content[] {
  const { blocks = [], orientation = 'portrait' } = flow.sections[index] ?? {}
  const nodes = blocks.flatMap((block): Content[] => {
    if (block.type === 'text') return [textNode(flow, block.style, textOf(block.runs))]
    if (block.type === 'table') return [tableNode(flow, block)]
    return otherTexts(block).map((text) => textNode(flow, 'body', text))
  })
  const begin = index === 0 ? {} : { pageBreak: 'before' as const, pageOrientation: orientation }
  return [{ stack: nodes, ...begin }]
}

/** A flow as a document of pdfmake. */
export function stockDocument(flow: Flow): TDocumentDefinitions {
  const { left, top, right, bottom } = flow.style.page
  const margins = [left, top, right, bottom].map((each) => each * millimetre)
  return {
    pageSize: 'A4',
    pageOrientation: flow.sections[0]?.orientation ?? 'portrait',
    pageMargins: margins as [number, number, number, number],
    content: flow.sections.flatMap((_section, index) => sectionNodes(flow, index)),
    footer: (page) => ({ text: `— ${String(page)} —`, font: 'song', fontSize: 14 }),
    defaultStyle: { font: 'fang' },
  }
}

/** Makes stock pdfmake ready, with a font file for each role. */
export function openStock(faces: Readonly<Record<string, string>>) {
  pdfmake.setFonts(
    Object.fromEntries(Object.entries(faces).map(([role, path]) => [role, { normal: path }])),
  )
  const paths = new Set(Object.values(faces))
  pdfmake.setLocalAccessPolicy((path) => paths.has(path))
  pdfmake.setUrlAccessPolicy(() => false)
  return (flow: Flow): Promise<Uint8Array> => pdfmake.createPdf(stockDocument(flow)).getBuffer()
}
