import { isImpossibleDate, readChineseDate } from '../../text/index.js'
import { readLabel } from './label.js'
import { isNumberLine } from './document-number.js'

/** 附件 附件1 附件一： 附： 附表, alone on a line; group 1 is the number. */
const attachmentLabel = /^附\s*[件表录]?\s*([0-9０-９]{0,3}|[一二三四五六七八九十]{0,3})\s*[:：]?$/

/** Whether a line is the mark that an attachment begins with. */
export function isAttachmentLabel(text: string): boolean {
  return attachmentLabel.test(text)
}

/** A date and nothing else, letter-spaced or in brackets too; also a date that does not exist. */
export function isDateLine(text: string): boolean {
  const plain = dateText(text)
  return readChineseDate(plain) !== null || isImpossibleDate(plain)
}

/** The date of a date line: brackets and blanks taken away; 2023.9.25 and 2023-09-25 as 2023年9月25日. */
export function dateText(text: string): string {
  return text
    .replace(/[\s（）()]/g, '')
    .replace(/印发$/, '')
    .replace(/^([12]\d{3})([.．/-])(\d{1,2})\2(\d{1,2})$/, '$1年$3月$4日')
}

/** （此件公开发布） （本文有删减）: one or more brackets and nothing else. */
export function isBracketLine(text: string): boolean {
  return (
    text.length <= 120 &&
    /^(?:[（(][^（）()]+(?:[（(][^（）()]*[）)][^（）()]*)*[）)]\s*)+$/.test(text)
  )
}

/** A note under the signature that no reader takes for anything else, wherever it stands. */
const known = /公开|删减|删节|删改|联系人|联系电话|印发至|发至|登报|传达到|代章|内部/

/** [此件公开发布] 〔联系人：…〕: notes in other brackets than the standard’s. */
const otherBrackets = /^(?:\[[^[\]]+\]|〔[^〔〕]+〕|【[^【】]+】)$/
/** （市政务公开办牵头）is an assignment on a line of its own. */
const assigns = /负责|牵头|配合|协办|主办|责任(?:单位|部门)/

/** Whether a bracket line is a note (附注), by its words. */
export function isKnownNote(text: string): boolean {
  const isBracketed = isBracketLine(text) || (text.length <= 120 && otherBrackets.test(text))
  return isBracketed && known.test(text) && !assigns.test(text)
}

const kinds =
  /(?:通知|意见|决定|决议|命令|令|公报|公告|通告|通报|议案|报告|请示|批复|函|纪要|办法|方案|规定|规则|细则|条例|规划|计划|要点|措施|表|清单|目录|名单|标准|指南|预案|制度|规程|规范|章程|纲要|分工|任务书|实施方案|举措|说明|指标|图|范本|样式|台账|汇总|倡议书|承诺书)$/

/** A tail of a title in brackets: （试行） （2026—2028年） （征求意见稿）. */
const tail =
  /[（(](?:试行|暂行|草案|征求意见稿|修订|修正|送审稿|代拟稿|第[^（）]{1,6}[版批次]|[12]\d{3}[^（）]{0,14})[^（）]*[）)]$/

/** No title is longer; what is longer than a short one must be whole and say so. */
const shortTitle = 80
const longestTitle = 300
/** 某省人民政府关于……的通知: a title from its issuer to its kind, on one line. */
const wholeTitle =
  /^[^，,]{2,60}?(?:关于|印发|转发|批转|公布|发布)[^，,]*(?:通知|意见|决定|通报|报告|请示|批复|函|公告|通告)$/

/** A line that could be a title or one of its lines: short, or a whole title; no sentence, no number, no formal element. */
export function isTitleLike(text: string): boolean {
  const plain = text.replace(tail, '')
  return (
    (text.length <= shortTitle || (text.length <= longestTitle && wholeTitle.test(plain))) &&
    !/[。！；;]|[：:，,、]$/.test(plain.replace(/《[^》]*》|“[^”]*”/g, '')) &&
    readLabel(text) === null &&
    !isDateLine(text) &&
    !isAttachmentLabel(text) &&
    !isNumberLine(text) &&
    !isKnownNote(text) &&
    !/^(?:抄送|抄报|主送|附件|附|注|备注|说明|来源|责任单位|责任部门|牵头单位|单位)[:：]/.test(text)
  )
}

/** Whether a text ends as titles of papers and of their attachments end. */
export function endsAsTitle(text: string): boolean {
  return kinds.test(text.replace(/\s/g, '').replace(tail, ''))
}

/** A line that goes on with the title above: （试行）. */
export function isTitleTail(text: string): boolean {
  return tail.test(text) && /^[（(]/.test(text)
}
