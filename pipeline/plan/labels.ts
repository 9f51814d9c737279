import type { FlowBlock } from '../model/index.js'

/** How the pieces of a file are called when a plan says which of them changed. What a clerk would say on the telephone. */
export const labels = {
  properties: '文件属性',
  draftMark: '页首标记',
  secrecy: '密级',
  urgency: '紧急程度',
  style: '样式',
  geometry: '版式',
  faces: '字体',
  names: '命名',
  epoch: '固定日期',
  program: '程序',
  content: '内容',
  columns: '栏目',
  head: '表头',
  above: '表上方',
  below: '表下方',
  table: '表',
  binding: '装订',
  asset: (path: string) => `附带文件 ${path}`,
  dependency: (path: string) => `所用文件 ${path}`,
  part: (number: number) => `装订第${number}部分`,
  entry: (name: string) => `包内文件 ${name}`,
  nth: (label: string, number: number) => (number === 1 ? label : `${label}${number}`),
  paragraph: (style: string, number: number) => `${style} 第${number}段`,
  row: (table: string, number: number) => `${table} 第${number}行`,
  rows: (table: string, first: number, last: number) => `${table} 第${first}—${last}行`,
  line: (number: number) => `第${number}行`,
  cell: (row: string, column: string) => `${row} ${column}`,
  added: (label: string) => `${label}（新增）`,
  removed: (label: string) => `${label}（删去）`,
}

/** Blocks that are no paragraph and no table. */
export const blockLabels: Readonly<Record<Exclude<FlowBlock['type'], 'text' | 'table'>, string>> = {
  bars: '图',
  figures: '数字栏',
  rule: '横线',
  attachmentNote: '附件说明',
  signature: '落款',
  stamp: '签名章',
  jointMark: '联合发文标志',
  signers: '签发人',
  imprint: '版记',
  foot: '页脚说明',
  space: '空行',
}
