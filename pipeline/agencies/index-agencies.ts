import { agencySchema, type Agency, type AgenciesFile } from '../model/index.js'
import { formKey } from './form-key.js'
import { formsByBegin, type WordsByBegin } from './name-finder.js'
import { rankOfKind } from './kind-ranks.js'
import { registryEntries } from './registry/registry-entries.js'

/** In what way a form names an agency. */
export type FormKind = 'name' | 'short' | 'alias' | 'informal'

/** A form and the agency that it names. */
export interface NamedForm {
  readonly agency: Agency
  readonly how: FormKind
}

/** What is wrong in an office’s own entries. */
export type AgencyProblem =
  | { readonly type: 'form-taken'; readonly form: string; readonly by: string; readonly of: string }
  | {
      readonly type: 'no-such-agency'
      readonly field: 'deliverTo' | 'successors' | 'parent'
      readonly value: string
      readonly of: string
    }

/** All agencies that are known, by every form that papers print. */
export interface AgencyIndex {
  /** In protocol order. */
  readonly entries: readonly Agency[]
  /** `formKey` of a form → whom it may name; several where a form passed from one body to the next. */
  readonly byForm: ReadonlyMap<string, readonly NamedForm[]>
  /** Every form by its first two characters, to be found in running text. */
  readonly forms: WordsByBegin
  readonly problems: readonly AgencyProblem[]
}

type PartialEntry = AgenciesFile['agencies'][number]

function formsOf(agency: Agency): readonly (readonly [form: string, how: FormKind])[] {
  return [
    [agency.name, 'name'],
    [agency.short, 'short'],
    ...agency.aliases.map((form): [string, FormKind] => [form, 'alias']),
    ...agency.informal.map((form): [string, FormKind] => [form, 'informal']),
  ]
}

/** Keys set to undefined would erase what the registry knows. */
function given(entry: PartialEntry): Partial<Agency> {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined))
}

function union(a: readonly string[], b: readonly string[] | undefined): string[] {
  return [...new Set([...a, ...(b ?? [])])]
}

/** An office’s entry over the registry’s: its forms are added, everything else it says holds. */
function layOver(base: Agency, entry: PartialEntry): Agency {
  // An entry that is found by its short name keeps the registry’s full one.
  const name = base.name
  return {
    ...base,
    ...given(entry),
    name,
    aliases: union(base.aliases, entry.aliases),
    informal: union(base.informal, entry.informal),
  }
}

function levelByName(name: string): Agency['level'] {
  if (/[县区旗]/u.test(name.slice(0, 12)) && !name.includes('自治区')) return 'county'
  if (/市|州|盟/u.test(name.slice(0, 12))) return 'city'
  return /省|自治区/u.test(name.slice(0, 12)) ? 'province' : 'central'
}

function newEntry(entry: PartialEntry): Agency {
  const level = entry.level ?? levelByName(entry.name)
  const kind = entry.kind ?? (level === 'central' ? 'institution' : 'local-department')
  return agencySchema.parse({
    short: entry.name,
    level,
    kind,
    order: rankOfKind(kind) + 899,
    ...given(entry),
  })
}

function mergeEntries(extra: readonly PartialEntry[]): readonly Agency[] {
  const merged = [...registryEntries]
  for (const entry of extra) {
    const keys = [entry.name, ...(entry.short === undefined ? [] : [entry.short])].map(formKey)
    const at = merged.findIndex(
      (agency) => keys.includes(formKey(agency.name)) || keys.includes(formKey(agency.short)),
    )
    const base = merged[at]
    if (base === undefined) merged.push(newEntry(entry))
    else merged[at] = layOver(base, entry)
  }
  return merged.sort((a, b) => a.order - b.order || (a.name < b.name ? -1 : 1))
}

function problemsOf(
  extra: readonly PartialEntry[],
  byForm: ReadonlyMap<string, readonly NamedForm[]>,
): readonly AgencyProblem[] {
  return extra.flatMap((entry): AgencyProblem[] => {
    const names = (value: string): boolean => byForm.has(formKey(value))
    const self = byForm.get(formKey(entry.name))?.[0]?.agency
    const taken = [...(entry.aliases ?? []), ...(entry.informal ?? [])].flatMap((form) =>
      (byForm.get(formKey(form)) ?? [])
        .filter(({ agency }) => agency !== self)
        .map(({ agency }) => ({
          type: 'form-taken' as const,
          form,
          by: entry.name,
          of: agency.name,
        })),
    )
    const references: readonly (readonly ['deliverTo' | 'successors' | 'parent', string])[] = [
      ...(entry.deliverTo == null ? [] : [['deliverTo', entry.deliverTo] as const]),
      ...(entry.parent == null ? [] : [['parent', entry.parent] as const]),
      ...(entry.successors ?? []).map((value) => ['successors', value] as const),
    ]
    const missing = references
      .filter(([, value]) => !names(value))
      .map(([field, value]) => ({
        type: 'no-such-agency' as const,
        field,
        value,
        of: entry.name,
      }))
    return [...taken, ...missing]
  })
}

/**
 * The registry, with an office’s own entries laid over those of the same full or short name: forms are added, what else an entry says holds
 * over the registry. An office’s form wins over another agency’s; `problems` tells of that, and of references to agencies nobody knows.
 */
export function indexAgencies(extra: AgenciesFile['agencies'] = []): AgencyIndex {
  const entries = mergeEntries(extra)
  const own = new Set(extra.flatMap((entry) => [entry.name, entry.short ?? entry.name]))
  const byForm = new Map<string, NamedForm[]>()
  for (const agency of entries) {
    for (const [form, how] of formsOf(agency)) {
      const key = formKey(form)
      const named = byForm.get(key) ?? []
      if (named.some((each) => each.agency === agency)) continue
      const isOwn = own.has(agency.name) || own.has(agency.short)
      byForm.set(key, isOwn ? [{ agency, how }, ...named] : [...named, { agency, how }])
    }
  }
  return {
    entries,
    byForm,
    forms: formsByBegin(entries),
    problems: problemsOf(extra, byForm),
  }
}

/** Whom a name means that stands in the registry itself (a successor, a house): the first agency of that form. */
export function entryOf(index: AgencyIndex, name: string): Agency | null {
  return index.byForm.get(formKey(name))?.[0]?.agency ?? null
}
