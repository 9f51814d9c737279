import { mapTags, nameOfTag } from './map-tags.js'

/** A number that a library counts up in its module over all documents: which tags carry it, and in which attribute. */
interface Counter {
  readonly tags: readonly string[]
  readonly attribute: string
}

/** docx counts these for the life of the process, so that a document’s numbers depend on those made before it. */
const counters: readonly Counter[] = [
  { tags: ['w:bookmarkStart', 'w:bookmarkEnd'], attribute: 'w:id' },
  { tags: ['wp:docPr'], attribute: 'id' },
  { tags: ['w:fitText'], attribute: 'w:id' },
]

/** Relationship references in the part that owns them: `r:id`, `r:embed`, `o:relid`. */
const referencePattern = /(\s(?:r:[A-Za-z]+|o:relid)=")([^"]*)(")/g

/** Gives each value met its number, from 1 in order of first occurrence. */
function numbering(): (value: string) => number {
  const known = new Map<string, number>()
  return (value) => {
    const found = known.get(value)
    if (found !== undefined) return found
    known.set(value, known.size + 1)
    return known.size
  }
}

/** Renumbers what was counted over the process; the parts are those of one document in a fixed order. */
export function renumberCounters(parts: readonly string[]): readonly string[] {
  const numberers = counters.map((counter) => ({ ...counter, numberOf: numbering() }))
  return parts.map((xml) =>
    mapTags(xml, (tag) => {
      const name = nameOfTag(tag)
      const counter = numberers.find((each) => each.tags.includes(name))
      if (counter === undefined) return tag
      return tag.replace(
        new RegExp(`(\\s${counter.attribute}=")(-?[^"]*)(")`),
        (_, before: string, value: string, after: string) =>
          `${before}${counter.numberOf(value)}${after}`,
      )
    }),
  )
}

/**
 * Names a part’s relationships rId1, rId2, … in the order of its .rels part, in both. docx gives links random ids.
 */
export function renumberRelationships(
  relationships: string,
  owner: string | null,
): { readonly relationships: string; readonly owner: string | null } {
  const numberOf = numbering()
  const known = new Set<string>()
  const renamed = mapTags(relationships, (tag) =>
    nameOfTag(tag) === 'Relationship'
      ? tag.replace(/(\sId=")([^"]*)(")/, (_, before: string, id: string, after: string) => {
          known.add(id)
          return `${before}rId${numberOf(id)}${after}`
        })
      : tag,
  )
  if (owner === null) return { relationships: renamed, owner }
  const rewritten = mapTags(owner, (tag) =>
    tag.replace(referencePattern, (whole, before: string, id: string, after: string) =>
      known.has(id) ? `${before}rId${numberOf(id)}${after}` : whole,
    ),
  )
  return { relationships: renamed, owner: rewritten }
}
