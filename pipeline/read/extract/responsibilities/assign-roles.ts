import type { Role, Span } from '../../../model/index.js'
import type { ReadName } from './read-name.js'
import type { Token } from './tokens.js'

/** A name with the role that the words around it give. */
export interface AssignedName {
  readonly name: ReadName
  readonly role: Role
  readonly word: string | null
  readonly part: Span | null
  /** Where in the list it stands: names before the first comma have 0. */
  readonly group: number
}

/** What a label or a column’s head says of the names that no word of their own speaks of. */
export interface DefaultRole {
  readonly role: Role
  readonly word: string | null
}

interface Pending {
  readonly name: ReadName
  role: Role | null
  word: string | null
  part: Span | null
  readonly group: number
}

const commas = '，,'
const ends = '；;。'

/** Walks through a list and gives each name its role: by its note, by the word behind it, by 会同 before it, else the default. */
class RoleAssigner {
  readonly names: Pending[] = []
  #open: Pending[] = []
  #joined: string | null = null
  #part: Span | null = null
  #group = 0
  #lastWord: { readonly names: readonly Pending[]; object: Span | null } | null = null

  take(token: Token): void {
    switch (token.type) {
      case 'name':
        this.#takeName(token.name)
        break
      case 'word':
        this.#takeWord(token.role, token.word, token.object)
        break
      case 'joining':
        this.#takeJoining(token.word)
        break
      case 'part':
        this.#part = token.span
        break
      case 'rest':
        this.#takeRest(token.span)
        break
      case 'mark':
        this.#takeMark(token.mark)
        break
      case 'open':
      case 'person':
        break
    }
  }

  #takeName(name: ReadName): void {
    const pending: Pending = {
      name,
      role: name.note?.role ?? (this.#joined === null ? null : 'support'),
      word: name.note?.word ?? this.#joined,
      part: this.#part,
      group: this.#group,
    }
    this.names.push(pending)
    this.#open.push(pending)
    this.#lastWord = null
  }

  /** A word speaks of all names since the last word; those behind 会同 keep their role. */
  #takeWord(role: Role, word: string, object: Span | null): void {
    const own = this.#open.filter((each) => each.role === null)
    for (const each of own) {
      each.role = role
      each.word = word
      if (object !== null) each.part = object
    }
    this.#lastWord = { names: own, object }
    this.#open = []
    this.#joined = null
    this.#part = null
  }

  #takeJoining(word: string): void {
    for (const each of this.#open) {
      if (each.role !== null) continue
      each.role = 'lead'
      each.word = word
    }
    this.#open = []
    this.#joined = word
    this.#lastWord = null
  }

  /** 负责资金保障、绩效评价: what goes on without a name is still what the last word speaks of. */
  #takeRest(span: Span): void {
    const last = this.#lastWord
    if (last?.object == null) return
    last.object = { start: last.object.start, end: span.end }
    for (const each of last.names) each.part = last.object
  }

  #takeMark(mark: string): void {
    if (commas.includes(mark)) this.#group += 1
    if (!ends.includes(mark)) return
    this.#group += 1
    this.#joined = null
    this.#part = null
    this.#open = []
    this.#lastWord = null
  }
}

/** The names of a list with their roles, in printed order. */
export function assignRoles(
  tokens: readonly Token[],
  fallback: DefaultRole,
): readonly AssignedName[] {
  const assigner = new RoleAssigner()
  for (const token of tokens) assigner.take(token)
  return assigner.names.map(({ name, role, word, part, group }) => ({
    name,
    role: role ?? fallback.role,
    word: role === null ? fallback.word : word,
    part,
    group,
  }))
}

/** Words by which a body is responsible and, where another in the same statement only supports, is singled out. */
const singlesOut = /负责|责任|承办/u

/** 按职责分工负责, 分别负责, 各自负责, 共同负责: each answers for a share, so that nobody of them leads. */
const shares = /分工|分别|各自|共同/u

/** 负责 against 配合 in one statement: who is 负责 leads, with that word. Nothing changes where somebody leads already. */
export function singleOutLead(names: readonly AssignedName[]): readonly AssignedName[] {
  const supports = names.some(({ role }) => role === 'support')
  const leads = names.some(({ role }) => role === 'lead')
  if (!supports || leads) return names
  return names.map((each) =>
    each.role === 'responsible' &&
    each.word !== null &&
    singlesOut.test(each.word) &&
    !shares.test(each.word)
      ? { ...each, role: 'lead' as const }
      : each,
  )
}
