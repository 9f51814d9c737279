export { extractDraft, type ExtractContext } from './extract-draft.js'
export { joinDraft } from './join-draft.js'
