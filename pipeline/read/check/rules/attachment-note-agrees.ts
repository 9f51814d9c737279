import { makeFinding } from '../../../messages/index.js'
import type { Finding } from '../../../model/index.js'
import type { CheckRule } from '../check-rule.js'
import { isAbridged, spanAt } from '../items-of.js'

/**
 * What 附件： promises should stand in the file, and what stands there as 附件2 should be promised. Where the text says that parts of it are
 * left out (有删减), a gap is no news; a notice without a note of attachments promises none and is not asked.
 */
export const attachmentNoteAgrees: CheckRule = {
  id: 'attachment-note-agrees',
  check: (document) => {
    const missing = document.attachments.flatMap(({ title, part }, index) =>
      part !== null
        ? []
        : [
            makeFinding('attachment-note-agrees', {
              ...(isAbridged(document) ? { severity: 'info' } : {}),
              values: { title },
              span: spanAt(document, `/attachments/${index}`),
            }),
          ],
    )
    const named = new Set(document.attachments.map(({ part }) => part))
    const extra = document.parts.flatMap((part, index): Finding[] =>
      named.size === 0 || part.kind !== 'attachment' || part.label === null || named.has(index)
        ? []
        : [
            makeFinding('attachment-is-noted', {
              values: { title: part.title ?? part.label },
              span: part.blocks[0]?.span ?? null,
            }),
          ],
    )
    // Where one is missing and one is too many, the first message says enough.
    return missing.length > 0 ? missing : extra
  },
}
