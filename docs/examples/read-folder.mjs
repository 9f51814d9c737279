/*
 * A folder of notices as one table, a line a responsibility, for a spreadsheet:
 *
 *     node docs/examples/read-folder.mjs sources > tasks.csv
 */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

import { readDocument } from 'fengong'

const folder = process.argv[2] ?? 'sources'
const cell = (value) => `"${String(value ?? '').replaceAll('"', '""')}"`
const line = (...values) => console.log(values.map(cell).join(','))

/** Tasks with the parts below them: a part may have agencies of its own. */
const withParts = (items) => items.flatMap((item) => [item, ...withParts(item.children)])

line('文件', '发文字号', '成文日期', '任务', '角色', '单位', '完成时限')
const names = await readdir(folder)
for (const name of names.filter((each) => /\.(?:md|txt|html?|docx)$/i.test(each)).sort()) {
  const { document, findings } = await readDocument(join(folder, name))
  for (const { severity, rule } of findings)
    if (severity !== 'info') console.error(`${name}: ${severity} ${rule}`)
  if (document === null) continue
  for (const item of withParts(document.items)) {
    const deadlines = item.deadlines.map(({ text }) => text).join('；')
    const row = [name, document.documentNumber?.text, document.issueDate, item.title]
    // A task that names nobody is a line too: a table without it would look complete.
    const named = item.responsibilities.length > 0 ? item.responsibilities : [null]
    for (const each of named) line(...row, each?.role, each?.name, deadlines)
  }
}
