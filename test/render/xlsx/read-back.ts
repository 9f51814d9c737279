import { strFromU8, unzipSync } from 'fflate'
import { fromXml } from 'xast-util-from-xml'
import type { Element, Root } from 'xast'

/** A workbook read by none of the libraries that wrote it: its parts as XML. For tests of what spreadsheet readers do not tell. */
export class ReadBack {
  readonly parts: ReadonlyMap<string, string>

  constructor(bytes: Uint8Array) {
    this.parts = new Map(
      Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]),
    )
  }

  /** Throws where the part is missing or not well-formed. */
  part(name: string): Root {
    const xml = this.parts.get(name)
    if (xml === undefined) throw new Error(`no part ${name}`)
    return fromXml(xml)
  }

  /** Names of the worksheets’ parts, in order. */
  sheetParts(): readonly string[] {
    return [...this.parts.keys()]
      .filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name))
      .sort((a, b) => Number(/\d+/.exec(a)?.[0]) - Number(/\d+/.exec(b)?.[0]))
  }

  /** Values of a sheet by address, strings decoded as a spreadsheet does. */
  cells(
    part: string,
  ): ReadonlyMap<string, { value: string | number | null; style: number; formula: string | null }> {
    const strings = this.parts.has('xl/sharedStrings.xml')
      ? all(this.part('xl/sharedStrings.xml'), 'si').map((si) => decode(textOf(si)))
      : []
    return new Map(
      all(this.part(part), 'c').map((cell) => {
        const written = all(cell, 'v')[0]
        const text = written === undefined ? null : textOf(written)
        const value =
          text === null
            ? null
            : cell.attributes.t === 's'
              ? (strings[Number(text)] ?? null)
              : Number(text)
        const formula = all(cell, 'f')[0]
        return [
          cell.attributes.r ?? '',
          {
            value,
            style: Number(cell.attributes.s ?? 0),
            formula: formula === undefined ? null : textOf(formula),
          },
        ]
      }),
    )
  }

  /** Whether the cell formats (cellXfs), by index, are locked. */
  lockedFormats(): readonly boolean[] {
    const [formats] = all(this.part('xl/styles.xml'), 'cellXfs')
    return all(formats, 'xf').map((xf) => all(xf, 'protection')[0]?.attributes.locked !== '0')
  }
}

function decode(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  )
}

/** Elements of a name below a node, in document order. */
export function all(node: Root | Element | undefined, name: string): Element[] {
  if (node === undefined) return []
  return node.children.flatMap((child) =>
    child.type === 'element' ? [...(child.name === name ? [child] : []), ...all(child, name)] : [],
  )
}

/** All text below a node. */
export function textOf(node: Root | Element): string {
  return node.children
    .map((child) =>
      child.type === 'text' ? child.value : child.type === 'element' ? textOf(child) : '',
    )
    .join('')
}

/** First and last row and column of `B3` or `B3:D9`, from 1. */
export function areaOf(reference: string) {
  const [from = '', to = from] = reference.replaceAll('$', '').split(':')
  const place = (address: string) => {
    const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? []
    const column = Array.from(letters).reduce(
      (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
      0,
    )
    return { row: Number(row), column }
  }
  const start = place(from)
  const end = place(to)
  return { top: start.row, left: start.column, bottom: end.row, right: end.column }
}
