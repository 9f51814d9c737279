import type { BuildEvent, Reason, Role } from '../index.js'
import { reasonIn } from './explain-wording.js'
import type { Language } from './language.js'

type Totals = Extract<BuildEvent, { type: 'build-done' }>['totals']

/** What the terminal says while it works, in both languages. Content of products is never here. */
export interface TalkWording {
  readonly severity: Readonly<Record<'error' | 'warning' | 'info', string>>
  readonly read: (title: string, items: number, agencies: number, fresh: boolean) => string
  readonly making: (path: string) => string
  readonly made: (path: string) => string
  readonly failed: (path: string) => string
  readonly sameFaces: (path: string) => string
  readonly removed: (path: string) => string
  readonly keptEdited: (path: string) => string
  readonly documentFailed: (path: string) => string
  readonly summary: (totals: Totals) => readonly string[]
  readonly messageCounts: (counts: Totals['messages']) => string
  readonly allFresh: string
  readonly open: {
    readonly nothing: string
    readonly byHand: (page: string) => string
  }
  readonly next: {
    /** A signal came. */
    readonly stopped: string
    /** `command` is what to run again. */
    readonly errors: (command: string) => string
    /** Faces alone are missing: the command that installs them. */
    readonly faces: (install: string) => string
    readonly warnings: string
    readonly look: (output: string) => string
    readonly nothing: string
    readonly check: string
    readonly inspect: (file: string) => string
    readonly plan: string
    readonly cleaned: string
  }
  readonly action: Readonly<Record<'make' | 'make-beside' | 'keep' | 'remove' | 'blocked', string>>
  readonly reason: (reason: Reason) => string
  /** Why files were made or removed: how many for each reason. */
  readonly why: (counts: readonly (readonly [Reason['type'], number])[]) => string
  readonly watching: string
  readonly watched: (builds: number, made: number) => string
  /** `blocked`: what an error keeps from being made. */
  readonly planned: (make: number, keep: number, remove: number, blocked: number) => string
  readonly cleaned: (removed: number, kept: number) => string
  readonly left: (path: string) => string
  readonly role: Readonly<Record<Role, string>>
  readonly tree: {
    readonly number: string
    readonly issuers: string
    readonly date: string
    readonly recipients: string
    readonly attachments: string
    readonly attachmentMissing: string
    readonly notes: string
    readonly copies: string
    readonly secrecy: string
    readonly urgency: string
    readonly items: (count: number) => string
    readonly duties: (count: number) => string
    readonly counts: string
    readonly count: (of: string, said: number, counted: number, unit: string) => string
    readonly agencies: (count: number, items: number, assignments: number) => string
    readonly agency: (name: string, items: number, roles: string) => string
    readonly untitled: string
    readonly noAgency: string
    readonly category: string
    readonly scope: string
    readonly deadline: string
    readonly content: string
    readonly row: (serial: number) => string
    readonly open: string
    readonly corrected: string
    readonly fromOriginal: string
    readonly corrections: (count: number) => string
    readonly page: (page: number) => string
    readonly generic: string
    readonly dropped: (count: number) => string
    readonly messages: (count: number) => string
  }
  readonly internal: string
  readonly noDocument: string
}

const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(1)

/** Reasons in two or three words, for counting. */
const zhKinds: Readonly<Record<Reason['type'], string>> = {
  new: '新文件',
  missing: '文件已不在',
  damaged: '文件已损坏',
  changed: '内容已变',
  stale: '来文未能读出',
  forced: '要求重做',
  fresh: '内容未变',
  'edited-fresh': '有人改过',
  'edited-changed': '有人改过且内容已变',
  orphaned: '已无对应的来文或单位',
  blocked: '因错误未能生成',
}
const enKinds: Readonly<Record<Reason['type'], string>> = {
  new: 'new',
  missing: 'gone',
  damaged: 'damaged',
  changed: 'changed',
  stale: 'source not read',
  forced: 'forced',
  fresh: 'fresh',
  'edited-fresh': 'edited',
  'edited-changed': 'edited and changed',
  orphaned: 'asked for no more',
  blocked: 'blocked',
}

