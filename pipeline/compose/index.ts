export { composeDocument, type ComposeInput, type Composed } from './compose-document.js'
export { loadTemplates, type Template, type Templates } from './templates/load-templates.js'
