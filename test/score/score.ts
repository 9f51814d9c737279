/*
 * Reads every notice under a folder and prints what was found in each, and why one was refused. Needs dist/ (make build).
 *
 *     node --import ./test/run-typescript.js test/score/score.ts DIR
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

import type * as Fengong from '../../pipeline/index.js'
import type * as Messages from '../../pipeline/messages/index.js'
import { compiled } from '../bench/compiled.js'
import { formatTable } from '../bench/format-table.js'
import { scoreNotice, type Score } from './score-notice.js'

/** What is said of one file: its score, or why it was refused. */
interface Line {
  readonly file: string
  readonly milliseconds: number
  readonly score: Score | null
  readonly refusal: string
}

/** What a notice can be called; README and hidden files are none. */
const isNotice = (name: string) =>
  /\.(md|txt|html?|docx|pdf|doc|wps|ofd)$/i.test(name) && !/^(readme\b|\.|~\$)/i.test(name)

function noticesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && isNotice(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort((a, b) => (a < b ? -1 : 1))
}

async function scoreFile(path: string, file: string): Promise<Line> {
  const { readDocument } = (await compiled('index.js')) as typeof Fengong
  const { sentenceOf } = (await compiled('messages/index.js')) as typeof Messages
  const began = performance.now()
  const { document, findings } = await readDocument(path)
  const milliseconds = Math.round(performance.now() - began)
  const blocking = findings.filter(
    ({ severity, blocks }) => severity === 'error' && blocks?.what === 'source',
  )
  return {
    file,
    milliseconds,
    score: document === null ? null : scoreNotice(document, findings),
    refusal: blocking.map((finding) => sentenceOf(finding, 'en')).join(' '),
  }
}

const droppedOf = (score: Score) =>
  Object.entries(score.dropped).map(([reason, characters]) => `${reason} ${String(characters)}`)
const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)
const charactersOf = (score: Score) => sum(Object.values(score.dropped))

const head = [
  'file',
  'items',
  'responsibilities',
  'duties',
  'generic',
  'unknown',
  'dropped',
  'ms',
  'metadata found',
]

function rowOf({ file, milliseconds, score }: Line): readonly (string | number)[] {
  if (score === null) return [file, '-', '-', '-', '-', '-', '-', milliseconds, 'refused']
  const { items, responsibilities, duties, generic, unknown, metadata } = score
  const counts = [items, responsibilities, duties, generic.length, unknown.length]
  return [file, ...counts, charactersOf(score), milliseconds, metadata.join(' ')]
}

function totalOf(lines: readonly Line[]): readonly (string | number)[] {
  const scores = lines.flatMap(({ score }) => (score === null ? [] : [score]))
  const refused = lines.length - scores.length
  return [
    `total: ${String(lines.length)} files${refused > 0 ? `, ${String(refused)} refused` : ''}`,
    sum(scores.map(({ items }) => items)),
    sum(scores.map(({ responsibilities }) => responsibilities)),
    sum(scores.map(({ duties }) => duties)),
    sum(scores.map(({ generic }) => generic.length)),
    sum(scores.map(({ unknown }) => unknown.length)),
    sum(scores.map(charactersOf)),
    sum(lines.map(({ milliseconds }) => milliseconds)),
    `${String(sum(scores.map(({ metadata }) => metadata.length)))} elements`,
  ]
}

/** What the counts of a file consist of, one line each; nothing where there is nothing. */
function detailsOf({ score, refusal }: Line): readonly string[] {
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ['generic', score?.generic ?? []],
    ['unknown', score?.unknown ?? []],
    ['dropped', score === null ? [] : droppedOf(score)],
    [score === null ? 'refused' : 'blocked', refusal === '' ? [] : [refusal]],
  ]
  return lists
    .filter(([, list]) => list.length > 0)
    .map(([name, list]) => `    ${name}: ${list.join('、')}`)
}

async function main(folder: string | undefined): Promise<void> {
  if (folder === undefined || folder === '') {
    process.stderr.write('Say which folder: make score CORPUS=dir\n')
    process.exitCode = 2
    return
  }
  const files = noticesUnder(folder)
  if (files.length === 0) {
    process.stderr.write(`No notice (.md .txt .html .docx) is in ${folder}\n`)
    process.exitCode = 2
    return
  }
  const lines: Line[] = []
  for (const path of files) lines.push(await scoreFile(path, path.slice(join(folder, '/').length)))
  const [first = '', ...rows] = formatTable([head, ...lines.map(rowOf), totalOf(lines)])
  const total = rows.at(-1) ?? ''
  const said = lines.flatMap((line, index) => [rows[index] ?? '', ...detailsOf(line)])
  process.stdout.write(`${[first, ...said, total].join('\n')}\n`)
}

await main(process.argv[2])
