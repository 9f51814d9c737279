import type { Alignment, Borders, Fill, Font, Style } from 'exceljs'

import type { Workbook } from '../../model/index.js'
import type { CellLook, CellRole } from './placed-sheet.js'
import { sizeOf } from './row-height.js'

/** Colours as ARGB. Each differs from its neighbours in lightness too, so that a grey print tells them apart. */
const colours = {
  black: 'FF000000',
  rule: 'FF404040',
  link: 'FF0563C1',
  head: 'FFD6DFEA',
  fillHead: 'FFFFF2CC',
  blank: 'FFFFF9E6',
  group: 'FFF0F0F0',
  corrected: 'FFE2EFDA',
  attention: 'FFFFD966',
} as const

type FaceUse = keyof Workbook['faces']
const faces: Readonly<Record<CellRole, FaceUse>> = {
  secrecy: 'head',
  title: 'title',
  label: 'text',
  blank: 'text',
  note: 'text',
  head: 'head',
  fillHead: 'head',
  printed: 'text',
  fill: 'text',
  group: 'head',
  total: 'head',
}

/** Simplified Chinese (GB 2312): where the face is missing, Excel then chooses another Chinese one. */
const charset = 134

function solid(argb: string): Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } }
}

function fontOf(look: CellLook, workbook: Workbook): Partial<Font> {
  // Attention is in 黑体 and corrected underlined: a fill alone is lost in print.
  const face = look.mark === 'attention' ? 'head' : faces[look.role]
  return {
    name: workbook.faces[face],
    size: sizeOf(look.role),
    charset,
    color: { argb: look.link ? colours.link : colours.black },
    ...(look.mark === 'corrected' || look.link ? { underline: true } : {}),
  }
}

function fillOf(look: CellLook): Fill | undefined {
  if (look.mark !== null) return solid(colours[look.mark])
  switch (look.role) {
    case 'blank':
    case 'head':
    case 'fillHead':
    case 'group':
      return solid(colours[look.role])
    default:
      return undefined
  }
}

function borderOf(role: CellRole): Partial<Borders> | undefined {
  const line = { style: 'thin', color: { argb: colours.rule } } as const
  switch (role) {
    case 'secrecy':
    case 'title':
    case 'label':
    case 'note':
      return undefined
    case 'blank':
      return { bottom: line }
    case 'total':
      return { top: { ...line, style: 'medium' }, left: line, right: line, bottom: line }
    default:
      return { top: line, left: line, right: line, bottom: line }
  }
}

const formats: Readonly<Record<CellLook['format'], string>> = {
  general: 'General',
  text: '@',
  date: 'yyyy-mm-dd',
}

function alignmentOf(look: CellLook): Partial<Alignment> {
  return {
    horizontal: look.align,
    vertical: look.vertical,
    wrapText: true,
    ...(look.turned ? { textRotation: 'vertical' as const } : {}),
  }
}

/** The style of a look. Cells that share it share the object: exceljs finds it again by identity, and nothing ever changes it. */
export type StyleOf = (look: CellLook) => Partial<Style>

function styleFor(look: CellLook, workbook: Workbook): Partial<Style> {
  const fill = fillOf(look)
  const border = borderOf(look.role)
  return {
    font: fontOf(look, workbook),
    alignment: alignmentOf(look),
    numFmt: formats[look.format],
    protection: { locked: !look.open },
    ...(fill === undefined ? {} : { fill }),
    ...(border === undefined ? {} : { border }),
  }
}

/** Makes the styles of a workbook, each look once; `made` hears of each when it is new. */
export function cellStyles(
  workbook: Workbook,
  made: (look: CellLook, style: Partial<Style>) => void,
): StyleOf {
  const known = new Map<string, Partial<Style>>()
  const seen = new WeakMap<CellLook, Partial<Style>>()
  const find = (look: CellLook): Partial<Style> => {
    const key = Object.values(look).join('|')
    let style = known.get(key)
    if (style === undefined) {
      style = styleFor(look, workbook)
      known.set(key, style)
      made(look, style)
    }
    return style
  }
  return (look) => {
    const style = seen.get(look) ?? find(look)
    seen.set(look, style)
    return style
  }
}
