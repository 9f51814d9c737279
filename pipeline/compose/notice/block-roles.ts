import type { Block, OfficialDocument, Span } from '../../model/index.js'

/** What of the document’s form a block of its text is. */
export type BlockRole =
  | 'title'
  | 'label'
  | 'number'
  | 'copyNumber'
  | 'secrecy'
  | 'urgency'
  | 'signers'
  | 'recipients'
  | 'attachment'
  | 'issuer'
  | 'date'
  | 'note'
  | 'copies'
  | 'printed'
  | 'text'

/** In the order in which a block is asked: a title that names its issuer is a title. */
const pointers: readonly (readonly [RegExp, BlockRole])[] = [
  [/^\/(?:parts\/\d+\/)?title$/u, 'title'],
  [/^\/parts\/\d+\/label$/u, 'label'],
  [/^\/documentNumber$/u, 'number'],
  [/^\/copyNumber$/u, 'copyNumber'],
  [/^\/secrecy$/u, 'secrecy'],
  [/^\/urgency$/u, 'urgency'],
  [/^\/signers\/\d+$/u, 'signers'],
  [/^\/printed(?:By|On)$/u, 'printed'],
  [/^\/copiesTo\/\d+$/u, 'copies'],
  [/^\/mainRecipients\/\d+$/u, 'recipients'],
  [/^\/attachments\/\d+\/(?:title|label)$/u, 'attachment'],
  [/^\/issuers\/\d+$/u, 'issuer'],
  [/^\/issueDate$/u, 'date'],
  [/^\/notes\/\d+$/u, 'note'],
]

export interface RoleSpan extends Span {
  readonly role: BlockRole
  readonly pointer: string
}

/** Tells of each block of a document what it is, by where the model says its values stand. */
export class BlockRoles {
  private readonly spans: readonly RoleSpan[]

  constructor(places: OfficialDocument['places']) {
    this.spans = Object.entries(places)
      .flatMap(([pointer, spans]) => {
        const role = pointers.find(([pattern]) => pattern.test(pointer))?.[1]
        return role === undefined ? [] : spans.map((span) => ({ ...span, role, pointer }))
      })
      .sort((one, other) => one.start - other.start || one.end - other.end)
  }

  /** Values inside a span, in reading order. */
  within({ start, end }: Span): readonly RoleSpan[] {
    return this.spans.filter((span) => span.start >= start && span.end <= end)
  }

  of(block: Block): BlockRole {
    if (block.type === 'table') return 'text'
    const roles = new Set(this.within(block.span).map(({ role }) => role))
    return pointers.find(([, role]) => roles.has(role))?.[1] ?? 'text'
  }
}
