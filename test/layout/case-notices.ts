import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

const cases = new URL('../cases/', import.meta.url).pathname

/** Name and path of every notice of the cases, and of a folder of real ones where there is one: FENGONG_CORPUS. */
export function caseNotices(): readonly (readonly [name: string, path: string])[] {
  const ofCases = readdirSync(cases, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(cases, entry.name, 'input')))
    .flatMap((entry) => {
      const folder = join(cases, entry.name, 'input')
      const file = readdirSync(folder).find((name) => /\.(?:md|txt|html?|docx)$/u.test(name))
      return file === undefined ? [] : [[entry.name, join(folder, file)] as const]
    })
  const corpus = process.env.FENGONG_CORPUS
  const ofCorpus =
    corpus === undefined
      ? []
      : readdirSync(corpus)
          .filter((name) => /\.(?:txt|html?|docx)$/u.test(name))
          .map((name) => [name, join(corpus, name)] as const)
  return [...ofCases, ...ofCorpus]
}
