import { columnsOf } from '../text/index.js'
import type { ClauseResult, PaperResult, Verdict } from './measure-paper.js'
import type { Figure } from './standard/figure.js'

type Language = 'zh' | 'en'

const words = {
  zh: {
    verdict: { met: '符合', missed: '不符', 'not-verified': '未核实', 'not-found': '未出现' },
    head: ['结果', '条款', '要素', '应为', '实测'],
    unit: { mm: 'mm', pt: 'pt', lines: '行', characters: '字', faults: '处', ems: '字' },
    substituted: (faces: string) => `替代字体 ${faces}`,
    counts: (clauses: number, met: number, missed: number, unverified: number, absent: number) =>
      `${clauses} 条：符合 ${met}，不符 ${missed}，未核实（字体被替代）${unverified}，未出现 ${absent}`,
  },
  en: {
    verdict: {
      met: 'met',
      missed: 'missed',
      'not-verified': 'not verified',
      'not-found': 'not found',
    },
    head: ['result', 'clause', 'element', 'wanted', 'measured'],
    unit: { mm: 'mm', pt: 'pt', lines: 'lines', characters: 'chars', faults: 'faults', ems: 'ems' },
    substituted: (faces: string) => `substitute ${faces}`,
    counts: (clauses: number, met: number, missed: number, unverified: number, absent: number) =>
      `${clauses} clauses: ${met} met, ${missed} missed, ${unverified} not verified (faces substituted), ${absent} not found`,
  },
} as const

const rounded = (value: number): string => String(Number(value.toFixed(2)))

function wantedOf({ wanted, tolerance, unit }: Figure, language: Language): string {
  const value = typeof wanted === 'number' ? rounded(wanted) : wanted.map(rounded).join('—')
  const off = tolerance >= 0.1 ? ` ±${rounded(tolerance)}` : ''
  return `${value}${off} ${words[language].unit[unit]}`
}

function measuredOf({ measured, figure, substituted }: ClauseResult, language: Language): string {
  if (measured === null) return '—'
  const { unit, substituted: stands } = words[language]
  const value = `${rounded(measured)} ${unit[figure.unit]}`
  return substituted.length === 0 ? value : `${value} (${stands(substituted.join(', '))})`
}

const padded = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(0, columns - columnsOf(text)))

/** The table of a paper’s clauses, a line each under a head, columns aligned for a terminal; then how many there are and how many are met. */
export function clauseTable({ clauses }: PaperResult, language: Language): readonly string[] {
  const { head, verdict, counts } = words[language]
  const rows = clauses.map((clause) => [
    verdict[clause.verdict],
    clause.figure.clause,
    clause.figure[language],
    wantedOf(clause.figure, language),
    measuredOf(clause, language),
  ])
  const all = [head, ...rows]
  const widths = head.map((_, column) =>
    Math.max(...all.map((row) => columnsOf(row[column] ?? ''))),
  )
  const count = (wanted: Verdict) => clauses.filter((clause) => clause.verdict === wanted).length
  return [
    ...all.map((row) =>
      row
        .map((text, column) => padded(text, widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    ),
    counts(
      clauses.length,
      count('met'),
      count('missed'),
      count('not-verified'),
      count('not-found'),
    ),
  ]
}
