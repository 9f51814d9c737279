import type { Finding } from '../model/index.js'
import { catalogue, type RuleDescription } from './catalogue/index.js'

export type MessageLanguage = 'zh' | 'en'
type Values = Readonly<Record<string, string | number | readonly string[]>>

/** Invisible and control characters as their code points, so that a message shows what it is about. */
export function showInvisible(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029]/gu,
    (character) =>
      `‹U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}›`,
  )
}

function fill(wording: string, values: Values, language: MessageLanguage): string {
  return wording.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name]
    if (value === undefined) return whole
    if (typeof value === 'string') return showInvisible(value)
    if (typeof value === 'number') return String(value)
    return value.map(showInvisible).join(language === 'zh' ? '、' : ', ')
  })
}

function describe(rule: string): RuleDescription | undefined {
  return (catalogue as Readonly<Record<string, RuleDescription>>)[rule]
}

/** The sentence of a finding. A rule that the catalogue does not know (an older manifest) is named by its id. */
export function sentenceOf(finding: Finding, language: MessageLanguage): string {
  const description = describe(finding.rule)
  return description === undefined
    ? finding.rule
    : fill(language === 'zh' ? description.zh : description.en, finding.values, language)
}

/** The sentences of a finding’s related places, in order; empty where the rule has no wording for them. */
export function relatedSentencesOf(finding: Finding, language: MessageLanguage): readonly string[] {
  const description = describe(finding.rule)
  const wording = language === 'zh' ? description?.relatedZh : description?.relatedEn
  return finding.related.map((related) => fill(wording ?? '', related.values, language))
}
