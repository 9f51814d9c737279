import { buildRules } from './build-rules.js'
import { checkRules } from './check-rules.js'
import { correctRules } from './correct-rules.js'
import { extractRules } from './extract-rules.js'
import { parseRules } from './parse-rules.js'
import { renderRules } from './render-rules.js'
import { responsibilityRules } from './responsibility-rules.js'
import { settingsRules } from './settings-rules.js'
import { sheetRules } from './sheet-rules.js'
import { templatesRules } from './templates-rules.js'

/** Every rule by its id, the healthy property. One file a room, so that a rule stands near what finds it. */
export const catalogue = {
  ...parseRules,
  ...extractRules,
  ...responsibilityRules,
  ...correctRules,
  ...checkRules,
  ...settingsRules,
  ...templatesRules,
  ...renderRules,
  ...sheetRules,
  ...buildRules,
}
export type RuleId = keyof typeof catalogue
export type { Catalogue, RuleDescription } from './rule.js'
