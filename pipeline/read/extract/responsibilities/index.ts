export type { AssignmentContext } from './assignment-context.js'
export { readDeclaredRules, type FoundRule } from './declared-rules.js'
export type { ItemRange } from './item-range.js'
export { roleOfColumn } from './labels.js'
export { looksLikeAssignment } from './looks-like-assignment.js'
export { readDeadlines, type FoundDeadline } from './read-deadlines.js'
export {
  readResponsibilities,
  type AssignmentInput,
  type AssignmentReading,
  type Beside,
  type FoundRange,
  type FoundResponsibility,
} from './read-responsibilities.js'
