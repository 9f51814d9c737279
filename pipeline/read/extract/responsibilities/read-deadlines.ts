import type { Deadline, Span } from '../../../model/index.js'
import { toHalfWidth } from '../../../text/index.js'
import {
  deadlinePatterns,
  noDeadlineAfter,
  noDeadlineBefore,
  wholeDeadlines,
} from './deadline-patterns.js'

/** A deadline with its place in the reading text. */
export interface FoundDeadline {
  readonly value: Deadline
  readonly span: Span
}

/** The year that is meant where a date names none: the last one named before it in its sentence (2023年6月底前…，9月底前…). */
function yearNamedBefore(text: string, at: number): number | null {
  const sentence = text.slice(
    Math.max(text.lastIndexOf('。', at), text.lastIndexOf('\n', at)) + 1,
    at,
  )
  const years = [...sentence.matchAll(/((?:19|20)[0-9]{2})年/g)]
  const last = years.at(-1)?.[1]
  return last === undefined ? null : Number(last)
}

/** A date of the issue year that was over when the notice came out is not meant: no date is certain. */
function certain(date: string | null, fromIssueYear: boolean, issueDate: string | null) {
  return date !== null && fromIssueYear && issueDate !== null && date < issueDate ? null : date
}

function yearOf(issueDate: string | null): number | null {
  return issueDate === null ? null : Number(issueDate.slice(0, 4))
}

/** A text that is a date and nothing else: 2023年12月 in a column 完成时限. */
function wholeDeadline(
  text: string,
  offset: number,
  issueDate: string | null,
): FoundDeadline | null {
  const trimmed = text.trim()
  const plain = toHalfWidth(trimmed)
  for (const { pattern, kind, date } of wholeDeadlines) {
    const match = pattern.exec(plain)
    if (match === null) continue
    const start = offset + text.indexOf(trimmed)
    return {
      value: {
        text: trimmed,
        kind,
        date: certain(date(match.slice(1), yearOf(issueDate)), !/[0-9]{4}/.test(plain), issueDate),
      },
      span: { start, end: start + trimmed.length },
    }
  }
  return null
}

function findIn(printed: string, issueDate: string | null): readonly FoundDeadline[] {
  const text = printed.replace(/[０-９]/g, toHalfWidth)
  const issueYear = yearOf(issueDate)
  const found: FoundDeadline[] = []
  for (const { pattern, kind, date } of deadlinePatterns) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index + (/^[：:]/u.test(match[0]) ? 1 : 0)
      const end = match.index + match[0].length
      if (found.some(({ span }) => start < span.end && end > span.start)) continue
      if (noDeadlineBefore.test(text.slice(Math.max(0, start - 24), start))) continue
      if (noDeadlineAfter.test(text.slice(end, end + 12))) continue
      const named = /(?:19|20)[0-9]{2}/.test(match[0])
      const before = /今年|本年|当年/u.test(match[0]) ? null : yearNamedBefore(text, start)
      const day = date(match.slice(1), before ?? issueYear)
      found.push({
        value: {
          text: printed.slice(start, end),
          kind,
          date: certain(day, !named && before === null, issueDate),
        },
        span: { start, end },
      })
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start)
}

/** Several days in one sentence are the milestones of one task: 6月底前…，9月底前…. */
function asMilestones(text: string, found: readonly FoundDeadline[]): readonly FoundDeadline[] {
  const dated = found.filter(({ value }) => value.kind === 'by' || value.kind === 'yearEnd')
  return found.map((each) => {
    const near = dated.some(
      (other) =>
        other !== each &&
        !/[。\n]/.test(
          text.slice(
            Math.min(each.span.end, other.span.end),
            Math.max(each.span.start, other.span.start),
          ),
        ),
    )
    return dated.includes(each) && near
      ? { ...each, value: { ...each.value, kind: 'milestones' as const } }
      : each
  })
}

/**
 * What a text says about when, in order: as printed, with its kind, and a date where one is certain. `offset` is where the text begins in the
 * reading text; `issueDate` (ISO) gives 今年 and 年内 their year. A period of validity and the day from which rules hold are none; 2025年前
 * is not the end of 2025 and gives no date. A text that is one date alone (a cell) is one.
 */
export function readDeadlines(
  text: string,
  offset: number,
  issueDate: string | null,
): readonly FoundDeadline[] {
  const whole = wholeDeadline(text, offset, issueDate)
  if (whole !== null) return [whole]
  return asMilestones(text, findIn(text, issueDate)).map(({ value, span }) => ({
    value,
    span: { start: span.start + offset, end: span.end + offset },
  }))
}
