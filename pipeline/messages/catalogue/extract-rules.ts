import type { Catalogue } from './rule.js'

/** Rule ids of what extract finds. */
export const extractRules = {
  'annex-agrees-with-text': {
    severity: 'warning',
    zh: '正文与附件对同一事项的名称不一致：正文为「{text}」，附件为「{annex}」。已按正文名称作一项处理，请核对原件。',
    en: 'Text and annex name one item differently: `{text}` in the text, `{annex}` in the annex. It was taken as one item under the text’s name; check the original.',
    relatedZh: '附件中为「{annex}」。',
    relatedEn: '`{annex}` in the annex.',
    rationale:
      'One item under two names is easily sent out as two tasks, or loses the agencies that only the annex names.',
  },
  'annex-covers-items': {
    severity: 'warning',
    zh: '所据文本附表仅列第{listed}项；正文共列{total}项，其中{missing}项未载负责单位：{names}。负责单位不得推定，请核对原件后补录。',
    en: 'The annex in this copy lists items {listed} alone; of the {total} items of the text {missing} name nobody: {names}. Nobody was made responsible for them; check the original and add the rows.',
    relatedZh: '「{name}」未见于附表。',
    relatedEn: '`{name}` is not in the annex.',
    rationale:
      'A copy that lost rows looks complete. It is a fact about the copy, not about the issuer, and no agency is made up for what is missing.',
  },
  'text-covers-annex': {
    severity: 'warning',
    zh: '附件所列「{name}」在正文中未见。请核对原件。',
    en: '`{name}` stands in the annex and not in the text. Check the original.',
    rationale: 'A row that the text does not announce may belong to another annex or be misread.',
  },
  'count-agrees-with-list': {
    severity: 'warning',
    zh: '「{of}」称有{said}{unit}，实列{counted}{unit}。请核对原件。',
    en: '`{of}` says {said}{unit}, {counted}{unit} are listed. Check the original.',
    rationale: 'The number a notice says is the only proof that a list was read, or copied, whole.',
  },
  'numbering-continuous': {
    severity: 'warning',
    zh: '序号「{label}」不连续，应为第{expected}。请核对是否缺漏。',
    en: 'Number `{label}` leaves a gap, {expected} was expected. Check whether something is missing.',
    relatedZh: '前一序号为「{label}」。',
    relatedEn: 'the number before is `{label}`.',
    rationale: 'A gap in the numbers is where a copy lost a paragraph or a row.',
  },
  'numbering-unique': {
    severity: 'warning',
    zh: '序号「{label}」重复。请核对原件。',
    en: 'Number `{label}` is used twice. Check the original.',
    relatedZh: '已用于此处：「{label}」。',
    relatedEn: 'first used here: `{label}`.',
    rationale: 'Two tasks of one number are confused in replies and ledgers.',
  },
  'range-agrees-with-items': {
    severity: 'warning',
    zh: '「{rule}」与以下事项自身所列单位不一致，以事项自身所列为准：{items}。请核对。',
    en: '`{rule}` and the bodies that these items name themselves disagree; the items’ own hold: {items}. Check.',
    relatedZh: '「{item}」自身列有单位。',
    relatedEn: '`{item}` names bodies of its own.',
    rationale:
      'A rule over many items and a statement of one can only both hold if a person says so.',
  },
  'table-columns-known': {
    severity: 'info',
    zh: '任务表中「{column}」一栏含义不明，未读入事项；原文仍在文中。',
    en: 'The column `{column}` of a task table is not understood and was not read into the items; it stays in the text.',
    rationale: 'A column that is passed over in silence may hold who is responsible.',
  },
  'promised-tasks-are-read': {
    severity: 'warning',
    zh: '「{title}」中未读出任何任务，其格式不在已知之列。请核对，必要时以校正文件补录。',
    en: 'No task was read from `{title}`; it has a form that is not known. Check it, and add the tasks in a corrections file if need be.',
    rationale: 'A list of tasks that yields none is lost without a word otherwise.',
  },
  'text-placed': {
    severity: 'warning',
    zh: '「{text}」不知属于何处，已原样保留，未作解读。',
    en: 'No reader knows where `{text}` belongs; it is kept as it is and not interpreted.',
    rationale: 'Nothing of a source is lost, and what was not understood is said.',
  },
  'source-is-notice': {
    severity: 'error',
    zh: '未见公文的标题、文号、主送、落款或任何任务，不能按公文处理。请确认所给文件。',
    en: 'No title, number, recipient, signature or task of a notice was found. Check that this is the right file.',
    rationale: 'A file that is no notice makes empty products that look like a result.',
  },
  'title-is-printed': {
    severity: 'warning',
    zh: '所据文本没有标题。请核对原件，把标题补在正文之前。',
    en: 'This copy has no title. Check the original, and put the title in front of the text.',
    rationale:
      'A notice is quoted by its title; a copy without one leaves a blank on every paper made from it.',
  },
  'notice-is-in-force': {
    severity: 'warning',
    zh: '所据页面载明「{text}」。请确认该文件是否仍然有效。',
    en: 'The page says `{text}`. Check whether the notice is still in force.',
    rationale: 'Work handed out under a notice that was repealed has to be called back.',
  },
  'one-notice-a-file': {
    severity: 'warning',
    zh: '文件中另有一份公文「{title}」，仅作为附文保留，未读取其任务。请另存为单独文件。',
    en: 'The file holds a second notice, `{title}`; it is kept as a part and its tasks are not read. Save it as a file of its own.',
    rationale: 'Tasks of two notices in one packet would be sent under one number.',
  },
} as const satisfies Catalogue
