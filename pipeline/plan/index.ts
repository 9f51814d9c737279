export { besidePath, pathBeside, type BesideWord } from './beside.js'
export { documentKey, type KeyParts } from './document-key.js'
export {
  fingerprintJobs,
  type Circumstances,
  type FacesOf,
  type FingerprintedJob,
} from './fingerprint-jobs.js'
export { isOurs, planJobs, type FileState, type PlanInput } from './plan-jobs.js'
