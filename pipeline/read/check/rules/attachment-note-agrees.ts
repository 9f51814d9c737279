import { makeFinding } from '../../../messages/index.js'
import type { CheckRule } from '../check-rule.js'
import { spanAt } from '../items-of.js'

/** What 附件： promises should stand in the file. Where the text says that parts of it are left out (有删减), a gap is no news. */
export const attachmentNoteAgrees: CheckRule = {
  id: 'attachment-note-agrees',
  check: (document) => {
    const abridged = document.notes.some((note) => note.includes('删减'))
    return document.attachments.flatMap(({ title, part }, index) =>
      part !== null
        ? []
        : [
            makeFinding('attachment-note-agrees', {
              ...(abridged ? { severity: 'info' } : {}),
              values: { title },
              span: spanAt(document, `/attachments/${index}`),
            }),
          ],
    )
  },
}
