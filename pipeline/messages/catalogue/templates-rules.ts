import type { Catalogue } from './rule.js'

/** Rule ids of what templates finds. */
export const templatesRules = {} as const satisfies Catalogue
