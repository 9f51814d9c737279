import { compareAgencies, type AgencyIndex } from '../../agencies/index.js'
import type { Office, Role } from '../../model/index.js'
import { officeFacts } from '../context/office-facts.js'
import type { NoticeAgency, NoticeRows, NoticeTask } from './notice-rows.js'
import type {
  MissingNotice,
  Overview,
  OverviewTask,
  ResponsibilityRow,
  SameTask,
} from './overview-schema.js'

/** All that lists over notices are made from, put in order once. */
export interface Survey {
  readonly notices: readonly NoticeRows[]
  readonly missing: readonly MissingNotice[]
  readonly office: Office | null
  /** The agencies of all notices, in protocol order, each with where it has tasks. */
  readonly agencies: readonly SurveyedAgency[]
  /** Tasks of one key, where two notices have it. */
  readonly same: ReadonlyMap<string, readonly SameTask[]>
  /** Where each of them stands among its likes, by its anchor. */
  readonly at: ReadonlyMap<string, number>
}

export interface SurveyedAgency {
  readonly name: string
  readonly in: readonly { readonly notice: NoticeRows; readonly agency: NoticeAgency }[]
}

const text = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

/** Notices by their date, those without one last; equal ones by id. */
function inOrder(notices: readonly NoticeRows[]): readonly NoticeRows[] {
  const date = ({ notice }: NoticeRows): string => notice.issueDate ?? '9999-99-99'
  return [...notices].sort((a, b) => text(date(a), date(b)) || text(a.notice.id, b.notice.id))
}

function agenciesOf(notices: readonly NoticeRows[], index: AgencyIndex): readonly SurveyedAgency[] {
  const byName = new Map<string, SurveyedAgency['in'][number][]>()
  for (const notice of notices)
    for (const agency of notice.agencies) {
      const own = byName.get(agency.name)
      if (own === undefined) byName.set(agency.name, [{ notice, agency }])
      else own.push({ notice, agency })
    }
  const order = compareAgencies(index)
  // A name that carries its issuer stands where the name alone would.
  const plain = (name: string): string => byName.get(name)?.[0]?.agency.row.name ?? name
  return [...byName]
    .map(([name, places]) => ({ name, in: places }))
    .sort((a, b) => order(plain(a.name), plain(b.name)) || text(a.name, b.name))
}

function sameTasks(notices: readonly NoticeRows[]): Survey['same'] {
  const byKey = new Map<string, SameTask[]>()
  for (const { notice, tasks } of notices)
    for (const { task, anchor, key } of tasks) {
      if (key === '') continue
      const { number, serial, label, parentLabel } = task
      const { id, documentNumber, title } = notice
      const about = { number, serial, label, parentLabel, anchor }
      const one = { document: id, documentNumber: documentNumber?.text ?? null, title, ...about }
      const known = byKey.get(key)
      if (known === undefined) byKey.set(key, [one])
      else known.push(one)
    }
  const inSeveral = [...byKey].filter(([, all]) => new Set(all.map((one) => one.document)).size > 1)
  return new Map(inSeveral)
}

/** Puts notices, agencies and equal tasks in order. */
export function surveyOf(
  notices: readonly NoticeRows[],
  missing: readonly MissingNotice[],
  office: Office | null,
  index: AgencyIndex,
): Survey {
  const ordered = inOrder(notices)
  const same = sameTasks(ordered)
  const places = [...same.values()].flatMap((all) =>
    all.map(({ anchor }, index) => [anchor, index] as const),
  )
  return {
    notices: ordered,
    missing: [...missing].sort((a, b) => text(a.id, b.id)),
    office,
    agencies: agenciesOf(ordered, index),
    same,
    at: new Map(places),
  }
}

/** How many of a task’s likes are told on each side of it: what every notice has would be a list as long as all of them, in every row. */
const nearest = 3

/** The tasks of other notices with the key of one: how many there are, and the nearest before and behind it. */
function likesOf({ anchor, key }: NoticeTask, document: string, { same, at }: Survey) {
  const all = same.get(key) ?? []
  const own = at.get(anchor)
  if (own === undefined) return { same: [], sameCount: 0 }
  // Those of one notice stand together.
  let [first, last] = [own, own]
  while (all[first - 1]?.document === document) first -= 1
  while (all[last + 1]?.document === document) last += 1
  const behind = all.length - 1 - last
  const before = Math.min(first, Math.max(nearest, 2 * nearest - behind))
  const after = all.slice(last + 1, last + 1 + 2 * nearest - before)
  return { same: [...all.slice(first - before, first), ...after], sameCount: first + behind }
}

interface Listed {
  readonly task: NoticeTask
  readonly notice: NoticeRows
  readonly agency: NoticeAgency | null
}

/** A list in the making: what it is made from, and the tasks that stand in it. */
interface List {
  readonly survey: Survey
  readonly anchors: ReadonlySet<string>
}

function aboutOf({ task, notice: { notice } }: Listed, { survey, anchors }: List) {
  const { due, anchor, key } = task
  const likes = likesOf(task, notice.id, survey)
  const sameRow = likes.same.find((one) => anchors.has(one.anchor))?.anchor ?? null
  return { document: notice, anchor, due, key, ...likes, sameRow }
}

