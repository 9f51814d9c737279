export {
  composeOverview,
  type ComposedOverview,
  type OverviewInput,
  type OverviewPaper,
} from './compose-overview.js'
export { composeDocument, type ComposeInput, type Composed } from './compose-document.js'
export { longestOwnName, shortestName } from './output-path.js'
export { knowYaml, type KnownYaml } from './templates/known-yaml.js'
export { loadTemplates, type Templates } from './templates/load-templates.js'
export { noticeRows, type NoticeRows, type RecordedFile } from './overview/notice-rows.js'
export type { MissingNotice } from './overview/overview-schema.js'
