import { makeFinding } from '../../../messages/index.js'
import type { Finding } from '../../../model/index.js'
import type { CheckRule } from '../check-rule.js'
import { itemsOf, spanAt } from '../items-of.js'

/** 财政厅 after 省财政厅, 宣传部 after 市委组织部: the level is left out, the name is the same. */
function isElided(text: string, whole: string): boolean {
  return (
    whole !== text && whole.endsWith(text) && /[省市县区州委]$/u.test(whole.slice(0, -text.length))
  )
}

/** One body under two printed names in one file: rarely meant, and a sign that one of them is a slip. Told once a body. */
export const agencyIsSpelledOneWay: CheckRule = {
  id: 'agency-is-spelled-one-way',
  check: (document) => {
    const spellings = new Map<string, Map<string, string>>()
    for (const { item, pointer } of itemsOf(document))
      for (const [index, { kind, from, agency, text }] of item.responsibilities.entries()) {
        if (kind !== 'agency' || from === 'correction') continue
        const texts = spellings.get(agency) ?? new Map<string, string>()
        if (!texts.has(text)) texts.set(text, `${pointer}/responsibilities/${index}`)
        spellings.set(agency, texts)
      }
    return [...spellings].flatMap(([agency, texts]): Finding[] => {
      const names = [...texts.keys()].filter(
        (text) => ![...texts.keys()].some((other) => isElided(text, other)),
      )
      const [first, second] = names
      if (first === undefined || second === undefined) return []
      return [
        makeFinding('agency-is-spelled-one-way', {
          values: { agency, names },
          span: spanAt(document, texts.get(second) ?? ''),
          related: [{ span: spanAt(document, texts.get(first) ?? ''), values: { name: first } }],
        }),
      ]
    })
  },
}
