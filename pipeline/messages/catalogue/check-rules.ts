import type { Catalogue } from './rule.js'

/** Rule ids of what read/check finds in a finished document. */
export const checkRules = {
  'agency-is-known': {
    severity: 'warning',
    zh: '单位「{name}」不在单位名录中，与「{nearest}」相近；已按原文采用，请看是否笔误，确有此单位可写入 agencies.yaml。',
    en: 'The registry does not know `{name}`; it is near `{nearest}`. It is used as printed; see whether it is a slip, or enter it in agencies.yaml.',
    rationale: 'A slip in a name makes a packet for a body that does not exist.',
  },
  'agencies-are-known': {
    severity: 'info',
    zh: '有{number}个单位不在单位名录中，已按原文采用：{names}。需要简称、别名的可写入 agencies.yaml。',
    en: '{number} bodies are not in the registry and are used as printed: {names}. Enter short names and aliases in agencies.yaml where they are wanted.',
    rationale:
      'Enterprises and local bodies that no registry holds are normal; one look is enough.',
  },
  'agency-has-one-successor': {
    severity: 'warning',
    zh: '「{name}」已撤销，职责分入{successors}；由谁承接须由人确定，请写入 agencies.yaml 或更正表。',
    en: '`{name}` was abolished and its work went to {successors}; a person must say who takes this on, in agencies.yaml or a correction.',
    rationale: 'With several successors any choice of ours would be a guess.',
  },
  'agency-still-exists': {
    severity: 'info',
    zh: '「{name}」现为「{now}」；文中仍用原名，送交时请留意。',
    en: '`{name}` is `{now}` today; the notice’s name is kept, mind it when sending.',
    rationale:
      'A body named in a notice stays the body of its date; the packet goes to whoever stands in its place.',
  },
  'agency-is-spelled-one-way': {
    severity: 'info',
    zh: '同一单位「{agency}」在文中有几种写法：{names}；按同一单位处理，请看是否笔误。',
    en: '`{agency}` is spelled in several ways: {names}; it is taken as one body, see whether one is a slip.',
    relatedZh: '「{name}」在此。',
    relatedEn: '`{name}` stands here.',
    rationale:
      'One body gets one packet whatever form is printed, and a second form may be a slip.',
  },
  'attachment-note-agrees': {
    severity: 'warning',
    zh: '附件说明列有「{title}」，但文件中没有这个附件；请补上附件再生成。',
    en: 'The notice lists the attachment `{title}`, which this file does not hold; add it and build again.',
    rationale:
      'A lost annex is a fact about the copy, and the work it assigns would be lost with it.',
  },
  'attachment-is-noted': {
    severity: 'info',
    zh: '文件中有附件「{title}」，附件说明没有列出；请核对是否属于本件。',
    en: 'The file holds the attachment `{title}`, which the notice does not list; see whether it belongs to it.',
    rationale: 'An attachment that nobody announced may be another paper’s.',
  },
  'department-commands-no-government': {
    severity: 'warning',
    zh: '「{issuer}」是部门，向「{recipient}」部署工作，文中没有写明经本级政府同意；部门不得向下一级政府正式行文，请核对（《党政机关公文处理工作条例》第十六条）。',
    en: '`{issuer}` is a department and gives orders to `{recipient}`; the paper does not say that its government agreed. A department does not command a lower government (regulations on official papers, article 16); check the original.',
    rationale: 'A circular made from such a notice would repeat the fault under another name.',
  },
  'chinese-punctuation-is-full-width': {
    severity: 'info',
    zh: '汉字之间有{number}处半角标点（{marks}），照原样保留；排印前请看是否需要改为全角。',
    en: 'Half-width punctuation ({marks}) stands between Chinese characters in {number} places and is kept as it is; see whether it should be full-width in print.',
    rationale: 'Common in copies from the web. Never corrected: the source is quoted as it is.',
  },
  'copy-is-whole': {
    severity: 'warning',
    zh: '此处有拷贝损坏留下的字符「{characters}」，请对照原件补正。',
    en: 'Characters that a broken copy leaves stand here: `{characters}`; compare with the original.',
    rationale: 'A lost character in a name or number is a wrong name or number on paper.',
  },
  'date-exists': {
    severity: 'warning',
    zh: '日期「{text}」不存在，请核对原件。',
    en: 'The date `{text}` does not exist; check the original.',
    rationale: 'A deadline on a day that never comes.',
  },
  'item-has-agency': {
    severity: 'warning',
    zh: '有{number}项没有写明单位：{titles}；请核对原件。',
    en: '{number} items name no agency: {titles}; check the original.',
    rationale: 'An item without an agency is in nobody’s packet.',
  },
  'item-stands-once': {
    severity: 'warning',
    zh: '事项「{title}」出现不止一次，请看是否重复。',
    en: 'The item `{title}` stands more than once; see whether it was copied twice.',
    relatedZh: '先见于此。',
    relatedEn: 'It stands here first.',
    rationale: 'A row copied twice makes one task two.',
  },
  'number-year-agrees-with-date': {
    severity: 'warning',
    zh: '发文字号「{number}」的年份与成文日期「{date}」不一致，请核对原件。',
    en: 'The year of number `{number}` does not agree with the date `{date}`; check the original.',
    relatedZh: '成文日期在此。',
    relatedEn: 'The date stands here.',
    rationale: 'One of the two is a slip, and both are quoted in every circular.',
  },
  'secret-is-handled-elsewhere': {
    severity: 'warning',
    zh: '来文标有密级「{secrecy}」：涉密文件不得在处理公开信息的计算机上处理；如确可处理，所有产品都将标注同一密级。',
    en: 'The notice is marked `{secrecy}`: a classified paper may not be processed on a machine for public information; where it may, every product carries the mark.',
    rationale: 'Secrecy travels with the content.',
  },
  'support-has-lead': {
    severity: 'warning',
    zh: '事项「{title}」只有配合单位（{names}），没有牵头或负责单位；请核对原件。',
    en: 'The item `{title}` names who supports ({names}) but nobody who leads or is responsible; check the original.',
    rationale: 'Whom do they support? The lead may be lost in the copy.',
  },
} as const satisfies Catalogue
