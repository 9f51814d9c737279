import { titleKey } from '../../text/index.js'
import { cut, type Line } from './line.js'
import { endsAsTitle } from './line-shape.js'
import { isOfficeName, splitOfficeNames } from './office-name.js'

/** 国务院关于…的通知, 某省人民政府办公厅转发…意见的通知: who, what it does, what about. Group 1 is who. */
const wholeTitle = /^(.{0,120}?)(?:关于|印发|转发|批转|公布|发布)/su
/** 当前位置：通知公告 国务院关于…: what a web site prints before a title on its line. Group 1. */
const furniture = /^(.*[:：>›»|]\s*(?:\S+\s+)*)(?=\S{2,40}(?:关于|印发|转发|批转))/u

function textOf(lines: readonly Line[]): string {
  return lines.map(({ text }) => text).join('')
}

function isWho(text: string): boolean {
  const plain = text.trim()
  return plain === '' || splitOfficeNames(plain).every(({ name }) => isOffice(name))
}

/** Bodies that sign no papers alone stand before titles too: 中共中央 国务院. */
function isOffice(name: string): boolean {
  return isOfficeName(name) || /^(?:中共|中国共产党)/.test(name)
}

/** Whether lines are a title by themselves: who … about what … and its kind at the end. */
export function isWholeTitle(lines: readonly Line[]): boolean {
  const text = textOf(lines)
  const who = wholeTitle.exec(text)?.[1]
  return who !== undefined && isWho(who) && endsAsTitle(text)
}

function withoutFurniture(line: Line): Line {
  return cut(line, furniture.exec(line.text)?.[1]?.length ?? 0)
}

/**
 * The lines of the title among all that could be: a saved page prints its path, its heading and other lines over it. From the last line that ends as a title upwards to
 * where a whole title begins; all lines where none does.
 */
export function chooseTitle(all: readonly Line[]): readonly Line[] {
  const lines = all.map((line) => withoutFurniture(line))
  const last = lines.findLastIndex((line) => endsAsTitle(line.text))
  for (let first = last; first >= 0; first -= 1) {
    if (!isWholeTitle(lines.slice(first, last + 1))) continue
    // Joint issuers stand on lines of their own over 关于…, or over those of them that begin its line.
    let from = first
    while (from > 0 && isWho(lines[from - 1]?.text ?? '。')) from -= 1
    return lines
      .slice(from)
      .filter((_, index) => from + index <= last || isTail(lines[from + index]))
  }
  return lines
}

function isTail(line: Line | undefined): boolean {
  return line !== undefined && /^[（(].*[）)]$/.test(line.text)
}

/** Whether a line says the title, or a line of it, once more. */
export function repeatsTitle(title: readonly Line[], line: Line): boolean {
  const key = titleKey(line.text)
  return key !== '' && titleKey(textOf(title)).includes(key)
}
