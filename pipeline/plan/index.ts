export { besidePath, pathBeside, type BesideWord } from './beside.js'
export { documentKey, type KeyParts } from './document-key.js'
export {
  fingerprintAgain,
  fingerprintJobs,
  type Circumstances,
  type FacesOf,
  type FingerprintedJob,
  type TheirsAt,
} from './fingerprint-jobs.js'
export { isOurs, type FileState } from './is-ours.js'
export { planJobs, type PlanInput } from './plan-jobs.js'
