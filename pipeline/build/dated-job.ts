import type { Job, Layout, Properties } from '../model/index.js'

/** SOURCE_DATE_EPOCH, seconds since 1970, as a day; null where it is none. */
function dayOf(epoch: string | null): string | null {
  if (epoch === null || !/^\d{1,11}$/.test(epoch)) return null
  return new Date(Number(epoch) * 1000).toISOString().slice(0, 10)
}

const dated = (properties: Properties, day: string): Properties => ({
  ...properties,
  date: properties.date ?? day,
})

function datedLayout(layout: Layout, day: string): Layout {
  switch (layout.type) {
    case 'flow':
    case 'workbook':
      return { ...layout, properties: dated(layout.properties, day) }
    case 'packet': {
      const { flow } = layout
      return { ...layout, flow: { ...flow, properties: dated(flow.properties, day) } }
    }
    default:
      return layout
  }
}

/**
 * A job whose file says a date in its properties: the document’s own, else SOURCE_DATE_EPOCH where that is set. Without either the file says
 * none: an invented date is worse than no date.
 */
export function datedJob(job: Job, epoch: string | null): Job {
  const day = dayOf(epoch)
  return day === null ? job : { ...job, layout: datedLayout(job.layout, day) }
}
