/*
 * Who has how much to do, from output/全部任务.ndjson, the file that a build makes for programs: one responsibility a line, read as a stream,
 * so that a thousand notices take no more memory than one.
 *
 *     node docs/examples/count-tasks.mjs output/全部任务.ndjson
 */
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'

const path = process.argv[2] ?? 'output/全部任务.ndjson'
const tasks = new Map()
let rows = 0
let nobody = 0

for await (const line of createInterface({ input: createReadStream(path) })) {
  const { document, item, name, role } = JSON.parse(line)
  rows += 1
  if (name === null) {
    nobody += 1
    continue
  }
  const counts = tasks.get(name) ?? { lead: 0, support: 0, responsible: 0, guide: 0, of: new Set() }
  counts[role] += 1
  counts.of.add(`${document.id}#${item.id}`)
  tasks.set(name, counts)
}

console.log(`${rows} rows, ${tasks.size} agencies, ${nobody} tasks that name nobody`)
const most = [...tasks].sort(([a, one], [b, two]) => two.of.size - one.of.size || (a < b ? -1 : 1))
for (const [name, { of, ...roles }] of most) {
  const each = Object.entries(roles).map(([role, count]) => `${role} ${count}`)
  console.log([name, `${of.size} tasks`, ...each].join('\t'))
}
