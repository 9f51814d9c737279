export { dropReasons, type DropReason } from './drop-reason.js'
export { markdownSource } from './markdown/markdown-source.js'
export { noticeSyntax } from './markdown/notice-syntax.js'
export {
  decodeFile,
  parseSource,
  revisionChoices,
  type ParseOptions,
  type RevisionChoice,
} from './parse-source.js'
export type { ParsedSource } from './parsed-source.js'
export { sourceFormatOf } from './source-format.js'
