import type { Element } from 'hast'

import type { Job, OfficialDocument, Severity } from '../../model/index.js'
import { severities } from '../../model/index.js'
import type { Context } from '../context/context-schema.js'
import { element, type Content } from './element.js'
import { linkToFile } from './link-to-file.js'
import type { Message } from './messages.js'
import { words } from './words.js'

/** How secret and how urgent it is, above everything else; null where the source says neither. */
export function marksLine({ secrecy, urgency }: Context['marks']): Element | null {
  const marks = [secrecy, urgency].filter((mark) => mark !== null)
  return marks.length === 0 ? null : element('p', { className: ['marks'] }, marks.join('　'))
}

function countsList(
  document: OfficialDocument,
  { counts }: Context,
  messages: readonly Message[],
): Element {
  const told = (severity: Severity): number =>
    messages.filter(({ row }) => row.severity === severity).length
  const entries: readonly (readonly [string, number])[] = [
    [words.counts.items, counts.items],
    [words.counts.agencies, counts.agencies],
    [words.counts.responsibilities, counts.responsibilities],
    [words.counts.unassigned, counts.unassigned],
    ...severities.map(
      (each) => [`${words.sign[each]} ${words.severity[each]}`, told(each)] as const,
    ),
    [words.counts.corrections, document.corrections.length],
  ]
  return element(
    'dl',
    { className: ['counts'], ariaLabel: words.overview },
    entries.map(([name, count]) =>
      element('div', {}, element('dt', {}, name), element('dd', {}, String(count))),
    ),
  )
}

function fileList(jobs: readonly Job[]): Element | null {
  if (jobs.length === 0) return null
  const groups = new Map<string, Job[]>()
  for (const job of jobs) {
    const name = job.agency ?? words.forDocument
    groups.set(name, [...(groups.get(name) ?? []), job])
  }
  return element(
    'details',
    { id: 'files', className: ['files'] },
    element('summary', {}, words.files(jobs.length)),
    element(
      'dl',
      {},
      [...groups].flatMap(([name, files]) => [
        element('dt', {}, name),
        element(
          'dd',
          {},
          files.flatMap(({ path }, at): readonly Content[] => [
            at === 0 ? null : ' · ',
            linkToFile(path),
          ]),
        ),
      ]),
    ),
  )
}

function option(value: string, text: string): Element {
  return element('option', { value }, text)
}

function choice(id: string, name: string, options: readonly Element[]): Element {
  return element(
    'p',
    {},
    element('label', { htmlFor: [id] }, name),
    ' ',
    element('select', { id }, options),
  )
}

/** The choices by agency and by message. They need the script, which shows them. */
function filters(agencies: readonly string[], messages: readonly Message[]): Element {
  const rules = [...new Set(messages.map(({ row }) => row.rule))]
  const present = severities.filter((each) => messages.some(({ row }) => row.severity === each))
  return element(
    'form',
    { id: 'filters', ariaLabel: words.filters, hidden: true },
    choice('by-agency', words.filterAgency, [
      option('', words.everyAgency),
      ...agencies.map((name, at) => option(String(at), name)),
      option('nobody', words.noAgency),
    ]),
    choice('by-message', words.filterMessage, [
      option('', words.everyItem),
      ...(messages.length === 0 ? [] : [option('any', words.withMessage)]),
      ...present.map((each) => option(`severity ${each}`, words.severity[each])),
      ...rules.map((rule) => option(`rule ${rule}`, rule)),
    ]),
  )
}

/** What stands above both columns: what the document is, how much was read, its files, and the choices. */
export function pageHead({
  document,
  context,
  messages,
  jobs,
  about,
}: {
  readonly document: OfficialDocument
  readonly context: Context
  readonly messages: readonly Message[]
  readonly jobs: readonly Job[]
  /** Messages that stand at no place and at no item. */
  readonly about: readonly Element[]
}): Element {
  const facts = [
    document.documentNumber?.text ?? null,
    document.issuers.join('、'),
    document.issueDate,
    context.final ? words.checked : words.unchecked,
  ].filter((each) => each !== null && each !== '')
  return element(
    'header',
    {},
    marksLine(context.marks),
    element('h1', {}, document.title ?? words.untitled),
    element('p', { className: ['about'] }, `${words.page} · ${facts.join(' · ')}`),
    countsList(document, context, messages),
    about.length === 0 ? null : element('section', { ariaLabel: words.aboutWhole }, about),
    fileList(jobs),
    filters(
      context.agencies.map(({ name }) => name),
      messages,
    ),
    element('p', { id: 'status', role: 'status', dataShown: words.shown }),
  )
}
