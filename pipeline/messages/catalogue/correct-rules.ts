import type { Catalogue } from './rule.js'

/** Rule ids of what applying a person’s corrections finds. */
export const correctRules = {
  'correction-finds-its-item': {
    severity: 'error',
    zh: '更正表所指事项「{item}」在文中没有，此条未采用；{hint}请用 fengong inspect 查看各事项的编号后改正。',
    en: 'The correction names item `{item}`, which the notice does not have, so it was not applied; {hint}see the ids with fengong inspect and mend it.',
    rationale:
      'A correction that finds nothing would be lost without a word, or hit another item by chance.',
  },
  'correction-still-applies': {
    severity: 'error',
    zh: '更正表称「{item}」的{field}原为「{was}」，现读到的是「{found}」，此条未采用；请核对来文后改写 was。',
    en: 'The correction says that {field} of `{item}` was `{was}`, but `{found}` is read now, so it was not applied; check the notice and rewrite `was`.',
    relatedZh: '现读到的「{found}」在此。',
    relatedEn: '`{found}` is read here.',
    rationale:
      'A correction is a decision about what was read then. When the reading has changed, a person decides again.',
  },
  'correction-adds-what-is-missing': {
    severity: 'error',
    zh: '更正表要为「{item}」补{field}「{now}」，但已有「{found}」，此条未采用；要改动请用 was 和 set。',
    en: 'The correction adds {field} `{now}` to `{item}`, which already has `{found}`, so it was not applied; to change it use `was` and `set`.',
    rationale: 'Adding never overwrites: what the notice says is replaced only by was and set.',
  },
  'correction-rows-are-missing': {
    severity: 'error',
    zh: '更正表补录的附表第{serial}行「{title}」，附表中已有该序号「{found}」，此行未采用；请核对序号，或用 was 和 set 更正。',
    en: 'The correction adds annex row {serial} `{title}`, but the annex has that number: `{found}`; the row was not applied; check the number, or use `was` and `set`.',
    relatedZh: '附表第{serial}行在此。',
    relatedEn: 'Row {serial} of the annex stands here.',
    rationale: 'A row added twice would give an agency a second task.',
  },
  'correction-says-what-was': {
    severity: 'error',
    zh: '更正表要改「{item}」的{field}，但 was 中没有写原来的{field}，此条未采用；请写明原来读到的是什么。',
    en: 'The correction sets {field} of `{item}` without saying in `was` what it was, so it was not applied; say what was read.',
    rationale: 'Without the old value, a changed notice would be overwritten blindly.',
  },
  'corrected-agency-is-known': {
    severity: 'warning',
    zh: '更正表中的单位「{name}」不在单位名录中，按原样采用；{hint}如确为规范名称，可写入 agencies.yaml。',
    en: 'The corrections name `{name}`, which the registry does not know; it is used as written; {hint}if it is right, enter it in agencies.yaml.',
    rationale: 'A slip in a correction makes a packet for a body that does not exist.',
  },
  'acceptance-silences-something': {
    severity: 'info',
    zh: '更正表接受的提示「{accepted}」（{why}）已不再出现，可以删去。',
    en: 'The accepted message `{accepted}` ({why}) no longer appears; the entry can go.',
    rationale: 'An acceptance that has outlived its message would hide the next one.',
  },
  'acceptance-is-no-error': {
    severity: 'warning',
    zh: '更正表接受了「{accepted}」，但它是错误，不能只作接受；请更正其原因。',
    en: 'The corrections accept `{accepted}`, but it is an error and cannot be silenced; mend its cause.',
    rationale: 'An error keeps something from being made; silencing it would hide that.',
  },
} as const satisfies Catalogue
