import type { Agency } from '../model/index.js'
import { matchBrackets, nearestMatch } from '../text/index.js'
import { isCoordinatingBody } from './coordinating-bodies.js'
import { readDispatchedOffice } from './dispatched-offices.js'
import { formKey, withoutBlanks } from './form-key.js'
import { genericKindOf, type GenericKind } from './generic-actors.js'
import { entryOf, type AgencyIndex, type FormKind, type NamedForm } from './index-agencies.js'
import { endsAsBody, hasLevelWord, isBareLocalBody, readLocalName } from './local-name.js'
import { placeOfLevelWord, type NamingContext } from './naming-context.js'

/** A body with its one identity. */
export interface ResolvedAgency {
  readonly type: 'agency'
  /** Full name as of the notice’s date; the expanded printed name where the registry has no entry. */
  readonly agency: string
  /** The standard short name. */
  readonly name: string
  readonly entry: Agency | null
  /** `local`: a field that local bodies are known to have; `shape`: the name ends as a body’s does, and nothing else is known of it. */
  readonly how: FormKind | 'predecessor' | 'local' | 'dispatched' | 'coordinating' | 'shape'
  /** Short name of the printed body, where it was no more when the notice was issued and `agency` is its successor. */
  readonly formerly: string | null
  /** Short name of the one body that has its work today, where it is no more today. */
  readonly now: string | null
  /** Short names of its successors of today; several: a person must say which. Empty where the body still is. */
  readonly successors: readonly string[]
}

/** Whom a printed name means. Everything but `agency` is a question for a person, or nobody in particular. */
export type Resolution =
  | ResolvedAgency
  | { readonly type: 'generic'; readonly kind: GenericKind; readonly name: string }
  | {
      /** No more when the notice was issued, with several successors. */
      readonly type: 'ambiguous'
      readonly agency: string
      readonly name: string
      readonly successors: readonly string[]
    }
  | {
      readonly type: 'unknown'
      readonly name: string
      readonly nearest: string | null
      readonly reason: 'not-known' | 'level-not-known'
    }

/** Reforms follow one another; a chain longer than this would be a circle. */
const longestChain = 8

function endedBefore(agency: Agency, date: string | null): boolean {
  return agency.until !== null && date !== null && date.slice(0, 7) > agency.until
}

/** Bodies that carry a body’s work on, as of a month (null: today): followed through every reform in between. */
function successorsAt(
  index: AgencyIndex,
  agency: Agency,
  date: string | null,
  steps = longestChain,
): readonly Agency[] {
  const ended = date === null ? agency.until !== null : endedBefore(agency, date)
  if (!ended || steps === 0) return [agency]
  const next = agency.successors.flatMap((name) => {
    const entry = entryOf(index, name)
    return entry === null ? [] : successorsAt(index, entry, date, steps - 1)
  })
  return [...new Set(next)]
}

/** What became of a body since: nothing where it still is. */
function today(index: AgencyIndex, agency: Agency): Pick<ResolvedAgency, 'now' | 'successors'> {
  if (agency.until === null) return { now: null, successors: [] }
  const successors = successorsAt(index, agency, null).map((each) => each.short)
  return { now: successors.length === 1 ? (successors[0] ?? null) : null, successors }
}

function asOfDate(index: AgencyIndex, form: NamedForm, date: string | null): Resolution {
  const { agency, how } = form
  if (!endedBefore(agency, date)) {
    return {
      type: 'agency',
      agency: agency.name,
      name: agency.short,
      entry: agency,
      how,
      formerly: null,
      ...today(index, agency),
    }
  }
  const successors = successorsAt(index, agency, date)
  const [successor] = successors
  if (successor === undefined || successors.length > 1) {
    return {
      type: 'ambiguous',
      agency: agency.name,
      name: agency.short,
      successors: successors.map((each) => each.short),
    }
  }
  return {
    type: 'agency',
    agency: successor.name,
    name: successor.short,
    entry: successor,
    how: 'predecessor',
    formerly: agency.short,
    ...today(index, successor),
  }
}

/** Of several bodies that bore a name one after the other, the one that was when the notice was issued. */
function atDate(forms: readonly NamedForm[], date: string | null): NamedForm | undefined {
  const alive = forms.filter(({ agency }) => !endedBefore(agency, date))
  // A name as its own (交通部 until 2008) before the same letters as a loose form of another body.
  return alive.find(({ how }) => how !== 'informal') ?? alive[0] ?? forms[0]
}

function withoutEntry(
  names: { readonly agency: string; readonly name: string },
  how: ResolvedAgency['how'],
): ResolvedAgency {
  return {
    type: 'agency',
    agency: names.agency,
    name: names.name,
    entry: null,
    how,
    formerly: null,
    now: null,
    successors: [],
  }
}

