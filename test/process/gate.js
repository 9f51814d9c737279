/*
 * A gate before a process’s file operations, for tests that look at a build in the middle: loaded by `node --import`, it lets through what no rule
 * in the file named by GATE speaks of. A rule holds a call until the file `〈GATE〉.open` is there, and says so by `〈GATE〉.held`; or it
 * refuses the call with a code of the system’s. No part of the product knows of it.
 */
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import process from 'node:process'
import { setTimeout } from 'node:timers'

const path = process.env.GATE ?? ''

/** `{ "operation": "rename", "ending": "a.xlsx", "code": "EBUSY" | null }` for each path that is spoken of; the first that fits counts. */
function ruleFor(operation, target) {
  const rules = JSON.parse(fs.readFileSync(path, 'utf8'))
  return rules.find((rule) => rule.operation === operation && target.endsWith(rule.ending))
}

function waitForOpening(then) {
  if (fs.existsSync(`${path}.open`)) then()
  else setTimeout(() => waitForOpening(then), 10)
}

const refusal = (code, operation, target) =>
  Object.assign(new Error(`${code}: refused, ${operation} '${target}'`), { code, path: target })

const rename = fs.rename
fs.rename = (from, to, callback) => {
  const rule = ruleFor('rename', String(to))
  if (rule === undefined) {
    rename(from, to, callback)
    return
  }
  if (rule.code !== null) {
    callback(refusal(rule.code, 'rename', String(to)))
    return
  }
  fs.writeFileSync(`${path}.held`, String(to))
  waitForOpening(() => rename(from, to, callback))
}
syncBuiltinESMExports()
