import { closest, distance } from 'fastest-levenshtein'

import type { Language } from './language.js'

/** The sentences in which commander tells of a slip in usage, and how they read in Chinese. `$1` … are what was typed. */
const chinese: readonly (readonly [RegExp, string])[] = [
  [/^unknown command '(.*)'$/u, '没有命令「$1」'],
  [/^unknown option '(.*)'$/u, '没有选项「$1」'],
  [/^missing required argument '(.*)'$/u, '缺少参数「$1」'],
  [/^option '(.*)' argument missing$/u, '选项「$1」后面缺少值'],
  [
    /^option '(.*)' argument '(.*)' is invalid\. Allowed choices are (.*)\.$/u,
    '选项「$1」不能是「$2」，可以是：$3',
  ],
  [/^option '(.*)' argument '(.*)' is invalid\. (.*)$/u, '选项「$1」不能是「$2」：$3'],
  [
    /^command-argument value '(.*)' is invalid for argument '(.*)'\. Allowed choices are (.*)\.$/u,
    '参数「$2」不能是「$1」，可以是：$3',
  ],
  [
    /^too many arguments for '(.*)'\. Expected (\d+) arguments? but got (\d+)\.$/u,
    '「$1」的参数过多：最多 $2 个，给了 $3 个',
  ],
  [
    /^too many arguments\. Expected (\d+) arguments? but got (\d+)\.$/u,
    '参数过多：最多 $1 个，给了 $2 个',
  ],
]

/** The nearest of the words that would have been right; null where none is near. */
function nearestWord(typed: string, words: readonly string[]): string | null {
  if (words.length === 0) return null
  const nearest = closest(typed, [...words])
  return distance(typed, nearest) <= Math.max(1, nearest.length * 0.4) ? nearest : null
}

/** Commander offers the nearest command and option itself; of a value it only lists the choices. */
function nearestChoice(sentence: string): string | null {
  const found =
    /^(?:command-argument value|option '.*' argument) '(.*)' is invalid.*Allowed choices are (.*)\.$/u
  const [, typed, choices] = found.exec(sentence) ?? []
  return typed === undefined || choices === undefined
    ? null
    : nearestWord(typed, choices.split(', '))
}

function sentenceIn(sentence: string, language: Language): string {
  if (language === 'en') return sentence
  const form = chinese.find(([pattern]) => pattern.test(sentence))
  return form === undefined ? sentence : sentence.replace(form[0], form[1])
}

const ask = (word: string, language: Language): string =>
  language === 'zh' ? `（是不是 ${word}？）` : `(Did you mean ${word}?)`

/** What commander says of a slip in usage, in the language of the terminal, with the nearest word that would have been right. */
export function usageError(said: string, language: Language): string {
  const [first = '', ...others] = said.trimEnd().split('\n')
  const sentence = first.replace(/^error: /u, '')
  const offered = /^\(Did you mean (?:one of )?(.*)\?\)$/u.exec(others.join('\n'))?.[1] ?? null
  const near = offered ?? nearestChoice(sentence)
  const head = language === 'zh' ? '错误：' : 'error: '
  const lines = [
    `${head}${sentenceIn(sentence, language)}`,
    ...(near === null ? [] : [ask(near, language)]),
  ]
  return `${lines.join('\n')}\n`
}

/** `fengong help biuld` asks for a command that there is none of: the same answer as to the command itself. */
export function unknownHelp(
  argv: readonly string[],
  commands: readonly string[],
  language: Language,
): string | null {
  const [help, name] = argv
  if (help !== 'help' || name === undefined || name.startsWith('-')) return null
  if (commands.includes(name)) return null
  const near = nearestWord(name, commands)
  const offer = near === null ? '' : `\n(Did you mean ${near}?)`
  return usageError(`error: unknown command '${name}'${offer}`, language)
}
