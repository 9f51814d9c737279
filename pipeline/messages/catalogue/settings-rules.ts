import type { Catalogue } from './rule.js'

/** Rule ids of what settings finds. */
export const settingsRules = {} as const satisfies Catalogue
