import type { Catalogue } from './rule.js'

/** Rule ids of what settings finds: files that people write in sources/, and which of them are notices. */
export const settingsRules = {
  'settings-file-readable': {
    severity: 'error',
    zh: '「{path}」读不出来（{code}）。请确认文件存在、有读取权限，且未被其他程序独占。',
    en: '`{path}` cannot be read ({code}). Check that it is there, that you may read it, and that no other program holds it.',
    rationale:
      'A settings file that is there but cannot be read must not count as one that is not there.',
  },
  'settings-file-is-text': {
    severity: 'error',
    zh: '「{path}」不是 UTF-8 文本。请在编辑器中另存为 UTF-8。',
    en: '`{path}` is not UTF-8 text. Save it as UTF-8 in your editor.',
    rationale: 'YAML is Unicode; a guess at another encoding could turn one agency into another.',
  },
  'settings-file-is-yaml': {
    severity: 'error',
    zh: '「{path}」从这里起不合 YAML 写法：{problem}。请检查缩进、引号和冒号（冒号用半角，后空一格）。',
    en: '`{path}` is not YAML from here on: {problem}. Check indentation, quotes and colons (a colon is followed by a space).',
    rationale: 'What stands after the first break of the syntax cannot be relied on.',
  },
  'settings-indented-with-spaces': {
    severity: 'error',
    zh: '「{path}」这一行用制表符缩进，YAML 只认空格。请改用空格。',
    en: '`{path}` is indented with a tab here; YAML knows spaces alone. Use spaces.',
    rationale: 'The commonest slip of a hand-written YAML file, and one that cannot be seen.',
  },
  'settings-keys-unique': {
    severity: 'error',
    zh: '「{path}」同一处的键「{key}」写了两次。请只留一个。',
    en: '`{path}` has the key `{key}` twice in one place. Keep one.',
    rationale: 'Which of two values a person meant cannot be known.',
  },
  'settings-keys-known': {
    severity: 'error',
    zh: '键「{key}」不认识，此处可用：{expected}。请改正或删去。',
    en: 'The key `{key}` is not known; here may stand: {expected}. Mend it or take it out.',
    rationale: 'A misspelt key would otherwise be a setting without effect.',
  },
  'settings-keys-complete': {
    severity: 'error',
    zh: '「{key}」缺少键：{expected}。请补上。',
    en: '`{key}` lacks the key: {expected}. Add it.',
    rationale: 'A setting that lacks a part cannot be applied without inventing that part.',
  },
  'settings-value-is-text': {
    severity: 'error',
    zh: '「{key}」应为文字，现为「{found}」。数字、日期之类请加引号。',
    en: '`{key}` should be text and is `{found}`. Put numbers and the like in quotes.',
    rationale: 'A telephone number that is read as a number loses its leading zeros.',
  },
  'settings-value-is-number': {
    severity: 'error',
    zh: '「{key}」应为整数，现为「{found}」。',
    en: '`{key}` should be a whole number and is `{found}`.',
    rationale: 'Serial numbers and pages are counted with.',
  },
  'settings-value-is-yes-or-no': {
    severity: 'error',
    zh: '「{key}」应为 true 或 false，现为「{found}」。',
    en: '`{key}` should be true or false and is `{found}`.',
    rationale: '是 and yes are text in YAML 1.2 and would always count as set.',
  },
  'settings-value-is-list': {
    severity: 'error',
    zh: '「{key}」应为列表，现为「{found}」。请每行一项，以「- 」开头。',
    en: '`{key}` should be a list and is `{found}`. Write one entry a line, each after `- `.',
    rationale: 'A single value where several may stand is read in one way alone.',
  },
  'settings-value-is-mapping': {
    severity: 'error',
    zh: '「{key}」应为若干「键: 值」，现为「{found}」。请检查冒号是否为半角、后面是否空一格。',
    en: '`{key}` should hold `key: value` lines and is `{found}`. Check that each colon is a half-width one with a space after it.',
    rationale: 'A full-width colon makes the whole line one piece of text.',
  },
  'settings-value-is-date': {
    severity: 'error',
    zh: '「{key}」应为存在的日期，写作 2023-06-24，现为「{found}」。',
    en: '`{key}` should be a date that exists, written 2023-06-24, and is `{found}`.',
    rationale: 'Dates are compared and printed; one that does not exist would be printed as it is.',
  },
  'settings-value-is-one-of': {
    severity: 'error',
    zh: '「{key}」只能是 {expected} 之一，现为「{found}」。',
    en: '`{key}` can only be one of {expected} and is `{found}`.',
    rationale: 'Each choice has a meaning of its own; another word has none.',
  },
  'settings-value-in-range': {
    severity: 'error',
    zh: '「{key}」过小或过大：现为「{found}」，应{bound}。',
    en: '`{key}` is out of range: it is `{found}` and should be {bound}.',
    rationale: 'An empty reason or a page 0 says nothing.',
  },
  'settings-value-well-formed': {
    severity: 'error',
    zh: '「{key}」的写法不对，现为「{found}」（{problem}）。',
    en: '`{key}` is not written as it should be: it is `{found}` ({problem}).',
    rationale: 'What no other rule of the settings words more closely.',
  },
  'settings-file-known': {
    severity: 'warning',
    zh: '「{path}」不是已知的设置文件，未读取。已知的有：{expected}。',
    en: '`{path}` is no settings file that is known, and was not read. Known are: {expected}.',
    rationale: 'A misspelt name would otherwise be a file without effect.',
  },
  'corrections-have-a-notice': {
    severity: 'warning',
    zh: '「{path}」校正的公文「{id}」不在此文件夹中，校正未使用。请核对文件名。',
    en: '`{path}` corrects the notice `{id}`, which is not in this folder; nothing was applied. Check the name.',
    rationale: 'A renamed notice would lose its corrections without a word.',
  },
  'agency-forms-unique': {
    severity: 'error',
    zh: '「{path}」中，名称「{form}」既指「{of}」又指「{by}」。请只留一处。',
    en: '`{path}`: the name `{form}` stands for `{of}` and for `{by}`. Keep it in one place.',
    rationale: 'Two agencies of one name would get each other’s tasks.',
  },
  'agency-references-known': {
    severity: 'error',
    zh: '「{path}」中，「{of}」的 {field} 所指的「{value}」不是已知机构。请核对名称，或先添加该机构。',
    en: '`{path}`: `{value}`, which {field} of `{of}` names, is no agency that is known. Check the name, or add the agency first.',
    rationale: 'A packet that is to go to nobody would go nowhere.',
  },
  'sources-folder-exists': {
    severity: 'error',
    zh: '没有文件夹「{path}」。请建立它并把公文（{expected}）放进去，或写明公文的路径。',
    en: 'There is no folder `{path}`. Make it and put notices ({expected}) there, or name the notices’ paths.',
    rationale: 'A build of nothing that ends well would hide a mistyped path.',
  },
  'sources-found': {
    severity: 'warning',
    zh: '文件夹「{path}」里没有公文。请把公文（{expected}）放进去。',
    en: 'The folder `{path}` holds no notice. Put notices ({expected}) there.',
    rationale: 'The last notice may have been taken away on purpose: its files go, and it is said.',
  },
  'source-exists': {
    severity: 'error',
    zh: '找不到「{path}」。请核对路径。',
    en: '`{path}` is not there. Check the path.',
    rationale: 'A path that was named is meant.',
  },
  'source-readable': {
    severity: 'error',
    zh: '公文「{path}」读不出来（{code}）。请确认有读取权限，且未被其他程序独占。',
    en: 'The notice `{path}` cannot be read ({code}). Check that you may read it and that no other program holds it.',
    rationale: 'A notice that cannot be read is not one that was withdrawn: its files stay.',
  },
  'source-ids-unique': {
    severity: 'error',
    zh: '「{path}」与「{other}」去掉扩展名后同名，会写进同一个文件夹。请给其中一个改名。',
    en: '`{path}` and `{other}` have one name without their endings and would be written into one folder. Rename one.',
    rationale: 'Case and Unicode form are folded, as on the disks of Windows and macOS.',
  },
  'source-id-usable': {
    severity: 'error',
    zh: '公文文件名「{path}」不能用：「{id}」是输出文件夹中另有用途的名称。请改名。',
    en: 'The name of the notice `{path}` cannot be used: `{id}` has another use in the output folder. Rename it.',
    rationale: 'output/agencies and output/index are made from all notices.',
  },
  'templates-folder-exists': {
    severity: 'error',
    zh: '模板文件夹「{path}」不存在。请核对路径。',
    en: 'The templates folder `{path}` is not there. Check the path.',
    rationale: 'Without it the package’s own templates would be used as if nothing had been asked.',
  },
} as const satisfies Catalogue
