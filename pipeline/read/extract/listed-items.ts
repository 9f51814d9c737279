import type { DraftItem } from '../../model/index.js'
import { type BracketPair, matchBrackets, splitTopLevel } from '../../text/index.js'
import { buildItem } from './build-item.js'
import { pathLabel } from './item-id.js'
import { cut, hullOf, type Line, spansOf } from './line.js'
import { linesOfSection, type Section } from './outline.js'
import { readScope } from './read-scope.js'
import { countAtEnd, countBehind, type SaidCount } from './said-count.js'
import { type Inherited, type ItemReaders, wholly } from './item-readers.js'

/** A group of names: what stands before it, the names, what is said of their number. */
interface NameList {
  readonly group: Line
  readonly names: readonly Line[]
  readonly count: SaidCount | null
}

/** What may stand between two names of a list. */
const glue = /^[、，,；;\s]*(?:和|及|以及|与)?\s*$/
/** What may stand behind the last name: 等3项改革事项。 */
const behindList =
  /^\s*等?\s*(?:(?:共|共计)?\s*(?:[0-9０-９]{1,4}|[一二三四五六七八九十百]{1,5})\s*(?:项|条|个|类))?(?:改革事项|改革举措|改革试点经验|试点经验|经验|事项|举措|措施|内容)?\s*[。；;.]?\s*$/
/** What joins a group to its names, and is no part of the group’s own name. */
const joint = /(?:[，,。：:\s]|包括|主要有|主要为|分别为|分别是|即)+$/

function quotesIn(text: string): readonly BracketPair[] {
  return matchBrackets(text).pairs.filter(
    (pair) => pair.depth === 0 && pair.kind === 'quote' && pair.open !== '《',
  )
}

/** Names in quotes that end a line: “a”、“b”等3项。 */
function quotedList(line: Line): NameList | null {
  const quotes = quotesIn(line.text)
  let last = quotes.length - 1
  const end = quotes[last]?.end
  if (end === undefined || !behindList.test(line.text.slice(end))) return null
  let first = last
  while (first > 0) {
    const before = quotes[first - 1]
    const own = quotes[first]
    if (
      before === undefined ||
      own === undefined ||
      !glue.test(line.text.slice(before.end, own.start))
    )
      break
    first -= 1
  }
  last += 1
  const taken = quotes.slice(first, last)
  const start = taken[0]?.start ?? 0
  return {
    group: cut(line, 0, start),
    names: taken.map(({ inner }) => cut(line, inner.start, inner.end)),
    count: countBehind(line.text, end) ?? countAtEnd(line.text.slice(0, start)),
  }
}

/** Names without quotes behind a number and a colon: 方面5项：a；b。 At 、 only where the number agrees, for names hold 、 too. */
function plainList(line: Line): NameList | null {
  const colon = splitTopLevel(line.text, '：:')[0]
  if (colon?.separator == null) return null
  const before = line.text.slice(0, colon.end)
  const after = colon.end + colon.separator.length
  const text = line.text.slice(after).replace(/[。.]\s*$/, '')
  const open =
    /\s*等?\s*(?:共|共计)?\s*(?:[0-9０-９]{1,4}|[一二三四五六七八九十百]{1,5})\s*(?:项|条|个|类)\s*$/.exec(
      text,
    )
  const count = countAtEnd(before) ?? (open === null ? null : countBehind(text, open.index))
  if (count === null || /[。！？]/.test(text)) return null
  const list = text.slice(0, open?.index ?? text.length).replace(/等$/, '')
  const names = namesAt(line, after, list, '；;')
  const split = names.length > 1 || count.said === 1 ? names : namesAt(line, after, list, '、')
  if (split.length !== count.said && names.length < 2) return null
  return { group: cut(line, 0, colon.end), names: split, count }
}

function namesAt(line: Line, offset: number, list: string, separators: string): readonly Line[] {
  return splitTopLevel(list, separators)
    .map(({ start, end }) => cut(line, offset + start, offset + end))
    .filter(({ text }) => text !== '')
}

/** A group that says its number and lists nothing: （四）军民深度融合方面6项。 */
function countAlone(line: Line): NameList | null {
  const count = countAtEnd(line.text)
  const isGroup =
    /(?:领域|方面)\s*[（(]?\s*(?:共\s*)?[0-9０-９一二三四五六七八九十]{1,4}\s*项[）)]?\s*[。.]?$/.test(
      line.text,
    )
  return count !== null && isGroup ? { group: line, names: [], count } : null
}

/** A group is one where its number is said, where it says what is spread where, or where several names stand behind a colon. */
function isGroup(list: NameList): boolean {
  const group = list.group.text
  return (
    list.count !== null ||
    /复制推广\s*[:：]?$/.test(group) ||
    /^在.{2,40}推广\s*[:：]?$/.test(group) ||
    (list.names.length > 1 && /(?:领域|方面|事项|举措|措施|经验)\s*[:：]$/.test(group))
  )
}

