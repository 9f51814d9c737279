export { readCorrections } from './read-corrections.js'
export { readSettings, type Settings } from './read-settings.js'
