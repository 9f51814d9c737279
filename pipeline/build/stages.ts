/*
 * The stages of a document that must be built, behind one import: a build in which all is fresh does not load them, nor the parsers and
 * template engines that they bring.
 */
export { composeNotice, type ComposedNotice } from './compose-notice.js'
export { longestName } from './longest-name.js'
export { makeOverview } from './make-overview.js'
export { makeFiles } from './make-files.js'
export { filesAfter, planFiles } from './plan-files.js'
export { blocksSource, readNotice } from './read-notice.js'
export { lockFolder, sweepLeftovers } from '../write/index.js'
