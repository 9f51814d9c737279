import type { PlannedJob, Reason } from '../index.js'
import type { Language } from './language.js'

/** How a plan tells why, in the words of who reads it: 任务分工函 海关总署: 表 第1行 主要内容 已变. */

/** Products whose file is called otherwise than a clerk calls them. */
const products: Readonly<Record<Language, Readonly<Partial<Record<string, string>>>>> = {
  zh: { packet: '分发包', packetFiles: '分发包', model: '公文数据', index: '材料一览' },
  en: { packet: 'packet', packetFiles: 'packet', model: 'document model', index: 'index' },
}

/** Pieces of a file as plan/labels.ts calls them, for who reads no Chinese. What a template or a sheet names itself stays as it is. */
const english: Readonly<Partial<Record<string, string>>> = {
  文件属性: 'file properties',
  页首标记: 'mark at the head of pages',
  密级: 'secrecy',
  紧急程度: 'urgency',
  样式: 'style',
  版式: 'page geometry',
  字体: 'faces',
  命名: 'defined names',
  固定日期: 'SOURCE_DATE_EPOCH',
  程序版本: 'version of the program',
  内容: 'content',
  栏目: 'columns',
  表头: 'head of the table',
  表上方: 'lines above the table',
  表下方: 'lines below the table',
  表: 'table',
  装订: 'binding',
  附带文件: 'enclosed file',
  所用文件: 'the file that it holds,',
  包内文件: 'file in the package',
  图: 'chart',
  数字栏: 'figures',
  横线: 'rule',
  附件说明: 'list of attachments',
  落款: 'signature',
  签名章: 'stamp',
  联合发文标志: 'joint mark',
  签发人: 'signers',
  版记: 'imprint',
  页脚说明: 'foot',
  空行: 'empty line',
  原文: 'source text',
  标题: 'title',
  发文字号: 'number',
  发文机关: 'issuers',
  成文日期: 'date',
  主送机关: 'recipients',
  附注: 'notes',
  附件: 'attachments',
  抄送机关: 'copies to',
  任务: 'items',
  正文另有要求: 'duties in running text',
  文中的数: 'numbers in the text',
  来源文件: 'source file',
  来文: 'documents',
  单位: 'agencies',
}
const counted: readonly (readonly [RegExp, string])[] = [
  [/^第(\d+)行$/u, 'row $1'],
  [/^第(\d+)—(\d+)行$/u, 'rows $1–$2'],
  [/^第(\d+)段$/u, 'paragraph $1'],
  [/^第(\d+)项$/u, 'no. $1'],
  [/^装订第(\d+)部分$/u, 'bound part $1'],
  [/^表(\d+)$/u, 'table $1'],
]

function wordInEnglish(word: string): string {
  const pattern = counted.find(([each]) => each.test(word))
  return pattern === undefined ? (english[word] ?? word) : word.replace(...pattern)
}

function inEnglish(piece: string): string {
  const words = piece.split(' ')
  // What stands behind a row is the title of a column, as the template has it.
  const row = words.findIndex((word) => /^第\d+行$/u.test(word))
  return words.map((word, at) => (row >= 0 && at > row ? word : wordInEnglish(word))).join(' ')
}

/** The first piece that differs, and whether it changed, came or went: the plan marks the last two behind its name. */
function difference(first: string, language: Language): string {
  const { piece = first, mark } = /^(?<piece>.*)（(?<mark>新增|删去)）$/u.exec(first)?.groups ?? {}
  if (language === 'zh')
    return `${piece} ${mark === undefined ? '已变' : mark === '新增' ? '新增' : '已删去'}`
  return `${inEnglish(piece)} ${mark === undefined ? 'changed' : mark === '新增' ? 'is new' : 'is gone'}`
}

const zh: Readonly<Record<Exclude<Reason['type'], 'changed'>, string>> = {
  new: '新文件，以前没有生成过',
  missing: '生成过，文件已不在',
  damaged: '文件已损坏，或上次生成时中断',
  stale: '来文未能读出，保留上次的文件',
  forced: '要求重做（--force）',
  fresh: '内容未变，文件完好',
  'edited-fresh': '有人改过，内容未变，保留其改动',
  'edited-changed': '有人改过且内容已变，新文件另存为 .新',
  orphaned: '已无对应的来文或单位',
  blocked: '因错误未能生成，见上面的错误',
}
const en: typeof zh = {
  new: 'new: it was never made before',
  missing: 'it was made, and the file is gone',
  damaged: 'the file is damaged, or a build was cut short while it made it',
  stale: 'the source could not be read; the last file stays',
  forced: 'asked for with --force',
  fresh: 'nothing changed, the file is as it was made',
  'edited-fresh': 'edited by a person, nothing changed since: left as it is',
  'edited-changed': 'edited by a person and changed since: the new one stands beside it as .新',
  orphaned: 'no source or agency asks for it any more',
  blocked: 'not made because of an error, which is told above',
}

/** Why a file is made, kept or removed. */
export function reasonIn(reason: Reason, language: Language): string {
  return reason.type === 'changed'
    ? difference(reason.first, language)
    : { zh, en }[language][reason.type]
}

/** What a clerk calls a planned file: its product, as its file or we name it, and its agency. */
export function nameIn(job: PlannedJob, language: Language): string {
  const file = job.path.split('/').at(-1)
  const name = products[language][job.product] ?? file?.replace(/\.[^.]+$/u, '')
  return [name, job.agency].filter((each) => each !== null).join(' ')
}
