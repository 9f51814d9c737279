import type { Catalogue } from './rule.js'

/** Rule ids of what render/xlsx finds. */
export const sheetRules = {
  'sheet-cell-length': {
    severity: 'warning',
    zh: '工作表「{sheet}」「{column}」一格有{length}字，超过单元格上限32767字；已分排在{rows}行，请看是否应缩短。',
    en: 'a cell of `{sheet}`, column `{column}`, has {length} characters, more than the 32,767 a cell can hold; it is spread over {rows} rows, see whether it should be shorter.',
    rationale: 'Excel cuts or refuses a longer cell without a word.',
  },
  'sheet-defined-name-valid': {
    severity: 'warning',
    zh: '名称「{name}」不能用作定义名称，已改为「{used}」；请在模板中改名。',
    en: '`{name}` cannot be a defined name and became `{used}`; rename it in the template.',
    rationale: 'Excel repairs a file with such a name by dropping it.',
  },
  'sheet-footer-length': {
    severity: 'warning',
    zh: '工作表「{sheet}」的页脚「{text}」过长，已从末尾截去{cut}字；请在模板中缩短。',
    en: 'the footer of `{sheet}`, `{text}`, is too long and lost its last {cut} characters; shorten it in the template.',
    rationale:
      'Excel prints a longer footer over the page number, and refuses a file where it has more than 255 characters, codes counted.',
  },
  'sheet-name-valid': {
    severity: 'warning',
    zh: "工作表名「{name}」不能用（最多31字，不含 []:*?/\\' ，不重名），已改为「{used}」；请在模板中改名。",
    en: "`{name}` cannot name a sheet (at most 31 characters, none of []:*?/\\', no two alike) and became `{used}`; rename it in the template.",
    rationale: 'Excel refuses such a file, and a library cuts the name in silence.',
  },
  'sheet-print-readable': {
    severity: 'info',
    zh: '工作表「{sheet}」各栏合计过宽，按{paper}一页宽打印时字号约{size}磅，不便阅读；请在模板中缩小栏宽、减少栏目，或改用 A3。',
    en: 'the columns of `{sheet}` are so wide that on one page of {paper} the type is about {size} pt high, hard to read; make them narrower or fewer in the template, or use A3.',
    rationale:
      'A sheet is printed on one page’s width, so that every column more makes all of it smaller.',
  },
  'sheet-prompt-length': {
    severity: 'warning',
    zh: '工作表「{sheet}」「{column}」的填写提示过长，已从末尾截去{cut}字；请在模板中缩短。',
    en: 'the prompt of column `{column}` in `{sheet}` is too long and lost its last {cut} characters; shorten it in the template.',
    rationale: 'Excel refuses a file whose prompt has more than 255 characters.',
  },
  'sheet-row-height': {
    severity: 'info',
    zh: '工作表「{sheet}」「{column}」一格内容高于一行所能，续排在下面{rows}行，序号和任务名注「续」。',
    en: 'a cell of `{sheet}`, column `{column}`, is taller than a row can be and goes on in {rows} rows below, marked （续）.',
    rationale: 'A row is at most 409 pt high; what is below its edge is neither seen nor printed.',
  },
  'sheet-value-kind': {
    severity: 'warning',
    zh: '工作表「{sheet}」「{column}」的值「{value}」与所定类型（数字或日期）不符，已按文本写入；请核对。',
    en: 'the value `{value}` of column `{column}` in `{sheet}` is not of the kind it is said to be (number or date) and was written as text; check it.',
    rationale:
      'A wrong number or date breaks sorting and sums; what cannot be one stays as it was read.',
  },
} as const satisfies Catalogue
