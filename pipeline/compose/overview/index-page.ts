import type { Element } from 'hast'

import { severities, type Page } from '../../model/index.js'
import { element, type Content } from '../review/element.js'
import { linkToFile } from '../review/link-to-file.js'
import { marksLine } from '../review/page-head.js'
import { words as reviewWords } from '../review/words.js'
import { highestMarks } from './highest-mark.js'
import type { NoticeRows, RecordedFile } from './notice-rows.js'
import type { Survey, SurveyedAgency } from './overview-context.js'

const words = {
  title: '分工材料一览',
  counts: { documents: '来文', agencies: '单位', items: '任务' },
  documents: '来文',
  agencies: '单位',
  files: '各件来文合成的文件',
  missing: '未列入的来文',
  missingWhy: { unread: '尚未读过', model: '记录缺失或被改动，请重新生成该件' },
  stale: '来文未能读出，以下是上次读出的内容',
  review: '审阅',
  some: (count: number, unit: string) => `${count}${unit}`,
  fileCount: (count: number) => `文件（${count}）`,
  messageCount: (count: number) => `错误与提请核对（${count}）`,
  noMessages: '没有消息',
} as const

/** Links side by side. */
function links(files: readonly RecordedFile[], folder: string): readonly Content[] {
  return files.flatMap(({ path }, at): readonly Content[] => [
    at === 0 ? null : ' · ',
    linkToFile(`${folder}${path}`),
  ])
}

function filesOf({ notice, files }: NoticeRows): Element | null {
  if (files.length === 0) return null
  const groups = new Map<string, RecordedFile[]>()
  for (const file of files) {
    const name = file.agency ?? reviewWords.forDocument
    groups.set(name, [...(groups.get(name) ?? []), file])
  }
  return element(
    'details',
    { className: ['files'] },
    element('summary', {}, words.fileCount(files.length)),
    element(
      'dl',
      {},
      [...groups].flatMap(([name, own]) => [
        element('dt', {}, name),
        element('dd', {}, links(own, `${notice.id}/`)),
      ]),
    ),
  )
}

function messagesOf({ told }: NoticeRows): Element | null {
  if (told.length === 0) return null
  return element(
    'details',
    {},
    element('summary', {}, words.messageCount(told.length)),
    told.map(({ severity, text }) =>
      element(
        'p',
        { className: ['message', severity] },
        element('span', { ariaHidden: 'true' }, `${reviewWords.sign[severity]} `),
        element('strong', {}, `${reviewWords.severity[severity]}：`),
        text,
      ),
    ),
  )
}

function noticeCard(rows: NoticeRows, at: number): Element {
  const { notice, tasks, agencies, files, messages } = rows
  const title = notice.title ?? notice.id
  const review = files.find(({ product }) => product === 'review')
  const counts = severities
    .filter((each) => messages[each] > 0)
    .map((each) => `${reviewWords.sign[each]} ${reviewWords.severity[each]} ${messages[each]}`)
  const facts = [
    notice.secrecy,
    notice.urgency,
    notice.documentNumber?.text ?? null,
    notice.issuers.join('、'),
    notice.issueDate,
    notice.final ? reviewWords.checked : reviewWords.unchecked,
  ].filter((each) => each !== null && each !== '')
  return element(
    'article',
    { id: `d${at}`, className: ['card'] },
    element(
      'h3',
      {},
      review === undefined ? title : linkToFile(`${notice.id}/${review.path}`, title),
    ),
    element('p', { className: ['about'] }, facts.join(' · ')),
    notice.stale ? element('p', { className: ['unassigned'] }, words.stale) : null,
    element(
      'p',
      {},
      `${words.some(tasks.length, '项任务')}，${words.some(agencies.length, '个单位')}；`,
      counts.length === 0 ? words.noMessages : counts.join('，'),
    ),
    messagesOf(rows),
    filesOf(rows),
  )
}

function agencyLines(
  agencies: readonly SurveyedAgency[],
  files: readonly RecordedFile[],
): readonly Element[] {
  return agencies.flatMap(({ name, in: places }) => {
    const tasks = places.reduce((sum, { agency }) => sum + agency.tasks.length, 0)
    const own = files.filter((file) => file.agency === name)
    const counts = `${words.some(tasks, '项任务')}，${words.some(places.length, '件来文')}`
    return [
      element('dt', {}, name),
      element('dd', {}, counts, own.length === 0 ? null : '：', links(own, '')),
    ]
  })
}

function head(survey: Survey): Element {
  const counts: readonly (readonly [string, number])[] = [
    [words.counts.documents, survey.notices.length],
    [words.counts.items, survey.notices.reduce((sum, { tasks }) => sum + tasks.length, 0)],
    [words.counts.agencies, survey.agencies.length],
    ...severities.map(
      (each) =>
        [
          `${reviewWords.sign[each]} ${reviewWords.severity[each]}`,
          survey.notices.reduce((sum, { messages }) => sum + messages[each], 0),
        ] as const,
    ),
  ]
  return element(
    'header',
    {},
    marksLine(highestMarks(survey.notices.map(({ notice }) => notice))),
    element('h1', {}, words.title),
    element(
      'dl',
      { className: ['counts'] },
      counts.map(([name, count]) =>
        element('div', {}, element('dt', {}, name), element('dd', {}, String(count))),
      ),
    ),
  )
}

/** index.html: documents, agencies, files and messages; what index.json says, for people. `files` are those made from all notices. */
export function indexPage(survey: Survey, files: readonly RecordedFile[]): Page {
  const ofAll = files.filter(({ agency }) => agency === null)
  const missing = survey.missing.map(({ id, title, why }) =>
    element('li', {}, `${title ?? id}：${words.missingWhy[why]}`),
  )
  return {
    type: 'page',
    kind: 'index',
    title: words.title,
    body: [
      head(survey),
      element(
        'main',
        {},
        ofAll.length === 0
          ? null
          : [element('h2', {}, words.files), element('p', { id: 'files' }, links(ofAll, ''))],
        missing.length === 0
          ? null
          : [element('h2', {}, words.missing), element('ul', {}, missing)],
        element('h2', {}, words.documents),
        survey.notices.map(noticeCard),
        element('h2', {}, words.agencies),
        element(
          'dl',
          { id: 'agencies', className: ['facts'] },
          agencyLines(survey.agencies, files),
        ),
      ),
    ],
    pieces: {
      files: words.files,
      agencies: words.agencies,
      ...Object.fromEntries(
        survey.notices.map(({ notice }, at) => [`d${at}`, notice.title ?? notice.id] as const),
      ),
    },
  }
}