const zh: TalkWording = {
  severity: { error: '错误', warning: '警告', info: '提示' },
  read: (title, items, agencies, fresh) =>
    `${fresh ? '未变' : '读取'}《${title}》：${items}项任务，${agencies}个单位`,
  making: (path) => `生成 ${path}`,
  made: (path) => `已生成 ${path}`,
  failed: (path) => `未能生成 ${path}`,
  sameFaces: (path) => `未能生成 ${path}：缺的字体同上，安装办法也同上`,
  removed: (path) => `已删除 ${path}`,
  keptEdited: (path) => `保留改动 ${path}`,
  documentFailed: (path) => `未能处理 ${path}`,
  summary: (totals) => [
    `来文 ${totals.documents} 份${totals.failedDocuments > 0 ? `（${totals.failedDocuments} 份有错误）` : ''}，单位 ${totals.agencies.length} 个`,
    `文件：生成 ${totals.made}，保留 ${totals.kept}，删除 ${totals.removed}${totals.failed > 0 ? `，未能生成 ${totals.failed}` : ''}`,
    ...(totals.dutyAgencies.length > 0
      ? [
          `仅在正文中被点名的单位：${totals.dutyAgencies.join('、')}（见简报和总表的“正文另有要求”）`,
        ]
      : []),
    `用时 ${seconds(totals.milliseconds)} 秒`,
  ],
  messageCounts: (counts) => `错误 ${counts.error}，警告 ${counts.warning}，提示 ${counts.info}`,
  open: {
    nothing: '没有可打开的审阅页：本次没有生成。请不加 --only、--agency 再运行一次。',
    byHand: (page) => `没有能打开网页的程序，请自行打开 ${page}。`,
  },
  allFresh: '全部为最新，无需重做',
  next: {
    stopped: '已按信号停止：做完的文件都已保留并登记；再运行一次即接着生成',
    errors: (command) => `下一步：改正上面的错误后再运行 ${command}`,
    faces: (install) =>
      `下一步：Word 和 Excel 文件已经可用；要做 PDF，先运行 ${install}，再运行 fengong build`,
    warnings: '下一步：逐条看上面的警告；需要更正的写入 〈来文名〉.corrections.yaml',
    look: (output) => `下一步：打开 ${output}/ 查看简报、各单位的函和分工表`,
    nothing: '下一步：把来文（.md .txt .html .docx）放入 sources/ 再运行',
    check: '下一步：fengong build 生成材料',
    inspect: (file) => `下一步：fengong build ${file} 生成材料；读错之处写入更正表`,
    plan: '下一步：fengong build 照此生成',
    cleaned: '下一步：fengong build 可随时重新生成',
  },
  action: { make: '生成', 'make-beside': '另存', keep: '保留', remove: '删除', blocked: '不能' },
  reason: (reason) => reasonIn(reason, 'zh'),
  why: (counts) => `原因：${counts.map(([kind, count]) => `${zhKinds[kind]} ${count}`).join('，')}`,
  watching: '正在监视来文、设置和模板；保存后即重新生成，Ctrl-C 结束',
  watched: (builds, made) => `监视结束：共运行 ${builds} 次，生成文件 ${made} 个`,
  planned: (make, keep, remove, blocked) =>
    `将生成 ${make}，保留 ${keep}，删除 ${remove}${blocked > 0 ? `，因错误不能生成 ${blocked}` : ''}`,
  cleaned: (removed, kept) => `已删除 ${removed} 个文件，留下 ${kept} 个`,
  left: (path) => `留下 ${path}（有人改过或无法删除）`,
  role: { lead: '牵头', support: '配合', responsible: '负责', guide: '指导' },
  tree: {
    number: '发文字号',
    issuers: '发文机关',
    date: '成文日期',
    recipients: '主送',
    attachments: '附件',
    attachmentMissing: '（文件中没有）',
    notes: '附注',
    copies: '抄送',
    secrecy: '密级',
    urgency: '紧急程度',
    items: (count) => `任务（${count}项）`,
    duties: (count) => `正文另有要求（${count}条）`,
    counts: '文中的数',
    count: (of, said, counted, unit) =>
      `${of}：文中说${said}${unit}，列出${counted}${unit}${said === counted ? '' : ' ←不一致'}`,
    agencies: (count, items, assignments) =>
      `单位（${count}个，按项计${items}项，按次计${assignments}次）`,
    agency: (name, items, roles) => `${name}：${items}项（${roles}）`,
    untitled: '（没有标题）',
    noAgency: '所据文本未载单位',
    category: '领域',
    scope: '范围',
    deadline: '时限',
    content: '内容',
    row: (serial) => `附表第${serial}项`,
    open: '等（名单未列尽）',
    corrected: '人工校正',
    fromOriginal: '据原件补录',
    corrections: (count) => `更正（${count}处）`,
    page: (page) => `依据原件第${page}页`,
    generic: '泛指',
    dropped: (count) => `未作正文的部分（${count}处）`,
    messages: (count) => `核对（${count}条）`,
  },
  internal: '程序内部错误，来文和已生成的文件未受影响；加 --debug 可见细节',
  noDocument: '没有读出公文',
}

