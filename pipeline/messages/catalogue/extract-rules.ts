import type { Catalogue } from './rule.js'

/** Rule ids of what extract finds. */
export const extractRules = {} as const satisfies Catalogue
