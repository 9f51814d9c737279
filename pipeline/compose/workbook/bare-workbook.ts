import type { Workbook } from '../../model/index.js'

/**
 * What a workbook comes to as CSV: the first sheet’s columns and rows. Office, faces, paper and what stands above and below are not in it, so that a change of
 * these does not make the file again.
 */
export function bareWorkbook({ sheets }: Workbook): Workbook {
  return {
    type: 'workbook',
    properties: { title: '', subject: '', author: '', keywords: [], date: null, lang: 'zh-CN' },
    faces: { text: '', head: '', title: '' },
    secrecy: null,
    sheets: sheets.slice(0, 1).map(({ name, columns, rows }) => ({
      name,
      paper: 'A4',
      orientation: 'portrait',
      columns,
      above: [],
      rows,
      below: [],
      protected: false,
      filter: false,
      frozenColumns: 0,
      secondPageFrom: null,
      footer: '',
    })),
    names: {},
  }
}