/** A name that bodies of many places bear (医保局, 财政厅): whose it is depends on who speaks. */
function resolveByPlace(
  index: AgencyIndex,
  printed: string,
  context: NamingContext,
): Resolution | null {
  const dispatched = readDispatchedOffice(printed, context)
  const local = dispatched === null ? readLocalName(printed, context) : null
  const names = dispatched ?? local
  if (names === null) return null
  const own = entryOf(index, names.name) ?? entryOf(index, names.agency)
  if (own !== null) return asOfDate(index, { agency: own, how: 'short' }, context.date)
  if (dispatched !== null) return withoutEntry(dispatched, 'dispatched')
  return withoutEntry(names, local?.known === true ? 'local' : 'shape')
}

function unknown(name: string, reason: 'not-known' | 'level-not-known'): Resolution {
  return { type: 'unknown', name, nearest: null, reason }
}

/** The standard short name of the agency whose short or full name is nearest to a name that nobody knows. */
function nearestAgency(index: AgencyIndex, name: string): string | null {
  const forms = index.entries.flatMap((entry) => [entry.short, entry.name])
  const nearest = nearestMatch(name, forms)
  return nearest === null ? null : (entryOf(index, nearest.value)?.short ?? null)
}

/** 市场监管总局（国家标准委）: brackets behind a name are a note to it. */
function withoutNote(printed: string): string {
  const last = matchBrackets(printed).pairs.findLast(
    (pair) => pair.depth === 0 && pair.kind === 'bracket' && pair.end === printed.length,
  )
  return last === undefined ? printed : printed.slice(0, last.start).trimEnd()
}

/** Government of the issuer’s own place, which the patterns of generic actors would take for any government: 市政府. */
const bareGovernment = /^(?:省|自治区|市|州|盟|县|区|旗)(?:人民)?政府$|^(?:法院|检察院)$/u

function resolveName(index: AgencyIndex, printed: string, context: NamingContext): Resolution {
  const key = formKey(printed)
  const shown = withoutBlanks(printed)
  const forms = index.byForm.get(key)
  const central = context.level === 'central'
  const bare = isBareLocalBody(key)
  const form = forms === undefined ? undefined : atDate(forms, context.date)
  if (form !== undefined && (!bare || central || form.agency.level !== 'central'))
    return asOfDate(index, form, context.date)
  if (form !== undefined && context.level === null)
    return { type: 'unknown', name: shown, nearest: form.agency.short, reason: 'level-not-known' }
  if (bareGovernment.test(key)) {
    const own = central ? null : resolveByPlace(index, shown, context)
    if (own !== null) return own
  }
  const generic = genericKindOf(key)
  if (generic !== null) return { type: 'generic', kind: generic, name: printed }
  const placed = resolveByPlace(index, shown, context)
  if (placed !== null) return placed
  if (isCoordinatingBody(key)) return withoutEntry({ agency: shown, name: shown }, 'coordinating')
  if (bare || (hasLevelWord(key) && placeUnknown(key, context)))
    return unknown(shown, 'level-not-known')
  // A local paper names bodies that no registry of central bodies can know.
  if (!central && context.level !== null && endsAsBody(key))
    return withoutEntry({ agency: shown, name: shown }, 'shape')
  return unknown(shown, 'not-known')
}

function placeUnknown(key: string, context: NamingContext): boolean {
  const word = /^(?:中共|共青团|团)?(自治区|省|市|州|盟|县|区|旗)/u.exec(key)?.[1]
  return word !== undefined && placeOfLevelWord(word, context) === null
}

/** As `resolveAgency`, without looking for the nearest name: `nearest` of an unknown one is null, or an agency of another level. */
export function identifyAgency(
  index: AgencyIndex,
  printed: string,
  context: NamingContext,
): Resolution {
  const trimmed = printed.trim()
  if (index.byForm.has(formKey(trimmed))) return resolveName(index, trimmed, context)
  const generic = genericKindOf(trimmed)
  if (generic !== null && !bareGovernment.test(trimmed))
    return { type: 'generic', kind: generic, name: trimmed }
  const plain = withoutNote(trimmed)
  return resolveName(index, plain === '' ? trimmed : plain, context)
}

/**
 * Whom a printed name means in a paper of this level, place and date. A body stays the body of the notice’s date; one that was no more then
 * is its successor, or ambiguous where there are several. A short name that bodies of many places bear is the issuer’s own place’s; kinds
 * (公安部门) and generic actors never become bodies; dispatched offices never their ministry.
 */
export function resolveAgency(
  index: AgencyIndex,
  printed: string,
  context: NamingContext,
): Resolution {
  const resolution = identifyAgency(index, printed, context)
  return resolution.type === 'unknown' && resolution.nearest === null
    ? { ...resolution, nearest: nearestAgency(index, resolution.name) }
    : resolution
}
