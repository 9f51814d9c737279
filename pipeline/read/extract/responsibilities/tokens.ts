import type { Role, Span } from '../../../model/index.js'
import type { ReadName } from './read-name.js'

/** What a list of bodies is made of. Places count in the statement. */
export type Token =
  | { readonly type: 'name'; readonly name: ReadName }
  /** A word behind names, and what it says that they do (负责资金保障). */
  | {
      readonly type: 'word'
      readonly role: Role
      readonly word: string
      readonly object: Span | null
      readonly at: number
    }
  /** 会同, 商, 组织: before it the lead, behind it who supports. */
  | { readonly type: 'joining'; readonly word: string; readonly at: number }
  /** What of the work the next names do: 资金保障 of 资金保障由财政部负责. */
  | { readonly type: 'part'; readonly span: Span }
  /** 等: the list goes on; with the number that it says (等6部门). */
  | { readonly type: 'open'; readonly declared: number | null; readonly span: Span }
  | { readonly type: 'person'; readonly span: Span }
  /** The mark between two pieces. */
  | { readonly type: 'mark'; readonly mark: string; readonly at: number }
  /** What is none of these. */
  | { readonly type: 'rest'; readonly span: Span }