/** The name of a group: without its number, its colon, and the scope that it may be instead. */
function groupName(list: NameList): Line {
  const group = list.group
  const count = countAtEnd(group.text)
  const end = count?.start ?? group.text.length
  const text = group.text.slice(0, end)
  return cut(group, 0, text.replace(joint, '').length)
}

function listOf(section: Section): { readonly list: NameList; readonly line: Line } | null {
  const [own, ...rest] = linesOfSection(section)
  if (own === undefined) return null
  const found = quotedList(own) ?? plainList(own)
  if (found !== null && isGroup(found)) return { list: found, line: own }
  const alone = countAlone(own)
  const next = rest[0]
  if (next !== undefined && countAtEnd(own.text) !== null) {
    const below = quotedList(next)
    if (below !== null && glue.test(below.group.text)) {
      return { list: { ...below, group: own, count: countAtEnd(own.text) }, line: next }
    }
  }
  return alone !== null && rest.length === 0 && section.children.length === 0
    ? { list: alone, line: own }
    : null
}

/** The items that a section lists by name: “a”、“b”等3项; null where it is no such list. */
export function listedItems(
  section: Section,
  inherited: Inherited,
  readers: ItemReaders,
): readonly DraftItem[] | null {
  const found = listOf(section)
  if (found === null) return null
  const { list } = found
  const name = groupName(list)
  const scope = readScope(name.text)
  const path =
    section.label === null ? inherited.path : [...inherited.path, pathLabel(section.label.text)]
  if (list.count !== null) {
    readers.counts.push({
      value: {
        said: list.count.said,
        unit: list.count.unit,
        counted: list.names.length,
        of: name.text,
      },
      span: hullOf(found.line),
    })
  }
  readers.taken.set(found.line, wholly)
  if (section.line !== null) readers.taken.set(section.line, wholly)
  return namedItems(list.names, readers, {
    path,
    category: scope === null ? (name.text === '' ? inherited.category : name) : null,
    scope:
      scope === null
        ? inherited.scope
        : { value: scope.value, spans: spansOf(name, scope.start, scope.end) },
  })
}

function namedItems(
  names: readonly Line[],
  readers: ItemReaders,
  from: Inherited,
): readonly DraftItem[] {
  return names.map((title) =>
    buildItem({
      id: readers.ids.next(from.path, title.text),
      origin: readers.origin,
      label: null,
      title: [title],
      category: from.category,
      scope: from.scope,
    }),
  )
}

/** The place behind the last of some marks before a place; 0 where there is none. */
function behindLast(text: string, marks: string, at: number): number {
  return Math.max(...Array.from(marks, (mark) => text.lastIndexOf(mark, at - 1))) + 1
}

/** Runs of quoted names with nothing but 、 between them. */
function runsIn(line: Line): readonly (readonly BracketPair[])[] {
  const runs: BracketPair[][] = []
  for (const quote of quotesIn(line.text)) {
    const last = runs.at(-1)
    const end = last?.at(-1)?.end
    if (last !== undefined && end !== undefined && glue.test(line.text.slice(end, quote.start)))
      last.push(quote)
    else runs.push([quote])
  }
  return runs
}

/**
 * The items that a sentence of running text lists: 在全国复制推广“a”、“b”等2项改革事项. Only where the sentence spreads them (复制推广), or spreads as many as it says: quotes
 * stand around many things.
 */
export function inlineItems(
  line: Line,
  inherited: Inherited,
  readers: ItemReaders,
): readonly DraftItem[] {
  if (!line.text.includes('推广')) return []
  return runsIn(line).flatMap((run) => {
    const [first, last] = [run[0], run.at(-1)]
    if (first === undefined || last === undefined) return []
    const from = behindLast(line.text, '。；：', first.start)
    const before = line.text.slice(from, first.start)
    const clause = cut(line, from + behindLast(before, '，', before.length), first.start)
    const count = countBehind(line.text, last.end)
    const scope = readScope(clause.text)
    const spreads =
      /复制推广\s*$/.test(before) && /^\s*(?:等|[。；，、]|$)/.test(line.text.slice(last.end))
    const agrees = count?.said === run.length && before.includes('推广')
    if (!spreads && !agrees) return []
    readers.taken.set(line, wholly)
    if (count !== null) {
      readers.counts.push({
        value: { said: count.said, unit: count.unit, counted: run.length, of: clause.text },
        span: hullOf(clause),
      })
    }
    return namedItems(
      run.map(({ inner }) => cut(line, inner.start, inner.end)),
      readers,
      {
        ...inherited,
        scope:
          scope === null
            ? inherited.scope
            : { value: scope.value, spans: spansOf(clause, scope.start, scope.end) },
      },
    )
  })
}
