/*
 * Another day, and a disk that lists its folders in another order: loaded by `node --import` into a build whose bytes must not show it.
 */
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

const days = 400 * 86_400_000
const now = Date.now
const RealDate = Date
Date.now = () => now() + days
globalThis.Date = class extends RealDate {
  constructor(...args) {
    super(...(args.length === 0 ? [now() + days] : args))
  }
}

const readdirSync = fs.readdirSync
fs.readdirSync = (...args) => readdirSync(...args).reverse()
const readdir = fs.promises.readdir
fs.promises.readdir = async (...args) => (await readdir(...args)).reverse()
syncBuiltinESMExports()
