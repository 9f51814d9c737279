/*
 * Sets every situation as a PDF and as a Word file, holds the pages against GB/T 9704-2012, and prints it clause by clause.
 *
 *     node --import ./test/run-typescript.js test/layout/layout.ts [FOLDER]
 *
 * With a folder, the pages are kept there to be looked at. Ends with 1 where a clause is missed for which no reason is listed.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

import type { Verdict } from '../../pipeline/measure/measure-paper.js'
import type { PaperForm } from '../../pipeline/measure/standard/figure.js'
import { formatTable } from '../bench/format-table.js'
import { clauseRows, countOf, type ClauseRow, type Format } from './clause-rows.js'
import { measureSituations, situationPdfs, situationPrints } from './measure-situations.js'

const forms: readonly PaperForm[] = ['document', 'letter', 'order', 'plain']
const rounded = (value: number): string => String(Number(value.toFixed(2)))

function wantedOf({ clause: { figure } }: ClauseRow): string {
  const { wanted, tolerance, unit } = figure
  const value = typeof wanted === 'number' ? rounded(wanted) : wanted.map(rounded).join('–')
  return `${value}${tolerance === 0 ? '' : ` ± ${rounded(tolerance)}`} ${unit}`
}

function cellsOf(row: ClauseRow): readonly string[] {
  const { clause, situation, reason } = row
  return [
    clause.verdict.replace('-', ' '),
    clause.figure.clause,
    clause.figure.en,
    wantedOf(row),
    clause.measured === null ? '–' : rounded(clause.measured),
    situation ?? '–',
    reason ?? '',
  ]
}

const head = ['result', 'clause', 'element', 'wanted', 'measured', 'worst in', 'because'] as const

function keep(folder: string, format: Format, pages: ReadonlyMap<string, Uint8Array>): void {
  mkdirSync(folder, { recursive: true })
  for (const [situation, bytes] of pages)
    writeFileSync(join(folder, `${situation.replaceAll(/[ ,]+/gu, '-')}.${format}.pdf`), bytes)
}

function countsOf(rows: readonly ClauseRow[]): string {
  const missed = countOf(rows, 'missed')
  const reasoned = (verdict: Verdict) =>
    rows.filter(({ clause, reason }) => clause.verdict === verdict && reason !== null).length
  return `${rows.length} clauses: ${countOf(rows, 'met')} met, ${missed} missed (${reasoned('missed')} with a reason), ${countOf(rows, 'not-verified')} not verified (faces substituted), ${countOf(rows, 'not-found')} not in any situation (${reasoned('not-found')} with a reason)`
}

/** Prints the tables of a format; how many clauses are missed without a reason. */
async function printFormat(
  format: Format,
  pages: ReadonlyMap<string, Uint8Array>,
): Promise<number> {
  const results = await measureSituations(pages)
  let unexplained = 0
  for (const form of forms) {
    const rows = clauseRows(results, form, format)
    if (rows.length === 0) continue
    const lines = formatTable([head, ...rows.map(cellsOf)])
    process.stdout.write(`\n${format}, ${form} form\n${lines.join('\n')}\n${countsOf(rows)}\n`)
    unexplained += rows.filter(
      (row) => row.clause.verdict === 'missed' && row.reason === null,
    ).length
  }
  return unexplained
}

async function main(folder: string | undefined): Promise<void> {
  const pdfs = await situationPdfs()
  if (folder !== undefined) keep(folder, 'PDF', pdfs)
  let unexplained = await printFormat('PDF', pdfs)
  const prints = await situationPrints()
  if (prints === null)
    process.stdout.write('\nWord: skipped, for LibreOffice is not installed on this machine.\n')
  else {
    if (folder !== undefined) keep(folder, 'Word', prints)
    unexplained += await printFormat('Word', prints)
  }
  if (unexplained > 0) process.exitCode = 1
}

await main(process.argv[2])
