export { catalogue, type RuleDescription, type RuleId } from './catalogue/index.js'
export { makeFinding, type FindingParts } from './make-finding.js'
export { relatedSentencesOf, sentenceOf, type MessageLanguage } from './sentence.js'
