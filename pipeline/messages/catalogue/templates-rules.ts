import type { Catalogue } from './rule.js'

/** Rule ids of what compose finds: in templates, and where a template meets a document. */
export const templatesRules = {
  'template-parses': {
    severity: 'error',
    zh: '模板语法有误：「{what}」。请按提示的行列修改模板。',
    en: 'The template cannot be parsed: `{what}`. Mend the template at the place given.',
    rationale: 'YAML or Liquid that cannot be read has no meaning that could be guessed safely.',
  },
  'template-key-known': {
    severity: 'error',
    zh: '模板中有未知的设置项「{key}」，可用的有：{known}。请改正或删除该项。',
    en: 'The template has an unknown key `{key}`; known are {known}. Correct or remove it.',
    rationale: 'A misspelt key would be ignored in silence.',
  },
  'template-value-valid': {
    severity: 'error',
    zh: '模板设置项「{key}」的值不符合要求：{expected}。请改正该值。',
    en: 'The value of `{key}` is not as expected: {expected}. Correct the value.',
    rationale: 'A value of the wrong type would give a page that nobody asked for.',
  },
  'template-variable-known': {
    severity: 'error',
    zh: '模板引用了不存在的变量「{variable}」。可用的变量见 compose 说明，请改正名称。',
    en: 'The template uses `{variable}`, which does not exist. Correct the name; compose/README lists what there is.',
    rationale: 'A misspelt variable would leave a hole in an official paper.',
  },
  'template-filter-known': {
    severity: 'error',
    zh: '模板使用了不可用的过滤器「{filter}」，可用的有：{known}。请改用其中之一。',
    en: 'The template uses the filter `{filter}`, which is not available; available are {known}. Use one of them.',
    rationale:
      'Filters that read the clock, chance or files, or let a value act as markup, are off.',
  },
  'template-tag-known': {
    severity: 'error',
    zh: '模板使用了不可用的标签「{tag}」，可用的有：{known}。请改用其中之一。',
    en: 'The template uses the tag `{tag}`, which is not available; available are {known}. Use one of them.',
    rationale: 'Tags that read files by a computed name or leave Liquid are off.',
  },
  'template-directive-known': {
    severity: 'error',
    zh: '模板使用了未知的指令「{directive}」，可用的有：{known}。请改正名称。',
    en: 'The template uses the directive `{directive}`, which is unknown; known are {known}. Correct the name.',
    rationale: 'A directive that nobody handles would vanish from the page.',
  },
  'template-directive-complete': {
    severity: 'error',
    zh: '指令「{directive}」的属性「{attribute}」不符合要求：{expected}。请改正。',
    en: 'The attribute `{attribute}` of the directive `{directive}` is not as expected: {expected}. Correct it.',
    rationale:
      'An attribute that is missing or unknown gives another page than the one that was meant.',
  },
  'template-markup-supported': {
    severity: 'error',
    zh: '模板中的「{what}」不能用于公文页面。请改用标题、段落、表格或指令。',
    en: 'A page cannot be made of `{what}`. Use headings, paragraphs, tables or directives.',
    rationale: 'What a page does not know would be lost without a word.',
  },
  'template-emphasis-closed': {
    severity: 'error',
    zh: '「{text}」中的星号没有成对，会原样印出。请补全或写作 \\*。',
    en: 'The asterisks in `{text}` have no partner and would be printed. Close them, or write \\*.',
    rationale: 'A stray asterisk on an official paper embarrasses its sender.',
  },
  'template-characters-free': {
    severity: 'error',
    zh: '模板中含有保留字符「{character}」。请删除该字符。',
    en: 'The template holds the reserved character `{character}`. Remove it.',
    rationale: 'Values are put in by way of these characters; a template must not hold them.',
  },
  'template-partial-exists': {
    severity: 'error',
    zh: '模板引用的片段「{name}」不存在，现有：{known}。请改正名称，或在 partials 文件夹中补上。',
    en: 'The partial `{name}` does not exist; there are {known}. Correct the name or add it to partials.',
    rationale:
      'Only partials of the templates folders can be rendered, by a name that is written out.',
  },
  'template-style-exists': {
    severity: 'error',
    zh: '模板指定的版式「{name}」不存在或有误，可用的有：{known}。请改正名称。',
    en: 'The style `{name}` does not exist or is broken; there are {known}. Correct the name.',
    rationale: 'A page without its style has no measures.',
  },
  'template-columns-exist': {
    severity: 'error',
    zh: '表格指令引用的列组「{name}」不存在，模板中有：{known}。请改正名称。',
    en: 'The table asks for the columns `{name}`, which the template does not have; it has {known}. Correct the name.',
    rationale: 'A table without columns would vanish.',
  },
  'template-rows-exist': {
    severity: 'error',
    zh: '「{name}」不是可以逐行列出的内容。请改为列表，例如 items.all。',
    en: '`{name}` is nothing that can be listed row by row. Name a list, such as items.all.',
    rationale: 'A table of something that is no list would come out empty.',
  },
  'template-product-once': {
    severity: 'error',
    zh: '产品「{product}」在「{other}」中已有定义。请改名，或删去其中一个。',
    en: 'The product `{product}` is already defined by `{other}`. Rename or remove one of them.',
    rationale: 'Two templates for one product would write over each other.',
  },
  'template-value-printable': {
    severity: 'error',
    zh: '「{expression}」是{kind}，不能直接印出。请用 join 等过滤器转成文字。',
    en: '`{expression}` is a {kind} and cannot be printed. Turn it into text with a filter such as join.',
    rationale: 'A list printed as it is gives machine text on paper.',
  },
  'template-render-bounded': {
    severity: 'error',
    zh: '模板运行超出限度（{what}）。请检查循环。',
    en: 'The template exceeds its limits ({what}). Look for a loop.',
    rationale: 'A template that never ends would stop the whole build.',
  },
  'template-renders': {
    severity: 'error',
    zh: '模板运行出错：「{what}」。请修改模板。',
    en: 'The template failed: `{what}`. Mend the template.',
    rationale: 'The paper was not made; the others were.',
  },
  'output-path-once': {
    severity: 'error',
    zh: '两个产品要写同一个文件「{path}」。请在模板 file 中改名。',
    en: 'Two products write one file, `{path}`. Change `file` in one of the templates.',
    rationale: 'One paper would replace the other without a word.',
  },
  'agency-is-in-document': {
    severity: 'info',
    zh: '所选单位「{agency}」在本文件中没有任务，未生成其文件。有任务的单位：{known}。',
    en: 'The agency `{agency}` has no task in this document, so nothing is made for it. Agencies with tasks: {known}.',
    rationale: 'A name that was misspelt on the command line must not pass in silence.',
  },
  'issuer-mark-known': {
    severity: 'info',
    zh: '机关代字「{series}」没有对应的发文机关标志，已按署名印出：{mark}。需要别的标志的，请在 templates/words.yaml 的 mark 中补充。',
    en: 'No issuer’s mark is known for the series `{series}`; the signature stands in its place: {mark}. If it should be another, add it under `mark` in templates/words.yaml.',
    rationale: 'A mark is derived from the series and never made up.',
  },
  'department-writes-to-no-government': {
    severity: 'warning',
    zh: '「{sender}」是部门，向政府「{recipient}」行文须经本级政府同意（公文处理工作条例第十六条）。已获同意的，请在 office.yaml 的 consentOf 中写明。',
    en: '`{sender}` is a department and `{recipient}` a government: it needs its own government’s consent (regulations on official documents, article 16). If it has it, name that government in `consentOf` of office.yaml.',
    rationale: 'A department does not command a lower government.',
  },
} as const satisfies Catalogue
