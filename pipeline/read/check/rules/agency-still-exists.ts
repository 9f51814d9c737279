import { resolveAgency } from '../../../agencies/index.js'
import { makeFinding } from '../../../messages/index.js'
import type { Finding } from '../../../model/index.js'
import { bodiesOf, namingOf } from '../bodies-of.js'
import type { CheckRule } from '../check-rule.js'

/** A body of the notice’s date that has been renamed or merged since; with several successors a person must say who gets the packet. */
export const agencyStillExists: CheckRule = {
  id: 'agency-still-exists',
  check: (document, { agencies }) =>
    bodiesOf(document).flatMap(({ text, span, item }): readonly Finding[] => {
      const resolution = resolveAgency(agencies, text, namingOf(document))
      if (resolution.type === 'unknown' || resolution.type === 'generic') return []
      const { successors } = resolution
      if (resolution.type === 'ambiguous' || successors.length > 1)
        return [
          makeFinding('agency-has-one-successor', {
            values: { name: text, successors: [...successors] },
            span,
            item,
          }),
        ]
      return resolution.now === null || resolution.now === resolution.name
        ? []
        : [
            makeFinding('agency-still-exists', {
              values: { name: text, now: resolution.now },
              span,
              item,
            }),
          ]
    }),
}
