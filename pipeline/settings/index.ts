export { findSources, pathFromHere, type FoundSources, type Source } from './find-sources.js'
export { loadCorrections, type LoadedCorrections } from './load-corrections.js'
export { correctionsPathOf, loadSettings, type Settings } from './load-settings.js'
export { loadTemplateFiles } from './load-template-files.js'
