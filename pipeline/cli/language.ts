export type Language = 'zh' | 'en'

/**
 * The language of the terminal’s talk: --lang, else the locale in the order that POSIX gives (LC_ALL, LC_MESSAGES, LANG), else English.
 * Found before argv is parsed, because usage errors and help are talk too.
 */
export function findLanguage(
  argv: readonly string[],
  variable: (name: string) => string | undefined,
): Language {
  const at = argv.findIndex((each) => each === '--lang' || each.startsWith('--lang='))
  const asked = at < 0 ? undefined : (argv[at]?.split('=')[1] ?? argv[at + 1])
  if (asked === 'zh' || asked === 'en') return asked
  const locale = ['LC_ALL', 'LC_MESSAGES', 'LANG']
    .map(variable)
    .find((each) => each !== undefined && each !== '')
  return locale?.toLowerCase().startsWith('zh') === true ? 'zh' : 'en'
}
