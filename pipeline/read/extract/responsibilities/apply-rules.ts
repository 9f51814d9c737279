import type { DeclaredRule } from '../../../model/index.js'
import type { AssignedName } from './assign-roles.js'
import { markOfRule, type FoundRule } from './declared-rules.js'

/** A name whose role may come from a rule. */
export interface RuledName extends AssignedName {
  readonly from: 'notice' | 'rule'
}

type Rule = DeclaredRule | FoundRule

/** The word of the rule that gives the role: 牵头单位 of 列第一位的为牵头单位. */
function wordOf(rule: Rule): string {
  return /(?:牵头|主办|主责)(?:单位|部门)?/u.exec(rule.text)?.[0] ?? rule.text
}

/** 其余为配合单位: what the rule makes of those who do not lead. */
function restRole(rule: Rule): 'support' | null {
  return /(?:其余|其他|其它|后面|之后|逗号后)[^。；;]*(?:配合|协办|参与)/u.test(rule.text)
    ? 'support'
    : null
}

function lead(name: AssignedName, rule: Rule): RuledName {
  return { ...name, role: 'lead', word: wordOf(rule), from: 'rule' }
}

function others(name: AssignedName, rule: Rule): RuledName {
  const role = restRole(rule)
  return role === null
    ? { ...name, from: 'notice' }
    : { ...name, role, word: /配合|协办|参与/u.exec(rule.text)?.[0] ?? null, from: 'rule' }
}

/** A rule speaks of names that nothing else singles out: those that are only responsible. */
function isOpen(name: AssignedName): boolean {
  return name.role === 'responsible'
}

function sameMark(mark: string | null, rule: Rule): boolean {
  const wanted = markOfRule(rule.text)
  const fold = (each: string): string => (each === '＊' ? '*' : each)
  return mark !== null && wanted !== null && fold(mark) === fold(wanted)
}

/** 无牵头单位的，责任单位即为牵头单位. */
function isResponsibleLeads({ kind }: Rule): boolean {
  return kind === 'responsible-leads'
}

function decidedBy(names: readonly AssignedName[], besideLead: boolean): boolean {
  return besideLead || names.some(({ role }) => role === 'lead')
}

/** What became of a list under the rules that hold for it. */
export interface RuledNames {
  readonly names: readonly RuledName[]
  /** The rule that a list without a comma leaves without effect. */
  readonly commaMissing: boolean
  /** Marks that no rule explains. */
  readonly unexplained: readonly AssignedName[]
}

/**
 * Applies the rules that hold for a statement to its names. A role that the statement gives by a word of its own stays; 排名不分先后 takes the
 * rules of order away; of several rules of order the last declared holds. `besideLead`: another column names who leads.
 */
export function applyRules(
  names: readonly AssignedName[],
  rules: readonly Rule[],
  besideLead = false,
): RuledNames {
  const unranked = rules.some(({ kind }) => kind === 'unranked')
  const star = rules.filter(({ kind }) => kind === 'star')
  const order = unranked
    ? undefined
    : rules.filter(({ kind }) => kind === 'first-leads' || kind === 'before-comma').at(-1)
  const decided = besideLead || names.some(({ role }) => role === 'lead' || role === 'support')
  const open = names.filter(isOpen)
  const noLead = decidedBy(names, besideLead) ? undefined : rules.find(isResponsibleLeads)
  const marked = open.filter(({ name }) => name.mark !== null)
  const unexplained = marked.filter(({ name }) => !star.some((rule) => sameMark(name.mark, rule)))
  const several = new Set(open.map(({ group }) => group)).size > 1
  const firstGroup = open[0]?.group
  const leads = (each: AssignedName): Rule | null => {
    const byMark = star.find((rule) => sameMark(each.name.mark, rule))
    if (byMark !== undefined) return byMark
    if (noLead !== undefined) return noLead
    if (order === undefined || decided || marked.length > unexplained.length) return null
    if (order.kind === 'first-leads') return each === open[0] ? order : null
    return several && each.group === firstGroup ? order : null
  }
  const ruled = names.map((each): RuledName => {
    if (!isOpen(each)) return { ...each, from: 'notice' }
    const rule = leads(each)
    if (rule !== null) return lead(each, rule)
    const applied = star[0] ?? (decided ? undefined : order)
    const takesPart = applied !== undefined && (applied.kind !== 'before-comma' || several)
    return takesPart ? others(each, applied) : { ...each, from: 'notice' }
  })
  const commaMissing = order?.kind === 'before-comma' && !decided && !several && open.length > 0
  return { names: ruled, commaMissing, unexplained }
}
