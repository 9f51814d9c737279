import { makeFinding } from '../../../messages/index.js'
import type { Finding } from '../../../model/index.js'
import type { CheckRule } from '../check-rule.js'
import { itemsOf, spanAt } from '../items-of.js'

/**
 * 财政厅 after 省财政厅, 宣传部 after 市委组织部: the level is left out, the name is the same. So it is where a place stands before the level
 * (广东省财政厅, 省财政厅), and where a division follows (区教育局安全科).
 */
function isElided(text: string, whole: string): boolean {
  if (whole === text) return false
  if (whole.endsWith(text))
    return /[省市县区州委]$/u.test(whole.slice(0, -text.length)) || /^[省市县区州]/u.test(text)
  return text.startsWith(whole) && /[处科司室股]$/u.test(text)
}

/** One body under two printed names in one file: rarely meant, and a sign that one of them is a slip. Told once a body. */
export const agencyIsSpelledOneWay: CheckRule = {
  id: 'agency-is-spelled-one-way',
  check: (document) => {
    const spellings = new Map<string, Map<string, string>>()
    for (const { item, pointer } of itemsOf(document))
      for (const [
        index,
        { kind, from, agency, text: printed },
      ] of item.responsibilities.entries()) {
        // A line’s end within a name is no other spelling.
        const text = printed.replace(/\s/g, '').replace(/[（(〔][^（）()〔〕]*[）)〕]$/u, '')
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
