export { clauseTable } from './clause-table.js'
export { measurePaper } from './measure-paper.js'
export { printWithOffice } from './office/print-with-office.js'
