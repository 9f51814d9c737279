import { faceRoles, textStyleNames, type StyleSheet } from '../../model/index.js'
import { mapTags, nameOfTag } from '../seal/map-tags.js'
import { characterWidthOf } from './characters.js'
import { standsOnGrid, styleIdOf } from './styles.js'

/** Something that the docx library (9.15.2) cannot say. test/render/docx/patches.test.ts fails once it can, and the patch can go. */
export interface Patch {
  readonly name: string
  readonly reason: string
  /** Issues and pull requests of dolanmiu/docx that speak of it; empty where none is known. */
  readonly issues: readonly number[]
  readonly part: RegExp
  readonly apply: (xml: string, style: StyleSheet) => string
}

const indents = ['left', 'right', 'hanging', 'firstLine'] as const

/** `w:left="630"` of a paragraph whose characters are 315 wide → `w:left="630" w:leftChars="200"`. */
function addCharacters(tag: string, character: number): string {
  return indents.reduce((text, side) => {
    const twips = new RegExp(`\\sw:${side}="(-?\\d+)"`).exec(text)?.[1]
    if (twips === undefined || text.includes(`w:${side}Chars=`)) return text
    const quarters = Math.round((Number(twips) / character) * 4)
    // A length in millimetres is no number of characters, and must not follow the size of the type.
    if (Math.abs((quarters * character) / 4 - Number(twips)) > 1) return text
    return text.replace(
      ` w:${side}="${twips}"`,
      ` w:${side}="${twips}" w:${side}Chars="${quarters * 25}"`,
    )
  }, tag)
}

function indentInCharacters(xml: string, style: StyleSheet): string {
  const widths = new Map(
    textStyleNames.map((name) => [styleIdOf(style, name), characterWidthOf(style.text[name])]),
  )
  let current: string | undefined
  return mapTags(xml, (tag) => {
    const name = nameOfTag(tag)
    if (name === 'w:p') current = 'Normal'
    else if (name === 'w:style') current = /w:styleId="([^"]*)"/.exec(tag)?.[1]
    else if (name === 'w:pStyle') current = /w:val="([^"]*)"/.exec(tag)?.[1]
    else if (name === 'w:ind') {
      const character = widths.get(current ?? '')
      return character === undefined ? tag : addCharacters(tag, character)
    }
    return tag
  })
}

/** Adds properties to the paragraphs of styles; sealing puts them where the schema wants them. */
function addToStyles(
  xml: string,
  style: StyleSheet,
  properties: (name: (typeof textStyleNames)[number]) => string,
): string {
  const byId = new Map(textStyleNames.map((name) => [styleIdOf(style, name), properties(name)]))
  let current: string | undefined
  return mapTags(xml, (tag) => {
    if (nameOfTag(tag) === 'w:style') current = /w:styleId="([^"]*)"/.exec(tag)?.[1]
    return tag === '<w:pPr>' ? `${tag}${byId.get(current ?? '') ?? ''}` : tag
  })
}

/** Characters of a style that are not set closer than their size say so: 正文, on which every style is based, is. */
function spacingOfStyles(xml: string): string {
  return xml.replace(/<w:rPr>.*?<\/w:rPr>/gs, (properties) =>
    properties.includes('<w:spacing ')
      ? properties
      : properties.replace('<w:sz ', '<w:spacing w:val="0"/><w:sz '),
  )
}

/** What else the faces of an office are called, on machines where the name in the sheet finds none. */
const otherNames: Readonly<Record<string, string>> = {
  仿宋_GB2312: '仿宋',
  仿宋: 'FangSong',
  楷体_GB2312: '楷体',
  楷体: 'KaiTi',
  黑体: 'SimHei',
  宋体: 'SimSun',
  方正小标宋简体: 'FZXiaoBiaoSong-B05S',
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}

/** 86: the character set of simplified Chinese. */
function listFaces(xml: string, style: StyleSheet): string {
  const names = [...new Set(faceRoles.map((role) => style.faces[role].word))]
  const fonts = names.map((name) => {
    const other = otherNames[name]
    const altName = other === undefined ? '' : `<w:altName w:val="${other}"/>`
    return `<w:font w:name="${escapeXml(name)}">${altName}<w:charset w:val="86"/></w:font>`
  })
  return xml.replace(/(<w:fonts\s[^>]*?)\/>/, `$1>${fonts.join('')}</w:fonts>`)
}

export const patches: readonly Patch[] = [
  {
    name: 'indents-in-characters',
    reason:
      'An office counts indents in characters, and so does Word’s dialog; docx writes firstLineChars alone.',
    issues: [2429, 3420],
    part: /^word\/(?:document|styles|header\d+|footer\d+)\.xml$/,
    apply: indentInCharacters,
  },
  {
    name: 'grid-and-spacing-of-paragraphs',
    reason:
      'Lines have a pitch of their own, which LibreOffice would pass over on the grid; digits keep to 28 characters a line without the quarter character that Word puts beside them, and overflowPunct says what is Word’s default, for LibreOffice 7.4 reads it the wrong way round and would hang marks over the margin without it. A page of 22 lines leaves no choice of widow lines. docx has snapToGrid for runs alone (2439), autoSpaceDE not at all, puts autoSpaceDN where the schema forbids it (1949), and takes overflowPunctuation (916) and widowControl for a paragraph, but for no style.',
    issues: [916, 1949, 2439],
    part: /^word\/styles\.xml$/,
    apply: (xml, style) =>
      addToStyles(
        xml,
        style,
        (name) =>
          `<w:widowControl w:val="${standsOnGrid(style, name) ? 0 : 1}"/><w:overflowPunct w:val="1"/>` +
          '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:snapToGrid w:val="0"/>',
      ),
  },
  {
    name: 'no-spacing-of-characters',
    reason: 'docx leaves out a characterSpacing of 0, and the spacing of 正文 would be inherited.',
    issues: [],
    part: /^word\/styles\.xml$/,
    apply: spacingOfStyles,
  },
  {
    name: 'turned-page-number',
    reason:
      'The number on a turned sheet is turned with it; docx writes a frame, but no direction of its text.',
    issues: [2104],
    part: /^word\/footer\d+\.xml$/,
    apply: (xml) =>
      xml.replace(
        /<w:framePr(?=[^>]*w:w="(\d+)"[^>]*w:h="(\d+)")[^>]*\/>/g,
        (tag, width: string, height: string) =>
          Number(height) > Number(width) ? `${tag}<w:textDirection w:val="tbRl"/>` : tag,
      ),
  },
  {
    name: 'no-face-of-the-theme',
    reason:
      'WPS announces faces as missing that a theme names for scripts nobody uses; docx keeps Office’s list beside the faces it is given.',
    issues: [],
    part: /^word\/theme\/theme\d+\.xml$/,
    apply: (xml) => xml.replace(/<a:font script="[^"]*" typeface="[^"]*"\s*\/>/g, ''),
  },
  {
    name: 'faces-by-other-names',
    reason:
      'A machine with 仿宋 but without 仿宋_GB2312 would take 宋体: the font table names what a face is called elsewhere. docx lists embedded faces alone there.',
    issues: [],
    part: /^word\/fontTable\.xml$/,
    apply: listFaces,
  },
]

/** An XML part as docx wrote it, with every patch that is for it. */
export function patchPart(part: string, xml: string, style: StyleSheet): string {
  return patches
    .filter((patch) => patch.part.test(part))
    .reduce((text, patch) => patch.apply(text, style), xml)
}
