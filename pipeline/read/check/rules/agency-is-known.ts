import { resolveAgency } from '../../../agencies/index.js'
import { makeFinding } from '../../../messages/index.js'
import type { Finding } from '../../../model/index.js'
import { bodiesOf, namingOf } from '../bodies-of.js'
import type { CheckRule } from '../check-rule.js'

/**
 * A name that the registry does not know is used as printed. One that is near a known one may be a slip: told by itself. The others are
 * told once a document: enterprises and local bodies that no registry holds are normal.
 */
export const agencyIsKnown: CheckRule = {
  id: 'agency-is-known',
  check: (document, { agencies }) => {
    const naming = namingOf(document)
    const unknown = bodiesOf(document).flatMap((body) => {
      const resolution = resolveAgency(agencies, body.text, naming)
      const byName = resolveAgency(agencies, body.agency, naming)
      return resolution.type === 'unknown' && byName.type === 'unknown'
        ? [{ ...body, nearest: resolution.nearest }]
        : []
    })
    const slips = unknown.filter(({ nearest }) => nearest !== null)
    const others = unknown.filter(({ nearest }) => nearest === null)
    const [first] = others
    return [
      ...slips.map(({ text, nearest, span, item }): Finding =>
        makeFinding('agency-is-known', {
          values: { name: text, nearest: nearest ?? '' },
          span,
          item,
        }),
      ),
      ...(first === undefined
        ? []
        : [
            makeFinding('agencies-are-known', {
              values: { names: others.map(({ text }) => text), number: others.length },
              span: first.span,
            }),
          ]),
    ]
  },
}
