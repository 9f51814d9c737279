import type { Catalogue } from './rule.js'

/** Rule ids of what render finds. */
export const renderRules = {} as const satisfies Catalogue
