import type { Finding, Item, OfficialDocument, Responsibility } from '../index.js'
import { formatFinding } from './format-finding.js'
import type { Language } from './language.js'
import { talkWording, type TalkWording } from './talk-wording.js'

/** A line of the tree with what hangs below it. */
interface Branch {
  readonly text: string
  readonly below: readonly Branch[]
}

const leaf = (text: string): Branch => ({ text, below: [] })
const named = (name: string, value: string | null): readonly Branch[] =>
  value === null || value === '' ? [] : [leaf(`${name}  ${value}`)]

/** A value on one line: newlines inside a cell become ／. */
const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, '／')

const branches = (item: Item): readonly Item[] => [item, ...item.children.flatMap(branches)]

/** 牵头 财政部；配合 教育部、商务部: by role in printed order. */
function assignments(list: readonly Responsibility[], words: TalkWording): string {
  const groups = new Map<string, string[]>()
  for (const each of list) {
    const head = words.role[each.role] + (each.part === null ? '' : `（${each.part}）`)
    const generic = each.kind === 'generic' ? `〔${words.tree.generic}〕` : ''
    const corrected = each.from === 'correction' ? `〔${words.tree.corrected}〕` : ''
    groups.set(head, [...(groups.get(head) ?? []), `${each.name}${generic}${corrected}`])
  }
  return [...groups].map(([head, names]) => `${head} ${names.join('、')}`).join('；')
}

function markOf(item: Item, document: OfficialDocument, words: TalkWording): string {
  if (item.origins.includes('correction')) return `〔${words.tree.fromOriginal}〕`
  const corrected = document.corrections.some((each) => each.item === item.id)
  return corrected ? `〔${words.tree.corrected}〕` : ''
}

function itemBranch(item: Item, document: OfficialDocument, words: TalkWording): Branch {
  const { tree } = words
  const where = [item.label, item.serial === null ? null : tree.row(item.serial)].filter(
    (each) => each !== null,
  )
  const who = assignments(item.responsibilities, words)
  return {
    text: `${oneLine(item.title)}${where.length > 0 ? `  [${where.join(' · ')}]` : ''}${markOf(item, document, words)}`,
    below: [
      ...named(tree.scope, item.scope),
      ...(who === ''
        ? item.persons.length > 0 || item.children.length > 0
          ? []
          : [leaf(tree.noAgency)]
        : [leaf(`${who}${item.open ? `；${tree.open}` : ''}`)]),
      ...(item.persons.length > 0 ? [leaf(item.persons.join('、'))] : []),
      ...item.deadlines.map((each) =>
        leaf(`${tree.deadline}  ${each.text}${each.date === null ? '' : `（${each.date}）`}`),
      ),
      ...named(tree.content, item.content === null ? null : oneLine(item.content)),
      leaf(`id  ${item.id}`),
      ...item.children.map((child) => itemBranch(child, document, words)),
    ],
  }
}

/** Items under their categories, in order; a run of items without one stands by itself. */
function itemsByCategory(document: OfficialDocument, words: TalkWording): readonly Branch[] {
  const groups: { category: string | null; items: Item[] }[] = []
  for (const item of document.items) {
    const last = groups.at(-1)
    if (last?.category === item.category) last.items.push(item)
    else groups.push({ category: item.category, items: [item] })
  }
  return groups.flatMap(({ category, items }) => {
    const below = items.map((item) => itemBranch(item, document, words))
    return category === null ? below : [{ text: `${category}（${items.length}）`, below }]
  })
}

function agencyBranches(document: OfficialDocument, words: TalkWording): Branch {
  const all = document.items.flatMap(branches)
  const byName = new Map<string, { items: number; roles: Map<string, number> }>()
  let assignmentsCounted = 0
  for (const item of all) {
    const seen = new Set<string>()
    for (const { kind, name, role } of item.responsibilities) {
      if (kind !== 'agency') continue
      assignmentsCounted += 1
      const entry = byName.get(name) ?? { items: 0, roles: new Map<string, number>() }
      if (!seen.has(name)) entry.items += 1
      seen.add(name)
      entry.roles.set(words.role[role], (entry.roles.get(words.role[role]) ?? 0) + 1)
      byName.set(name, entry)
    }
  }
  const withAgency = all.filter((item) =>
    item.responsibilities.some((each) => each.kind === 'agency'),
  )
  return {
    text: words.tree.agencies(byName.size, withAgency.length, assignmentsCounted),
    below: [...byName].map(([name, { items, roles }]) =>
      leaf(
        words.tree.agency(
          name,
          items,
          [...roles].map(([role, count]) => `${role}${count}`).join('，'),
        ),
      ),
    ),
  }
}

