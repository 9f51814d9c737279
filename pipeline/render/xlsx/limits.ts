/** What Excel accepts (its published specifications and limits); the Open XML schema does not check most of them. */
export const limits = {
  /** UTF-16 units in a cell. */
  cell: 32_767,
  /** Characters in a cell of the format “text”: older versions show a longer one as #####. */
  textFormat: 255,
  /** pt */
  rowHeight: 409,
  /** UTF-16 units in a sheet’s name. */
  sheetName: 31,
  /** UTF-16 units in a header or footer, its codes counted. */
  footer: 255,
  /** UTF-16 units of a list written into a validation, commas counted. */
  list: 255,
  promptTitle: 32,
  prompt: 255,
  /** Characters in a defined name. */
  name: 255,
  /** UTF-16 units of one string in a formula. */
  formulaString: 255,
  /** Manual page breaks of a sheet. */
  pageBreaks: 1_026,
} as const
