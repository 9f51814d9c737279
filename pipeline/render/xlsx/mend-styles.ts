import type { Workbook } from '../../model/index.js'
import { normalSize } from './row-height.js'
import { escapeXml } from './xml-text.js'

/** A named style: its name and the formats (indices of cellXfs) that are of it, the first of which stands for it. */
export type NamedStyles = ReadonlyMap<string, readonly number[]>

const format = /<xf\b[^>]*?(?:\/>|>.*?<\/xf>)/gs

function normalFont(face: string): string {
  return `<font><sz val="${normalSize}"/><color theme="1"/><name val="${escapeXml(face)}"/><charset val="134"/></font>`
}

function withStyle(xf: string, style: number): string {
  return xf.replace(/^<xf\b([^>]*?)(\/?)>/, (_, attributes: string, end: string) => {
    const others = attributes.replace(/\sxfId="[^"]*"/, '')
    return `<xf${others} xfId="${style}"${end}>`
  })
}

function element(xml: string, name: string, change: (content: string) => string): string {
  return xml.replace(new RegExp(`(<${name}\\b[^>]*>)(.*?)(</${name}>)`, 's'), (...match) => {
    const [, , content = ''] = match as string[]
    const changed = change(content)
    const count = [...changed.matchAll(/<(?:xf|cellStyle)\b/g)].length
    return `<${name} count="${count}">${changed}</${name}>`
  })
}

/**
 * Gives styles.xml what exceljs has no word for: the face and size of the Normal style, to which column widths refer, and named styles,
 * so that who edits the sheet finds 分工·表头 in the gallery and changes all heads at once.
 */
export function mendStyles(xml: string, faces: Workbook['faces'], named: NamedStyles): string {
  const styles = [...named]
  const styleOf = new Map(
    styles.flatMap(([, ids], index) => ids.map((id) => [id, index + 1] as const)),
  )
  const formats = /<cellXfs\b[^>]*>(.*?)<\/cellXfs>/s.exec(xml)?.[1]?.match(format) ?? []
  const models = styles.map(([, ids]) => formats[ids[0] ?? 0] ?? '')
  const withFont = xml.replace(/<font>.*?<\/font>/s, () => normalFont(faces.text))
  const withModels = element(
    withFont,
    'cellStyleXfs',
    (content) => content + models.map((xf) => xf.replace(/\sxfId="[^"]*"/, '')).join(''),
  )
  const withIds = element(withModels, 'cellXfs', () =>
    formats.map((xf, id) => withStyle(xf, styleOf.get(id) ?? 0)).join(''),
  )
  return element(
    withIds,
    'cellStyles',
    (content) =>
      content +
      styles
        .map(([name], index) => `<cellStyle name="${escapeXml(name)}" xfId="${index + 1}"/>`)
        .join(''),
  )
}

/** Puts the workbook’s faces into the theme: a face that the theme names and a machine lacks is announced as missing by WPS. */
export function mendTheme(xml: string, faces: Workbook['faces']): string {
  const font = (part: string, face: string) =>
    part.replace(
      /<a:latin typeface="[^"]*"([^>]*)>/,
      (_, rest: string) =>
        `<a:latin typeface="${escapeXml(face)}"${rest.replace(/\spanose="[^"]*"/, '')}>`,
    )
  return xml
    .replace(/<a:majorFont>.*?<\/a:majorFont>/s, (part) => font(part, faces.head))
    .replace(/<a:minorFont>.*?<\/a:minorFont>/s, (part) => font(part, faces.text))
}
