import {
  textStyleNames,
  type FaceRole,
  type StyleSheet,
  type TextStyleName,
} from '../../model/index.js'
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

/** A style as the file has it: its own properties, and the id of the style that it is based on. */
interface SavedStyle extends ReferenceStyle {
  readonly name: string
  readonly basedOn: string | null
}

function savedStyles(xml: string): ReadonlyMap<string, SavedStyle> {
  const styles = new Map<string, SavedStyle>()
  for (const [, open = '', body = ''] of xml.matchAll(/<w:style\s([^>]*)>(.*?)<\/w:style>/gsu)) {
    const id = /\bw:styleId="([^"]*)"/u.exec(open)?.[1]
    const name = /<w:name\s+w:val="([^"]*)"/u.exec(body)?.[1]
    if (name === undefined) continue
    const run = inside(body.replace(/<w:pPr>.*?<\/w:pPr>/su, ''), 'rPr')
    styles.set(id ?? name, {
      name,
      basedOn: /<w:basedOn\s+w:val="([^"]*)"/u.exec(body)?.[1] ?? null,
      run: propertiesOf(run, runProperties),
      paragraph: propertiesOf(inside(body, 'pPr'), paragraphProperties),
    })
  }
  return styles
}

/** No chain of styles is longer; a damaged file may have one that bites its tail. */
const longestChain = 12

function over(
  base: ReadonlyMap<string, string>,
  own: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const merged = new Map(base)
  for (const [name, element] of own) merged.set(name, mergedElement(merged.get(name), element))
  return merged
}

/** What a person sees of a style: Word saves only what differs from the style that it is based on. */
function wholeStyle(styles: ReadonlyMap<string, SavedStyle>, style: SavedStyle): ReferenceStyle {
  const chain: SavedStyle[] = []
  for (
    let each: SavedStyle | undefined = style;
    each !== undefined && chain.length < longestChain;
    each = each.basedOn === null ? undefined : styles.get(each.basedOn)
  )
    chain.unshift(each)
  return chain.reduce<ReferenceStyle>(
    (whole, { run, paragraph }) => ({
      run: over(whole.run, run),
      paragraph: over(whole.paragraph, paragraph),
    }),
    { run: new Map(), paragraph: new Map() },
  )
}

/** Reads the styles of an edited Word file; null where there is none, or it cannot be read as one. */
export function readReference({ reference }: StyleSheet): Reference | null {
  if (reference === undefined) return null
  const xml = readPart(Buffer.from(reference, 'base64'), 'word/styles.xml')
  if (xml === null) return null
  const styles = savedStyles(xml)
  return new Map([...styles.values()].map((style) => [style.name, wholeStyle(styles, style)]))
}

/** Names of the sheet’s styles that a reference document lacks, as a person sees them: these stay the package’s. */
export function stylesMissingFrom(style: StyleSheet, reference: Reference): readonly string[] {
  return textStyleNames
    .map((name) => style.text[name].name)
    .filter((name) => !reference.has(ownNames[name] ?? name))
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

/** Attributes that say one thing in several ways: in twips or in characters, to one side or the other. Who says one of them says all. */
const together: readonly (readonly string[])[] = [
  ['w:firstLine', 'w:firstLineChars', 'w:hanging', 'w:hangingChars'],
  ['w:left', 'w:leftChars', 'w:start', 'w:startChars'],
  ['w:right', 'w:rightChars', 'w:end', 'w:endChars'],
]

/** Our attributes that theirs leave standing. */
function leftStanding(ours: string, theirs: string): string {
  return together
    .filter((group) => group.some((name) => theirs.includes(` ${name}="`)))
    .flat()
    .reduce((text, name) => text.replace(new RegExp(`\\s${name}="[^"]*"`, 'u'), ''), ours)
}

/** Attributes of the same element: theirs over ours; no face of a theme. */
function mergedElement(base: string | undefined, theirs: string): string {
  if (base === undefined || !base.endsWith('/>') || !theirs.endsWith('/>'))
    return theirs.replace(/\sw:\w*[Tt]heme\w*="[^"]*"/gu, '')
  const name = /^<(w:\w+)/u.exec(theirs)?.[1] ?? ''
  const ours = leftStanding(base, theirs)
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
 * Our styles with what an office’s reference document says of those of the same name; what is missing there stays ours. Patches and sealing come after: indents
 * in characters, the order of elements.
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