/** The product whose file a task’s row leads to: the agency’s own sheet of that notice. */
const sheetProduct = 'assignments'

function taskRow(listed: Listed, list: List): OverviewTask {
  const { task, notice, agency } = listed
  const sheet = notice.files.find(
    (file) => file.product === sheetProduct && file.agency === (agency?.row.name ?? null),
  )
  return {
    ...task.task,
    ...aboutOf(listed, list),
    sheet: sheet === undefined ? null : `${notice.notice.id}/${sheet.path}`,
  }
}

function responsibilityRows(listed: Listed, list: List): readonly ResponsibilityRow[] {
  const { task, notice, agency } = listed
  const about = aboutOf(listed, list)
  const { responsibilities } = task.task
  const { id, number, serial, label, parentLabel, title, content, details } = task.task
  const { category, scope, persons, open, origins, corrected, added, deadlines } = task.task
  const names = { id, number, serial, label, parentLabel, title, content, details }
  const item = { ...names, category, scope, persons, open, origins, corrected, added, deadlines }
  const placed = (house: string | null): string | null =>
    house === null ? null : (notice.placed.get(house) ?? house)
  const nobody = { agency: null, name: null, house: null, text: null, word: null, kind: null }
  const nothing = { role: null, part: null, statement: null, from: null }
  if (responsibilities.length === 0)
    return [{ ...about, item, ...nobody, ...nothing, partners: [] }]
  return responsibilities
    .filter((each) => agency === null || each.house === agency.row.name)
    .map((each) => {
      const others = responsibilities.filter((other) => other !== each)
      const partners = [...new Set(others.map(({ name }) => name))]
      const { agency: full, name, text: printed, word, kind, role, part, statement, from } = each
      const said = { name, house: placed(each.house), text: printed, word, kind, role, part }
      return { ...about, item, agency: full, ...said, statement, from, partners }
    })
}

const inRole = (tasks: readonly NoticeTask[], role: Role): number =>
  tasks.filter(({ task }) => task.role === role).length

function agencyFacts({ name, in: places }: SurveyedAgency): Overview['agencies'][number] {
  const tasks = places.flatMap(({ agency }) => agency.tasks)
  const first = places[0]?.agency.row
  return {
    name,
    fullName: first?.fullName ?? name,
    kind: first?.kind ?? '',
    address: first?.address ?? '',
    as: [...new Set(places.flatMap(({ agency }) => agency.row.as))],
    tasks: tasks.length,
    lead: inRole(tasks, 'lead'),
    support: inRole(tasks, 'support'),
    responsible: inRole(tasks, 'responsible'),
    guide: inRole(tasks, 'guide'),
    documents: places.length,
  }
}

/** Tasks by date, those without one last, each as it stands. */
function byDue(rows: readonly OverviewTask[]): OverviewTask[] {
  return [...rows].sort((a, b) => text(a.due ?? '9999-99-99', b.due ?? '9999-99-99'))
}

function overviewOf(
  listed: readonly Listed[],
  agencies: readonly SurveyedAgency[],
  survey: Survey,
): Omit<Overview, 'agency'> {
  const counted = new Map<NoticeRows, number>()
  for (const { notice } of listed) counted.set(notice, (counted.get(notice) ?? 0) + 1)
  const list = { survey, anchors: new Set(listed.map(({ task }) => task.anchor)) }
  const responsibilities = listed.flatMap((each) => responsibilityRows(each, list))
  return {
    tasks: listed.map((each) => taskRow(each, list)),
    responsibilities,
    documents: [...counted].map(([{ notice }, items]) => ({ ...notice, items, folder: notice.id })),
    missing: [...survey.missing],
    stale: [...counted.keys()].flatMap(({ notice }) => (notice.stale ? [notice] : [])),
    agencies: agencies.map(agencyFacts),
    counts: {
      documents: counted.size,
      items: listed.length,
      responsibilities: agencies.reduce(
        (sum, each) => sum + each.in.reduce((own, { agency }) => own + agency.tasks.length, 0),
        0,
      ),
      unassigned: listed.filter(({ task }) => task.task.unassigned).length,
      agencies: agencies.length,
    },
    office: officeFacts(survey.office),
  }
}

/** What lists of everything see. */
export function overviewOfAll(survey: Survey): Overview {
  const listed = survey.notices.flatMap((notice) =>
    notice.tasks.map((task) => ({ task, notice, agency: null })),
  )
  return { agency: null, ...overviewOf(listed, survey.agencies, survey) }
}

/** What one agency’s lists see: its own tasks, by date. */
export function overviewOfAgency(agency: SurveyedAgency, survey: Survey): Overview {
  const listed = agency.in.flatMap(({ notice, agency: own }) =>
    own.tasks.map((task) => ({ task, notice, agency: own })),
  )
  const { name, fullName, kind, address, as } = agencyFacts(agency)
  const overview = overviewOf(listed, [agency], survey)
  return {
    agency: { name, fullName, kind, address, as },
    ...overview,
    tasks: byDue(overview.tasks),
  }
}
