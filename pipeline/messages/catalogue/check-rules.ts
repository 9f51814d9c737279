import type { Catalogue } from './rule.js'

/** Rule ids of what check finds. */
export const checkRules = {} as const satisfies Catalogue