const en: TalkWording = {
  severity: { error: 'error', warning: 'warning', info: 'info' },
  read: (title, items, agencies, fresh) =>
    `${fresh ? 'unchanged' : 'read'} 《${title}》: ${items} items, ${agencies} agencies`,
  making: (path) => `making ${path}`,
  made: (path) => `made ${path}`,
  failed: (path) => `could not make ${path}`,
  sameFaces: (path) => `could not make ${path}: it lacks the same faces, install them as above`,
  removed: (path) => `removed ${path}`,
  keptEdited: (path) => `left as edited ${path}`,
  documentFailed: (path) => `could not work on ${path}`,
  summary: (totals) => [
    `documents: ${totals.documents}${totals.failedDocuments > 0 ? ` (${totals.failedDocuments} with errors)` : ''}, agencies: ${totals.agencies.length}`,
    `files: ${totals.made} made, ${totals.kept} kept, ${totals.removed} removed${totals.failed > 0 ? `, ${totals.failed} failed` : ''}`,
    ...(totals.dutyAgencies.length > 0
      ? [
          `named in running text alone: ${totals.dutyAgencies.join(', ')} (see 正文另有要求 in brief and ledger)`,
        ]
      : []),
    `time: ${seconds(totals.milliseconds)} s`,
  ],
  messageCounts: (counts) =>
    `${counts.error} errors, ${counts.warning} warnings, ${counts.info} infos`,
  open: {
    nothing: 'There is no page to open: it was not made. Run again without --only and --agency.',
    byHand: (page) => `No program could open the page; open ${page} yourself.`,
  },
  allFresh: 'all is fresh, nothing to make',
  next: {
    stopped: 'Stopped by a signal: what was finished is kept and recorded; run again to go on',
    errors: (command) => `Next: mend the errors above, then run ${command} again`,
    faces: (install) =>
      `Next: Word and Excel files are ready; for PDFs run ${install}, then fengong build again`,
    warnings: 'Next: look at each warning above; corrections go into 〈notice〉.corrections.yaml',
    look: (output) => `Next: open ${output}/ for the brief, and each agency’s circular and sheet`,
    nothing: 'Next: put notices (.md .txt .html .docx) into sources/ and run again',
    check: 'Next: fengong build makes the papers',
    inspect: (file) =>
      `Next: fengong build ${file} makes the papers; what was read wrongly goes into a corrections file`,
    plan: 'Next: fengong build does this',
    cleaned: 'Next: fengong build makes everything again at any time',
  },
  action: {
    make: 'make',
    'make-beside': 'make beside',
    keep: 'keep',
    remove: 'remove',
    blocked: 'cannot',
  },
  reason: (reason) => reasonIn(reason, 'en'),
  why: (counts) => `why: ${counts.map(([kind, count]) => `${count} ${enKinds[kind]}`).join(', ')}`,
  watching: 'watching notices, settings and templates; each save builds again, Ctrl-C ends it',
  watched: (builds, made) => `watch ended: ${builds} builds, ${made} files made`,
  planned: (make, keep, remove, blocked) =>
    `would make ${make}, keep ${keep}, remove ${remove}${blocked > 0 ? `; ${blocked} cannot be made because of errors` : ''}`,
  cleaned: (removed, kept) => `removed ${removed} files, left ${kept}`,
  left: (path) => `left ${path} (edited by a person, or could not be removed)`,
  role: { lead: 'lead', support: 'support', responsible: 'responsible', guide: 'guide' },
  tree: {
    number: 'number',
    issuers: 'issuers',
    date: 'date',
    recipients: 'recipients',
    attachments: 'attachments',
    attachmentMissing: ' (not in this file)',
    notes: 'notes',
    copies: 'copies to',
    secrecy: 'secrecy',
    urgency: 'urgency',
    items: (count) => `items (${count})`,
    duties: (count) => `asked in running text (${count})`,
    counts: 'numbers in the text',
    count: (of, said, counted, unit) =>
      `${of}: says ${said}${unit}, lists ${counted}${unit}${said === counted ? '' : ' ← differs'}`,
    agencies: (count, items, assignments) =>
      `agencies (${count}; ${items} items, ${assignments} assignments)`,
    agency: (name, items, roles) => `${name}: ${items} (${roles})`,
    untitled: '(no title)',
    noAgency: 'no agency in this text',
    category: 'field',
    scope: 'scope',
    deadline: 'deadline',
    content: 'content',
    row: (serial) => `annex row ${serial}`,
    open: '等 (the list is open)',
    corrected: 'corrected by a person',
    fromOriginal: 'entered from the original',
    corrections: (count) => `corrections (${count})`,
    page: (page) => `page ${page} of the original`,
    generic: 'generic',
    dropped: (count) => `left out of the text (${count})`,
    messages: (count) => `messages (${count})`,
  },
  internal: 'internal error; notices and files already made are unharmed; --debug shows the detail',
  noDocument: 'no notice was read',
}

export const talkWording: Readonly<Record<Language, TalkWording>> = { zh, en }
