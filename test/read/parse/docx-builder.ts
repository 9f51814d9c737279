import { strToU8, zipSync } from 'fflate'

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ')

export interface DocxParts {
  /** Inner XML of w:body. */
  readonly body: string
  /** Inner XML of w:numbering and w:styles. */
  readonly numbering?: string
  readonly styles?: string
  /** Further parts: their names under word/, type of relationship and whole inner XML with its root element’s name. */
  readonly others?: readonly {
    readonly name: string
    readonly type: string
    readonly root: string
    readonly xml: string
  }[]
  /** Further relationships of the document: `<Relationship …/>`. */
  readonly relationships?: string
}

/** A run, a paragraph, a cell of Word’s XML. */
export const run = (text: string, properties = '') =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
export const paragraph = (content: string, properties = '') =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content.startsWith('<') || content === '' ? content : run(content)}</w:p>`
export const numbered = (text: string, numId: number, level = 0) =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`)
export const cell = (content: string, properties = '') =>
  `<w:tc>${properties === '' ? '' : `<w:tcPr>${properties}</w:tcPr>`}${content.startsWith('<') ? content : paragraph(content)}</w:tc>`
export const row = (cells: readonly string[], properties = '') =>
  `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${cells.join('')}</w:tr>`
export const table = (...rows: readonly string[]) => `<w:tbl>${rows.join('')}</w:tbl>`
export const level = (at: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`

/** The bytes of a Word file made of the parts given: as little around them as Word needs. */
export function buildDocx(parts: DocxParts): Uint8Array {
  const others = parts.others ?? []
  const relationship = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`
  const wrap = (relationships: string) =>
    `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationships}</Relationships>`
  const files: Record<string, string> = {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': wrap(relationship('rId1', 'officeDocument', 'word/document.xml')),
    'word/document.xml': `${head}<w:document ${namespaces}><w:body>${parts.body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': wrap(
      others.map(({ name, type }, index) => relationship(`rIdO${index}`, type, name)).join('') +
        (parts.relationships ?? ''),
    ),
  }
  if (parts.numbering !== undefined) {
    files['word/numbering.xml'] =
      `${head}<w:numbering ${namespaces}>${parts.numbering}</w:numbering>`
  }
  if (parts.styles !== undefined) {
    files['word/styles.xml'] = `${head}<w:styles ${namespaces}>${parts.styles}</w:styles>`
  }
  for (const { name, root, xml } of others) {
    files[`word/${name}`] = `${head}<${root} ${namespaces}>${xml}</${root}>`
  }
  // The same parts, the same bytes: a zip holds the time of its entries.
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
    { mtime: '2000-01-01T00:00:00' },
  )
}
