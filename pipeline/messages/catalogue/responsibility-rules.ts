import type { Catalogue } from './rule.js'

/** Rule ids of what the reader of responsibilities finds in one statement. */
export const responsibilityRules = {
  'declared-bodies-are-named': {
    severity: 'warning',
    zh: '原文称共{said}家单位，实列{named}家。未列出的单位未作推定，请核对原件。',
    en: 'The text says {said} bodies and names {named}. Nobody was added; check the original.',
    rationale:
      'A number behind 等 promises names that the list does not give; whoever is missing would never hear of the task.',
  },
  'cell-has-one-role': {
    severity: 'warning',
    zh: '「{names}」所在单元格跨「{columns}」几栏，无从知道谁牵头，各单位均按负责处理。请核对原件后在更正表中写明。',
    en: 'The cell of `{names}` stands under several columns (`{columns}`); who leads is not said, and all of them are taken as responsible. Check the original, and say it in the corrections file.',
    rationale:
      'A cell merged over 牵头 and 配合 names bodies without saying who leads; the first column alone would make all of them leads.',
  },
  'lead-mark-is-explained': {
    severity: 'warning',
    zh: '「{name}」标有「{mark}」，文中未说明其含义，未据此确定牵头单位。请核对原件有无注释。',
    en: '`{name}` is marked `{mark}`, and no note says what the mark means; nobody was made the lead by it. Look for a note in the original.',
    rationale:
      'A star mostly marks the lead, but without a note that is a guess about who commands.',
  },
  'lead-comma-is-printed': {
    severity: 'info',
    zh: '文中规定逗号前为牵头单位，此处「{names}」之间无逗号，未确定牵头单位。请核对原件标点。',
    en: 'The notice says that those before the first comma lead; `{names}` has no comma, and nobody was made the lead. Check the punctuation of the original.',
    rationale: 'A rule that reads punctuation says nothing where the punctuation is not there.',
  },
  'statement-is-read-whole': {
    severity: 'warning',
    zh: '责任单位栏中「{text}」未能识别为单位，未读入。请核对原件，如为单位请补录。',
    en: '`{text}` stands among the responsible bodies and was not recognised as one; it was not read. Check the original, and add the body if it is one.',
    rationale: 'Whoever is lost in a list that nobody understood would never hear of the task.',
  },
} as const satisfies Catalogue
