import type { Catalogue } from './rule.js'

/** Rule ids of what parse finds. */
export const parseRules = {} as const satisfies Catalogue
