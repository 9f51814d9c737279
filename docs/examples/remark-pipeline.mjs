/*
 * fengongExtract in a remark pipeline of your own: what a notice asks of whom, as file.result, with remark’s own tree and messages.
 *
 *     node docs/examples/remark-pipeline.mjs sources/guohan-2023-56.md
 */
import { readFile } from 'node:fs/promises'

import { fengongExtract } from 'fengong'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { VFile } from 'vfile'

const path = process.argv[2] ?? 'sources/guohan-2023-56.md'
const processor = unified().use(remarkParse).use(remarkGfm).use(fengongExtract)
const file = await processor.process(new VFile({ path, value: await readFile(path, 'utf8') }))

console.log(file.result.title)
for (const { title, responsibilities } of file.result.items) {
  const who = responsibilities.map(({ role, name }) => `${role} ${name}`).join(', ')
  console.log(`- ${title}: ${who || 'nobody is named'}`)
}
// Messages with their places, as every unified tool prints them.
for (const message of file.messages) console.error(String(message))
