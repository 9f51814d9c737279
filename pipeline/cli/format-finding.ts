import { styleText } from 'node:util'

import type { Finding } from '../index.js'
import { relatedSentencesOf, sentenceOf } from '../messages/index.js'
import type { Language } from './language.js'
import { talkWording } from './talk-wording.js'

type Place = NonNullable<Finding['place']>

/** `3:12-3:18`, or `3:12` where it is a point. */
export function formatPlace({ start, end }: Place): string {
  const from = `${start.line}:${start.column}`
  const to = `${end.line}:${end.column}`
  return from === to ? from : `${from}-${to}`
}

const where = (path: string | null, place: Place | null): string =>
  [path, place === null ? null : formatPlace(place)].filter((each) => each !== null).join(':')

const tints = { error: 'red', warning: 'yellow', info: 'cyan' } as const

/** A finding in the manner of a compiler: `file:3:12-3:18 warning sentence [rule]`, related places on lines of their own below. */
export function formatFinding(finding: Finding, language: Language, colour: boolean): string {
  // Whether there is to be colour was decided before, by the stream that is written to.
  const paint = (style: (typeof tints)[keyof typeof tints] | 'dim', text: string) =>
    colour ? styleText(style, text, { validateStream: false }) : text
  const severity = talkWording[language].severity[finding.severity]
  const head = [
    where(finding.path, finding.place),
    paint(tints[finding.severity], severity),
    sentenceOf(finding, language),
    paint('dim', `[${finding.rule}]`),
  ].filter((each) => each !== '')
  const related = relatedSentencesOf(finding, language).flatMap((sentence, index) => {
    const place = finding.related[index]?.place ?? null
    return sentence === '' || place === null
      ? []
      : [`    ${where(finding.path, place)} ${sentence}`]
  })
  return [head.join(' '), ...related].join('\n')
}

const escapeData = (text: string): string =>
  text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')
const escapeProperty = (text: string): string =>
  escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C')

/** A finding as an annotation of a workflow: `::warning file=…,line=…::sentence`. */
export function formatForGithub(finding: Finding, language: Language): string {
  const kind = { error: 'error', warning: 'warning', info: 'notice' }[finding.severity]
  const { place } = finding
  const properties = [
    finding.path === null ? null : `file=${escapeProperty(finding.path)}`,
    ...(place === null
      ? []
      : [
          `line=${place.start.line}`,
          `endLine=${place.end.line}`,
          `col=${place.start.column}`,
          `endColumn=${place.end.column}`,
        ]),
    `title=${escapeProperty(finding.rule)}`,
  ].filter((each) => each !== null)
  return `::${kind} ${properties.join(',')}::${escapeData(sentenceOf(finding, language))}`
}
