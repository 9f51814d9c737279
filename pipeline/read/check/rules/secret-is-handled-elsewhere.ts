import { makeFinding } from '../../../messages/index.js'
import type { CheckRule } from '../check-rule.js'
import { spanAt } from '../items-of.js'

/** A classified paper may not be processed on a machine for public information: said before anything else. */
export const secretIsHandledElsewhere: CheckRule = {
  id: 'secret-is-handled-elsewhere',
  check: (document) =>
    document.secrecy === null
      ? []
      : [
          makeFinding('secret-is-handled-elsewhere', {
            values: { secrecy: document.secrecy },
            span: spanAt(document, '/secrecy'),
          }),
        ],
}
