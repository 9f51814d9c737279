import { faceRoles, type Finding, type StyleSheet } from '../../model/index.js'
import { makeFinding } from '../../messages/index.js'
import { readReference, stylesMissingFrom, withFacesOf, type Reference } from './reference.js'

/** Faces that the styles of a reference document name, whatever the script. */
function facesOfReference(reference: Reference): readonly string[] {
  return [...reference.values()].flatMap(({ run }) =>
    [...(run.get('rFonts') ?? '').matchAll(/\sw:(?:ascii|hAnsi|eastAsia)="([^"]+)"/gu)].map(
      ([, name = '']) => name,
    ),
  )
}

/** Of a reference document only the styles that the sheet has go into a file. */
function ofSheet(style: StyleSheet, reference: Reference): Reference {
  const missing = new Set(stylesMissingFrom(style, reference))
  const names = Object.values(style.text).map(({ name }) => name)
  const kept = new Set([...names.filter((name) => !missing.has(name)), 'Normal', 'Subtitle'])
  return new Map([...reference].filter(([name]) => kept.has(name)))
}

/** The faces that a Word file in a style names, its reference document’s among them; each once, the standard’s five first. */
export function wordFaces(style: StyleSheet): readonly string[] {
  const reference = readReference(style)
  const { faces } = withFacesOf(style, reference)
  const named = reference === null ? [] : facesOfReference(ofSheet(style, reference))
  return [...new Set([...faceRoles.map((role) => faces[role].word), ...named])]
}

/** What there is to say of a style’s reference document, once a run: it cannot be read, or lacks styles, which stay the package’s. */
export function referenceFindings(style: StyleSheet): readonly Finding[] {
  if (style.reference === undefined) return []
  const reference = readReference(style)
  if (reference === null) return [makeFinding('reference-document-readable')]
  const missing = stylesMissingFrom(style, reference)
  return missing.length === 0
    ? []
    : [
        makeFinding('reference-document-has-the-styles', {
          values: { styles: [...missing], count: missing.length },
        }),
      ]
}
