import { endsAsBody } from '../../../agencies/index.js'
import type { Span } from '../../../model/index.js'

const titles =
  '(?:省长|市长|县长|区长|州长|盟长|旗长|镇长|乡长|部长|主任|局长|厅长|书记|主席|秘书长|司长|处长|院长|行长|会长|董事长|总经理|常委(?!会)|委员(?!会)|组长|署长|关长|检察长)'

/** 市领导, 分管领导, 主要负责同志: an office without a name. */
const leaders =
  /^(?:省|市|县|区|州|党委|政府|党政|市委|省委|县委|区委)*(?:主要|分管|有关|相关|包联)?(?:领导|负责同志|负责人|领导同志)$/u

/** 张三同志, 分管副省长, 李四副市长, 常务副市长王五, 市政府秘书长: a person or an office that a person holds. */
const person = new RegExp(
  `^(?:[\\u4e00-\\u9fff·]{2,6}同志|[\\u4e00-\\u9fff·、]{0,14}${titles}(?:(?:(?![会局厅委办院部等和及与])[\\u4e00-\\u9fff·]){2,4})?|[\\u4e00-\\u9fff·]{2,4}(?:副)?${titles})$`,
  'u',
)

/** Whether a whole piece of a list is a person or the office of one. */
export function isPerson(text: string): boolean {
  return leaders.test(text) || (text.length <= 24 && person.test(text) && !endsAsBody(text))
}

const endsInTitle = new RegExp(`${titles}$`, 'u')

/**
 * The persons of a list under 责任领导 and the like: 市委常委、常务副市长李四 is one, since what comes before 、 is a title without a name.
 */
export function readPersons(text: string): readonly Span[] {
  const pieces = [...text.matchAll(/[^、，,；;\n\s/]+/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
  const persons: Span[] = []
  for (const piece of pieces) {
    const last = persons.at(-1)
    const between = last === undefined ? '' : text.slice(last.end, piece.start)
    const goesOn =
      last !== undefined && between === '、' && endsInTitle.test(text.slice(last.start, last.end))
    if (goesOn) persons[persons.length - 1] = { start: last.start, end: piece.end }
    else persons.push(piece)
  }
  return persons.filter(({ start, end }) => /[\p{L}]/u.test(text.slice(start, end)))
}