function headBranches(document: OfficialDocument, words: TalkWording): readonly Branch[] {
  const { tree } = words
  return [
    ...named(tree.secrecy, document.secrecy),
    ...named(tree.urgency, document.urgency),
    ...named(tree.number, document.documentNumber?.text ?? null),
    ...named(tree.issuers, document.issuers.join('、')),
    ...named(tree.date, document.issueDate),
    ...named(tree.recipients, document.mainRecipients.join('；')),
    ...named(tree.notes, document.notes.join('；')),
    ...named(tree.copies, document.copiesTo.join('；')),
    ...document.attachments.map(({ label, title, part }) =>
      leaf(
        `${tree.attachments}${label === null ? '' : ` ${label}`}  ${title}${part === null ? tree.attachmentMissing : ''}`,
      ),
    ),
  ]
}

function bodyBranches(document: OfficialDocument, words: TalkWording): readonly Branch[] {
  const { tree } = words
  const group = (text: string, below: readonly Branch[]): readonly Branch[] =>
    below.length === 0 ? [] : [{ text, below }]
  return [
    ...group(tree.items(document.items.flatMap(branches).length), itemsByCategory(document, words)),
    ...(document.items.length === 0 ? [] : [agencyBranches(document, words)]),
    ...group(
      tree.duties(document.duties.length),
      document.duties.map((duty) => ({
        text: oneLine(duty.text),
        below: [leaf(assignments(duty.responsibilities, words))],
      })),
    ),
    ...group(
      tree.counts,
      document.counts.map(({ of, said, counted, unit }) =>
        leaf(tree.count(oneLine(of), said, counted, unit)),
      ),
    ),
    ...group(
      tree.corrections(document.corrections.length),
      document.corrections.map(({ item, was, now, why, basis, page }) => {
        const change = [was, now].map((each) => oneLine(each ?? '—')).join(' → ')
        const rests = [why, basis, page === null ? null : tree.page(page)].filter(
          (each) => each !== null,
        )
        return leaf(`${item}  ${change}（${rests.join('；')}）`)
      }),
    ),
    ...group(
      tree.dropped(document.dropped.length),
      document.dropped
        .slice(0, 20)
        .map(({ span, reason }) =>
          leaf(
            `${reason}  ${oneLine(document.text.slice(span.start, Math.min(span.end, span.start + 40)))}`,
          ),
        ),
    ),
  ]
}

function draw(list: readonly Branch[], indent: string): readonly string[] {
  return list.flatMap(({ text, below }, index) => {
    const last = index === list.length - 1
    return [
      `${indent}${last ? '└─ ' : '├─ '}${text}`,
      ...draw(below, `${indent}${last ? '   ' : '│  '}`),
    ]
  })
}

/** What was read, as a tree for a person: elements, items with agencies, duties, counts, corrections, messages. Ends in a newline. */
export function formatTree(
  document: OfficialDocument,
  findings: readonly Finding[],
  language: Language,
  colour: boolean,
): string {
  const words = talkWording[language]
  const messages: readonly Branch[] =
    findings.length === 0
      ? []
      : [
          {
            text: words.tree.messages(findings.length),
            below: findings.flatMap((finding) =>
              formatFinding({ ...finding, path: null }, language, colour)
                .split('\n')
                .map((line) => leaf(line.trim())),
            ),
          },
        ]
  const all = [...headBranches(document, words), ...bodyBranches(document, words), ...messages]
  return [document.title ?? words.tree.untitled, ...draw(all, ''), ''].join('\n')
}
