import type { BuildArguments } from './parse-arguments.js'

/** `build` with nothing more said, as `make` types it: what argv is taken apart with need not be loaded for that. */
export const plainBuild: BuildArguments = {
  command: 'build',
  sources: [],
  only: [],
  agency: [],
  force: false,
  jobs: 1,
  watch: false,
  open: false,
  timings: undefined,
  json: false,
  out: 'output',
  templates: undefined,
  encoding: undefined,
  revisions: undefined,
  debug: false,
}
