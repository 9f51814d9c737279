import { attribute, elementsIn, find, parsePart } from './xml.js'

export interface Relationship {
  readonly type: string
  /** Of a part: its name in the archive; of anything outside: as written. */
  readonly target: string
  readonly isExternal: boolean
}

/** What a part refers to by id: pictures, links, headers, notes. */
export function readRelationships(
  parts: ReadonlyMap<string, string>,
  part: string,
): ReadonlyMap<string, Relationship> {
  const slash = part.lastIndexOf('/') + 1
  const folder = part.slice(0, slash)
  const root = parsePart(parts.get(`${folder}_rels/${part.slice(slash)}.rels`))
  return new Map(
    elementsIn(find(root, 'Relationships'), 'Relationship').map((element) => {
      const target = attribute(element, 'Target') ?? ''
      const isExternal = attribute(element, 'TargetMode') === 'External'
      const name = target.startsWith('/') ? target.slice(1) : `${folder}${target}`
      const type = (attribute(element, 'Type') ?? '').split('/').at(-1) ?? ''
      return [
        attribute(element, 'Id') ?? '',
        { type, target: isExternal ? target : name, isExternal },
      ]
    }),
  )
}
