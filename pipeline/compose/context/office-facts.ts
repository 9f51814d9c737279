import type { Office } from '../../model/index.js'
import type { OfficeFacts } from './context-schema.js'

/** The office with every key present; what is missing is null, so that templates leave a visible blank. */
export function officeFacts(office: Office | null): OfficeFacts {
  const brief = office?.brief
  return {
    configured: office !== null,
    name: office?.name ?? null,
    mark: office?.mark ?? null,
    series: office?.series ?? null,
    number: office?.number ?? null,
    date: office?.date ?? null,
    contact: office?.contact ?? null,
    phone: office?.phone ?? null,
    email: office?.email ?? null,
    unit: office?.unit ?? null,
    replyBy: office?.replyBy ?? null,
    head: office?.head ?? 'mark',
    draft: office?.draft ?? null,
    consentOf: office?.consentOf ?? null,
    reportedBy: office?.reportedBy ?? 'each',
    brief:
      brief === undefined
        ? null
        : { name: brief.name, issue: brief.issue, to: brief.to, copies: brief.copies ?? null },
  }
}
