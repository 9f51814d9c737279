import type { Catalogue } from './rule.js'

/** Rule ids of what correct finds. */
export const correctRules = {} as const satisfies Catalogue
