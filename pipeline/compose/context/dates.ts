import type { Context, DateRow, DutyRow, Task } from './context-schema.js'
import { referenceTo } from './tasks.js'

function namesIn(responsibilities: Task['responsibilities']): string[] {
  return [
    ...new Set(responsibilities.filter((each) => each.kind === 'agency').map((each) => each.name)),
  ]
}

/** Deadlines of tasks and duties: those with a date first, by date, each in reading order. */
export function datesOf(tasks: readonly Task[], duties: readonly DutyRow[]): Context['dates'] {
  const rows: DateRow[] = [
    ...tasks.flatMap((task) =>
      task.deadlines.map((deadline) => ({
        ...deadline,
        item: referenceTo(task),
        duty: null,
        agencies: namesIn(task.responsibilities),
      })),
    ),
    ...duties.flatMap((duty) =>
      duty.deadlines.map((deadline) => ({
        ...deadline,
        item: null,
        duty: duty.text,
        agencies: duty.agencies,
      })),
    ),
  ]
  const dated = rows
    .filter((row) => row.date !== null)
    .sort((a, b) =>
      (a.date ?? '') < (b.date ?? '') ? -1 : Number((a.date ?? '') > (b.date ?? '')),
    )
  return [...dated, ...rows.filter((row) => row.date === null)]
}
