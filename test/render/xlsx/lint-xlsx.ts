import { all, areaOf, ReadBack, textOf } from './read-back.js'

/**
 * What Excel refuses or repairs and the Open XML validator lets through: lengths, heights, names, overlaps, what is no number.
 * One line a fault; none: nothing found.
 */
export function lintXlsx(bytes: Uint8Array): readonly string[] {
  const book = new ReadBack(bytes)
  return [
    ...lintNames(book),
    ...lintStrings(book),
    ...book
      .sheetParts()
      .flatMap((part) => lintSheet(book, part).map((fault) => `${part}: ${fault}`)),
  ]
}

function lintNames(book: ReadBack): string[] {
  const workbook = book.part('xl/workbook.xml')
  const sheets = all(workbook, 'sheet').map((sheet) => sheet.attributes.name ?? '')
  const keys = sheets.map((name) => name.normalize('NFKC').toLowerCase())
  const names = all(workbook, 'definedName')
  return [
    ...sheets
      .filter(
        (name) => name.length > 31 || /[[\]:*?/\\]|^'|'$|\uFFFD/.test(name) || name.trim() === '',
      )
      .map((name) => `sheet name ${name}`),
    ...keys
      .filter((name, index) => keys.indexOf(name) !== index)
      .map((name) => `two sheets ${name}`),
    ...names
      .map((name) => name.attributes.name ?? '')
      .filter(
        (name) =>
          !/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name) ||
          /^(?:[A-Za-z]{1,3}\d+|[Rr]\d*[Cc]\d*|[RrCc]\d*)$/.test(name) ||
          name.length > 255,
      )
      .map((name) => `defined name ${name}`),
    ...names
      .filter((name) => /"(?:[^"]|""){256,}"/.test(textOf(name)))
      .map((name) => `constant of more than 255 characters in ${name.attributes.name ?? ''}`),
  ]
}

function lintStrings(book: ReadBack): string[] {
  const strings = book.parts.has('xl/sharedStrings.xml')
    ? all(book.part('xl/sharedStrings.xml'), 'si')
    : []
  return strings
    .map(textOf)
    .filter((text) => text.replace(/_x[0-9A-Fa-f]{4}_/g, 'x').length > 32_767)
    .map((text) => `string of ${text.length} characters`)
}

function lintSheet(book: ReadBack, part: string): string[] {
  const sheet = book.part(part)
  const attributes = (name: string, attribute: string) =>
    all(sheet, name).map((each) => each.attributes[attribute] ?? '')
  const order = (all(sheet, 'worksheet')[0]?.children ?? []).flatMap((child) =>
    child.type === 'element' ? [child.name] : [],
  )
  const headers = [
    'oddHeader',
    'oddFooter',
    'evenHeader',
    'evenFooter',
    'firstHeader',
    'firstFooter',
  ]
  return [
    ...attributes('row', 'ht')
      .filter((height) => Number(height) > 409.5)
      .map((height) => `row height ${height}`),
    ...attributes('row', 'ht')
      .filter((height) => height !== '' && !(Number(height) > 0))
      .map((height) => `row height ${height}`),
    ...attributes('col', 'width')
      .filter((width) => Number(width) > 255)
      .map((width) => `width ${width}`),
    ...all(sheet, 'v')
      .map(textOf)
      .filter((text) => /NaN|Infinity|Invalid/.test(text))
      .map((text) => `value ${text}`),
    ...headers
      .flatMap((name) => all(sheet, name).map(textOf))
      .filter((text) => text.length > 255)
      .map((text) => `header or footer ${text}`),
    ...overlaps(attributes('mergeCell', 'ref')).map((pair) => `merged cells overlap: ${pair}`),
    ...overlaps(attributes('dataValidation', 'sqref').flatMap((ranges) => ranges.split(' '))).map(
      (pair) => `validations overlap: ${pair}`,
    ),
    ...all(sheet, 'formula1')
      .map(textOf)
      .filter((text) => text.startsWith('"') && text.length > 257)
      .map((text) => `list ${text}`),
    ...attributes('dataValidation', 'prompt')
      .filter((text) => text.length > 255)
      .map((text) => `prompt ${text}`),
    ...attributes('dataValidation', 'promptTitle')
      .filter((text) => text.length > 32)
      .map((text) => `prompt title ${text}`),
    ...order
      .filter(
        (name, index) => schemaOrder.indexOf(name) < schemaOrder.indexOf(order[index - 1] ?? ''),
      )
      .map((name) => `order of ${name}`),
    ...twice(attributes('cfRule', 'priority')).map(
      (priority) => `two formats of priority ${priority}`,
    ),
    ...twice(attributes('c', 'r')).map((address) => `two cells ${address}`),
  ]
}

function twice(values: readonly string[]): readonly string[] {
  const seen = new Set<string>()
  return values.filter((value) => seen.has(value) || !seen.add(value))
}

function overlaps(references: readonly string[]): readonly string[] {
  const areas = references.map((reference) => ({ reference, ...areaOf(reference) }))
  return areas.flatMap((a, index) =>
    areas
      .slice(index + 1)
      .filter(
        (b) => a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right,
      )
      .map((b) => `${a.reference} ${b.reference}`),
  )
}

/** ECMA-376 part 1, 18.3.1.99. */
const schemaOrder =
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF picture oleObjects controls webPublishItems tableParts extLst'.split(
    ' ',
  )
