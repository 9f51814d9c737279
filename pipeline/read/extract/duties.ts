import {
  type AgencyIndex,
  findAgencyNames,
  genericKindOf,
  type NamingContext,
} from '../../agencies/index.js'
import type { Duty, Span } from '../../model/index.js'
import { splitTopLevel } from '../../text/index.js'
import type { AssignmentDesk } from './assignment-desk.js'
import { type ItemIds, pathLabel } from './item-id.js'
import { cut, type Line, spansOf, unwrapped } from './line.js'
import { linesOfSection, type Section } from './outline.js'

/** A duty with the places of its values. */
export interface DraftDuty {
  readonly value: Duty
  readonly text: readonly Span[]
  readonly responsibilities: readonly (readonly Span[])[]
  readonly deadlines: readonly (readonly Span[])[]
}

/** Words that ask something of the subject before them. 要求, 应用, 负责人 are none. */
const asks =
  /(?:要(?![求点素闻件害务领])|应当|应(?![用急对届收付激])|必须|务必|须(?!知)|负责(?![人制任同])|牵头(?![部单机])|会同)/g
/** 市数据局等部门，结合职能分工，细化举措: verbs that ask without such a word, behind a list of bodies alone. */
const asksBehind =
  /^(?:要|应|须|必须|结合|按照|根据|依据|细化|加强|建立|制定|做好|严格|落实|统筹|协调|指导|督促|发挥|完善|抓好|加快|切实|认真|主动|积极|全面|进一步|具体负责)/
/** What stands between the names of a subject. */
const joints = /[、，和及与]|以及|特别是|会同|或/
/** 等部门, 等有关单位 behind a list. */
const openEnd =
  /等(?:有关|相关|各|国务院|省级|市级|市直)*(?:部门|单位|部委|方面|机构|地区|部门和单位)?$/
/** Words between the subject and what asks. */
const adverbs = /(?:也|都|均|还|同时|进一步|切实|共同|分别|更|必须|既|一律|原则上|都要|，)+$/
/** Bodies that no register holds but that can be asked. */
const standing =
  /(?:联席会议|领导小组|指挥部|专班|工作组|委员会)(?:办公室)?(?:[（(][^（）()]*[）)])?$/
/** What a generic actor ends with; 各项任务 is none. */
const actorEnd =
  /(?:部门|单位|政府|地区|地方|机构|企业|部委|机关|委|办|局|院|厅|部|省|市|区|县|州|校|会|方面|组织|银行|城市|各地|街道|乡镇|管委会|集团|公司)(?:[（(][^（）()]*[）)])?$/

interface Reader {
  readonly index: AgencyIndex
  readonly context: NamingContext
  readonly desk: AssignmentDesk
  readonly ids: ItemIds
}

/** Whether a text is a list of bodies and generic actors and nothing else. */
function isActorList(text: string, reader: Reader): boolean {
  const list = text.replace(adverbs, '').replace(openEnd, '')
  if (list === '' || list.length > 200) return false
  const names = findAgencyNames(reader.index, list, reader.context)
  const rest = names.reduceRight(
    (left, name) => `${left.slice(0, name.start)}、${left.slice(name.end)}`,
    list,
  )
  if (
    names.length > 0 &&
    rest.split(joints).every((piece) => piece.replace(/[（(][^（）()]*[）)]/g, '').trim() === '')
  )
    return true
  return [rest, ...[rest.split(/、|和(?!国)|及(?!时)|与|以及|特别是|，/)]].some((pieces) =>
    [pieces].flat().every((piece) => piece.trim() === '' || isGeneric(piece.trim())),
  )
}

function isGeneric(text: string): boolean {
  if (standing.test(text)) return !/[，。]/.test(text) && text.length <= 30
  return genericKindOf(text) !== null && actorEnd.test(text) && !/^(?:各项|各类|各种)/.test(text)
}

/** The end of the subject that a clause asks something of; null where it asks nobody. */
function subjectEnd(clause: string, next: string | undefined, reader: Reader): number | null {
  const skip = /^(?:请|由|同时|其中)/.exec(clause)?.[0].length ?? 0
  for (const match of clause.matchAll(asks)) {
    if (match.index > 220) break
    if (match.index > skip && isActorList(clause.slice(skip, match.index), reader))
      return match.index
  }
  if (
    next !== undefined &&
    asksBehind.test(next.trim()) &&
    isActorList(clause.slice(skip), reader)
  ) {
    return clause.length
  }
  return null
}

/** Reads one sentence as a duty; null where it asks nothing of a body. */
function dutyIn(sentence: Line, path: readonly string[], reader: Reader): DraftDuty | null {
  const clauses = splitTopLevel(sentence.text, '，,')
  const found = clauses.flatMap((clause, index) => {
    const text = clause.text
    if (subjectEnd(text, clauses[index + 1]?.text, reader) === null) return []
    return reader.desk.readDuty(cut(sentence, clause.start, clause.end)).responsibilities
  })
  const seen = new Set<string>()
  const own = found.filter(({ value }) => !seen.has(value.agency) && seen.add(value.agency))
  if (own.length === 0) return null
  const deadlines = reader.desk.deadlinesIn(sentence)
  return {
    value: {
      id: reader.ids.next(path, sentence.text),
      text: unwrapped(sentence.text),
      responsibilities: own.map(({ value }) => value),
      deadlines: deadlines.map(({ value }) => value),
    },
    text: spansOf(sentence),
    responsibilities: own.map(({ span }) => [span]),
    deadlines: deadlines.map(({ span }) => [span]),
  }
}

/**
 * What running text asks of bodies: sentences whose subject is an agency or a generic actor. Lines in `taken` (tasks and their statements) are left out: who does
 * those is said there.
 */
export function dutiesIn(
  section: Section,
  path: readonly string[],
  taken: ReadonlySet<Line>,
  reader: Reader,
): readonly DraftDuty[] {
  const own = section.label === null ? path : [...path, pathLabel(section.label.text)]
  const lines = linesOfSection(section).filter((line) => !taken.has(line))
  const duties = lines.flatMap((line) =>
    splitTopLevel(line.text, '。！；').flatMap(({ start, end }) => {
      const duty = dutyIn(cut(line, start, end), own, reader)
      return duty === null ? [] : [duty]
    }),
  )
  return [...duties, ...section.children.flatMap((child) => dutiesIn(child, own, taken, reader))]
}
