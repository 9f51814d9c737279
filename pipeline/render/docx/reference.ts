import type { FaceRole, StyleSheet, TextStyleName } from '../../model/index.js'
import { readPart } from '../seal/read-part.js'

/** What a reference document says of a style: its properties by element name, as XML. */
interface ReferenceStyle {
  readonly run: ReadonlyMap<string, string>
  readonly paragraph: ReadonlyMap<string, string>
}

/** Styles of a reference document by the name that a person sees. */
export type Reference = ReadonlyMap<string, ReferenceStyle>

/** What an office sets in the dialogs of a style. Numbering, revisions and sections belong to the document that they stand in. */
const runProperties = ['rFonts', 'color', 'sz', 'szCs', 'spacing', 'u', 'w', 'kern'] as const
const paragraphProperties = [
  'spacing',
  'ind',
  'jc',
  'keepNext',
  'keepLines',
  'pBdr',
  'shd',
] as const

function propertiesOf(xml: string, wanted: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const name of wanted) {
    const element = new RegExp(`<w:${name}(?:\\s[^>]*)?(?:/>|(?<!/)>.*?</w:${name}>)`, 'su').exec(
      xml,
    )
    if (element !== null) found.set(name, element[0])
  }
  return found
}

const inside = (xml: string, name: string): string =>
  new RegExp(`<w:${name}>(.*?)</w:${name}>`, 'su').exec(xml)?.[1] ?? ''

/** Reads the styles of an edited Word file; null where there is none, or it cannot be read as one. */
export function readReference({ reference }: StyleSheet): Reference | null {
  if (reference === undefined) return null
  const xml = readPart(Buffer.from(reference, 'base64'), 'word/styles.xml')
  if (xml === null) return null
  const styles = new Map<string, ReferenceStyle>()
  for (const [, body = ''] of xml.matchAll(/<w:style\s[^>]*>(.*?)<\/w:style>/gsu)) {
    const name = /<w:name\s+w:val="([^"]*)"/u.exec(body)?.[1]
    if (name === undefined) continue
    const run = inside(body.replace(/<w:pPr>.*?<\/w:pPr>/su, ''), 'rPr')
    styles.set(name, {
      run: propertiesOf(run, runProperties),
      paragraph: propertiesOf(inside(body, 'pPr'), paragraphProperties),
    })
  }
  return styles
}

/** The style in which each face of the sheet is seen: where an office changes that, runs that name the face by its role follow. */
const shownBy: readonly (readonly [FaceRole, TextStyleName])[] = [
  ['fang', 'body'],
  ['kai', 'heading2'],
  ['hei', 'heading1'],
  ['title', 'title'],
  ['song', 'pageNumber'],
]

const ownNames: Readonly<Record<string, string>> = { 正文: 'Normal', 副标题: 'Subtitle' }

/** The faces that a reference document names, in the place of the sheet’s. */
export function withFacesOf(style: StyleSheet, reference: Reference | null): StyleSheet {
  if (reference === null) return style
  const faces = { ...style.faces }
  for (const [role, name] of shownBy) {
    const shown = style.text[name].name
    const fonts = reference.get(ownNames[shown] ?? shown)?.run.get('rFonts')
    const word = /\sw:eastAsia="([^"]+)"/u.exec(fonts ?? '')?.[1]
    if (word !== undefined && style.text[name].face === role) faces[role] = { ...faces[role], word }
  }
  return { ...style, faces }
}

/** Attributes of the same element: theirs over ours; no face of a theme. */
function mergedElement(ours: string | undefined, theirs: string): string {
  if (ours === undefined || !ours.endsWith('/>') || !theirs.endsWith('/>'))
    return theirs.replace(/\sw:\w*[Tt]heme\w*="[^"]*"/gu, '')
  const name = /^<(w:\w+)/u.exec(theirs)?.[1] ?? ''
  const attributes = new Map<string, string>()
  for (const element of [ours, theirs])
    for (const [, key = '', value = ''] of element.matchAll(/\s([\w:]+)="([^"]*)"/gu))
      if (!/theme/iu.test(key)) attributes.set(key, value)
  const all = [...attributes].map(([key, value]) => ` ${key}="${value}"`).join('')
  return `<${name}${all}/>`
}

function mergeInto(
  body: string,
  holder: 'rPr' | 'pPr',
  theirs: ReadonlyMap<string, string>,
  names: readonly string[],
): string {
  if (theirs.size === 0) return body
  const from = body.indexOf(`<w:${holder}>`)
  const to = body.indexOf(`</w:${holder}>`, from)
  if (from === -1 || to === -1) return body
  let own = body.slice(from, to)
  for (const name of names) {
    const their = theirs.get(name)
    if (their === undefined) continue
    const our = propertiesOf(own, [name]).get(name)
    const merged = mergedElement(our, their)
    own = our === undefined ? `${own}${merged}` : own.replace(our, () => merged)
  }
  return body.slice(0, from) + own + body.slice(to)
}

/**
 * Our styles with what an office’s reference document says of those of the same name; what is missing there stays ours. Sealing puts the elements in order.
 *
 * @param xml word/styles.xml
 */
export function mergeStyles(xml: string, reference: Reference | null): string {
  if (reference === null) return xml
  return xml.replace(
    /(<w:style\s[^>]*>)(.*?)(<\/w:style>)/gsu,
    (whole, open: string, body: string, close: string) => {
      const style = reference.get(/<w:name\s+w:val="([^"]*)"/u.exec(body)?.[1] ?? '')
      if (style === undefined) return whole
      const run = mergeInto(body, 'rPr', style.run, runProperties)
      return open + mergeInto(run, 'pPr', style.paragraph, paragraphProperties) + close
    },
  )
}
