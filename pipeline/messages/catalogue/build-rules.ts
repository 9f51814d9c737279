import type { Catalogue } from './rule.js'

/** Rule ids of what build finds. */
export const buildRules = {} as const satisfies Catalogue
