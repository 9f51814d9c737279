/*
 * What can be fetched and hashed without reading it: a build in which all is fresh stops here, and loads neither YAML nor the registry.
 */
export { findSources, pathFromHere, type FoundSources, type Source } from './find-sources.js'
export { loadTemplateFiles } from './load-template-files.js'
export { readFileOrFinding } from './read-file.js'
export {
  attachmentsFolderOf,
  correctionsPathOf,
  fetchSettings,
  type SettingsFile,
  type SettingsFiles,
} from './settings-files.js'
