import type { Properties } from '../../model/index.js'
import type { CellRole } from './placed-sheet.js'

/** The few words that belong to the sheet itself and stand in no template: what Excel asks for, and how a row goes on. */
export interface SheetWords {
  /** Label of a row that goes on below: 5 → 5（续） */
  readonly continued: (label: string) => string
  /** Page number in the footer; &P and &N are Excel’s codes. */
  readonly pages: string
  /** The hidden sheet of lists that are too long for a validation. */
  readonly lists: string
  readonly untitled: string
  readonly chooseFromList: string
  readonly enterDate: string
  readonly enterNumber: string
  readonly enterAtMost: (length: number) => string
  /** Names in Excel’s gallery of cell styles. */
  readonly styles: Readonly<Record<CellRole | 'corrected' | 'attention', string>>
}

const words: Readonly<Record<Properties['lang'], SheetWords>> = {
  'zh-CN': {
    continued: (label) => `${label}（续）`,
    pages: '第 &P 页 共 &N 页',
    lists: '选项',
    untitled: '工作表',
    chooseFromList: '请从下拉列表中选择。',
    enterDate: '请填写日期，形如 2024-03-31。',
    enterNumber: '请填写数字。',
    enterAtMost: (length) => `请控制在 ${length} 字以内。`,
    styles: {
      secrecy: '分工·密级',
      title: '分工·标题',
      label: '分工·栏目',
      blank: '分工·填写栏',
      note: '分工·说明',
      head: '分工·表头',
      fillHead: '分工·填报表头',
      printed: '分工·正文',
      fill: '分工·填报',
      group: '分工·分组',
      total: '分工·合计',
      corrected: '分工·校正',
      attention: '分工·注意',
    },
  },
  en: {
    continued: (label) => `${label} (cont.)`,
    pages: 'Page &P of &N',
    lists: 'Lists',
    untitled: 'Sheet',
    chooseFromList: 'Choose from the list.',
    enterDate: 'Enter a date, such as 2024-03-31.',
    enterNumber: 'Enter a number.',
    enterAtMost: (length) => `At most ${length} characters.`,
    styles: {
      secrecy: 'Tasks: secrecy',
      title: 'Tasks: title',
      label: 'Tasks: label',
      blank: 'Tasks: blank',
      note: 'Tasks: note',
      head: 'Tasks: head',
      fillHead: 'Tasks: head to fill in',
      printed: 'Tasks: text',
      fill: 'Tasks: to fill in',
      group: 'Tasks: group',
      total: 'Tasks: total',
      corrected: 'Tasks: corrected',
      attention: 'Tasks: attention',
    },
  },
}

/** The sheet’s own words in the language of the product. */
export function wordsOf(lang: Properties['lang']): SheetWords {
  return words[lang]
}
