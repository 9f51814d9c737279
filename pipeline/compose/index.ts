export { composeDocument, type ComposeInput, type Composed } from './compose-document.js'
export { loadTemplates, type Templates } from './templates/load-templates.js'
