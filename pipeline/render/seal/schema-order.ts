/** An element of one kind of part whose children a library writes in another order than the schema’s. */
export interface SchemaOrder {
  readonly part: RegExp
  readonly parent: string
  readonly order: readonly string[]
}

/**
 * ECMA-376 part 1, 17.3.1.26, 17.3.2.28, 18.8.22 and 18.3.1.99. docx puts a paragraph’s autoSpaceDN last, and what is patched in stands first. exceljs writes a font’s children as colour, family, scheme, size, name; its streaming writer
 * puts links before conditional formats and validations (exceljs 2784), and Excel then refuses the file.
 */
export const schemaOrders: readonly SchemaOrder[] = [
  {
    part: /^word\/(?:document|styles|header\d+|footer\d+)\.xml$/,
    parent: 'w:pPr',
    order: [
      'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd',
      'tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi',
      'adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc',
      'textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange',
    ]
      .join(' ')
      .split(' ')
      .map((name) => `w:${name}`),
  },
  {
    // What an office’s reference document says comes behind what docx wrote.
    part: /^word\/styles\.xml$/,
    parent: 'w:rPr',
    order: [
      'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof',
      'snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd',
      'fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath',
    ]
      .join(' ')
      .split(' ')
      .map((name) => `w:${name}`),
  },
  {
    part: /^xl\/styles\.xml$/,
    parent: 'font',
    order:
      'b i strike condense extend outline shadow u vertAlign sz color name family charset scheme'.split(
        ' ',
      ),
  },
  {
    part: /^xl\/worksheets\/[^/]+\.xml$/,
    parent: 'worksheet',
    order: [
      'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection',
      'protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells',
      'phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup',
      'headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing',
      'legacyDrawing legacyDrawingHF picture oleObjects controls webPublishItems tableParts extLst',
    ]
      .join(' ')
      .split(' '),
  },
]
