import { getDocument, OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

import { initialState, type DrawState } from './draw-state.js'
import { inkOfFont, type InkOf } from './font-outlines.js'
import { apply, identity, matrixOf, multiply, type Matrix } from './matrix.js'
import type { Glyph, PageReading, Rule } from './page-reading.js'
import { pathRules } from './path-rules.js'

interface PdfFont {
  readonly name: string
  readonly data: Uint8Array | undefined
}

/** A glyph in the arguments of showText; numbers between glyphs are thousandths of an em to go back. */
interface ShownGlyph {
  readonly unicode: string
  readonly fontChar: string
  readonly width: number
  readonly isSpace: boolean
}

/** What one page’s reading collects. */
interface Sheet {
  readonly glyphs: Glyph[]
  readonly rules: Rule[]
  readonly toPage: Matrix
  readonly fontOf: (name: string) => { readonly face: string; readonly ink: InkOf }
}

const withoutTag = (name: string): string => name.replace(/^[A-Z]{6}\+/u, '')

const turnOf = ([a, b]: Matrix): number =>
  (Math.round(Math.atan2(b, a) / (Math.PI / 2)) * 90 + 360) % 360

function colourOf(value: unknown): string {
  return typeof value === 'string' && value.startsWith('#') ? value.toLowerCase() : '#000000'
}

function inkBox(glyph: ShownGlyph, at: Matrix, ink: InkOf): Glyph['ink'] {
  const box = ink(glyph.fontChar)
  if (box === null) return null
  const corners = [
    apply(at, box.left, box.bottom),
    apply(at, box.right, box.top),
    apply(at, box.left, box.top),
    apply(at, box.right, box.bottom),
  ]
  const xs = corners.map(([x]) => x)
  const ys = corners.map(([, y]) => y)
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  }
}

function showGlyph(sheet: Sheet, state: DrawState, glyph: ShownGlyph): void {
  const { face, ink } = sheet.fontOf(state.font)
  const inText: Matrix = [state.size * state.scale, 0, 0, state.size, 0, state.rise]
  const at = multiply(sheet.toPage, multiply(state.matrix, multiply(state.text, inText)))
  const [x, baseline] = apply(at, 0, 0)
  const [endX, endY] = apply(at, glyph.width / 1000, 0)
  const size = Math.hypot(at[2], at[3])
  // y grows downwards on our page, so what the file turns left comes out with the opposite sign.
  const turn = (360 - turnOf(at)) % 360
  if (glyph.unicode.trim() !== '') {
    sheet.glyphs.push({
      text: glyph.unicode,
      x,
      baseline,
      size,
      width: Math.hypot(endX - x, endY - baseline),
      ink: inkBox(glyph, at, ink),
      face,
      colour: state.fill,
      turn,
    })
  }
  const spacing = state.characterSpacing + (glyph.isSpace ? state.wordSpacing : 0)
  const advance = ((glyph.width / 1000) * state.size + spacing) * state.scale
  state.text = multiply(state.text, [1, 0, 0, 1, advance, 0])
}

function showText(sheet: Sheet, state: DrawState, pieces: readonly unknown[]): void {
  for (const piece of pieces) {
    if (typeof piece === 'number') {
      const back = (-piece / 1000) * state.size * state.scale
      state.text = multiply(state.text, [1, 0, 0, 1, back, 0])
    } else if (piece !== null && typeof piece === 'object') {
      showGlyph(sheet, state, piece as ShownGlyph)
    }
  }
}

function moveLine(state: DrawState, x: number, y: number): void {
  state.line = multiply(state.line, [1, 0, 0, 1, x, y])
  state.text = state.line
}

type Operator = (state: DrawState, args: readonly unknown[], sheet: Sheet) => void

const number = (value: unknown): number => Number(value)

const operators: ReadonlyMap<number, Operator> = new Map<number, Operator>([
  [OPS.transform, (state, args) => (state.matrix = multiply(state.matrix, matrixOf(args)))],
  [OPS.setLineWidth, (state, [width]) => (state.lineWidth = number(width))],
  [OPS.setFillRGBColor, (state, [colour]) => (state.fill = colourOf(colour))],
  [OPS.setStrokeRGBColor, (state, [colour]) => (state.stroke = colourOf(colour))],
  [
    OPS.setFont,
    (state, [font, size]) => {
      state.font = String(font)
      state.size = number(size)
    },
  ],
  [OPS.setCharSpacing, (state, [spacing]) => (state.characterSpacing = number(spacing))],
  [OPS.setWordSpacing, (state, [spacing]) => (state.wordSpacing = number(spacing))],
  [OPS.setHScale, (state, [scale]) => (state.scale = number(scale) / 100)],
  [OPS.setLeading, (state, [leading]) => (state.leading = -number(leading))],
  [OPS.setTextRise, (state, [rise]) => (state.rise = number(rise))],
  [
    OPS.beginText,
    (state) => {
      state.text = identity
      state.line = identity
    },
  ],
  [
    OPS.setTextMatrix,
    (state, [matrix]) => {
      state.line = matrixOf(matrix)
      state.text = state.line
    },
  ],
  [OPS.moveText, (state, [x, y]) => moveLine(state, number(x), number(y))],
  [
    OPS.setLeadingMoveText,
    (state, [x, y]) => {
      state.leading = number(y)
      moveLine(state, number(x), number(y))
    },
  ],
  [OPS.nextLine, (state) => moveLine(state, 0, state.leading)],
  [
    OPS.showText,
    (state, [pieces], sheet) =>
      showText(sheet, state, Array.isArray(pieces) ? (pieces as readonly unknown[]) : []),
  ],
  [
    OPS.constructPath,
    (state, args, sheet) => {
      const toPage = multiply(sheet.toPage, state.matrix)
      sheet.rules.push(...pathRules(args, state, toPage))
    },
  ],
])

/** Runs a page’s operators, keeping the state as save and restore, and forms, ask. */
function runOperators(sheet: Sheet, codes: readonly number[], args: readonly unknown[]): void {
  const stack: DrawState[] = []
  let state = initialState()
  codes.forEach((code, index) => {
    const values = (args[index] ?? []) as readonly unknown[]
    if (code === OPS.save) stack.push({ ...state })
    else if (code === OPS.restore) state = stack.pop() ?? state
    else if (code === OPS.paintFormXObjectBegin) {
      stack.push({ ...state })
      if (values[0] != null) state.matrix = multiply(state.matrix, matrixOf(values[0]))
    } else if (code === OPS.paintFormXObjectEnd) state = stack.pop() ?? state
    else operators.get(code)?.(state, values, sheet)
  })
}

function fontsOf(page: PDFPageProxy): Sheet['fontOf'] {
  const known = new Map<string, { readonly face: string; readonly ink: InkOf }>()
  return (name) => {
    const seen = known.get(name)
    if (seen !== undefined) return seen
    const font = page.commonObjs.get(name) as PdfFont
    const reading = { face: withoutTag(font.name), ink: inkOfFont(font.data) }
    known.set(name, reading)
    return reading
  }
}

async function readPage(page: PDFPageProxy): Promise<PageReading> {
  const { width, height, transform } = page.getViewport({ scale: 1 })
  const list = await page.getOperatorList()
  const sheet: Sheet = {
    glyphs: [],
    rules: [],
    toPage: matrixOf(transform),
    fontOf: fontsOf(page),
  }
  runOperators(sheet, list.fnArray, list.argsArray)
  return { width, height, glyphs: sheet.glyphs, rules: sheet.rules }
}

/**
 * What stands on each page of a PDF: characters with their places, sizes, faces, ink and colours, and straight rules.
 *
 * @throws where the bytes are no PDF that can be opened
 */
export async function readPages(bytes: Uint8Array): Promise<readonly PageReading[]> {
  // pdfjs takes the buffer over: it gets a copy.
  const task = getDocument({
    data: Uint8Array.from(bytes),
    fontExtraProperties: true,
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: 0,
  })
  const document = await task.promise
  try {
    const pages: PageReading[] = []
    for (let index = 1; index <= document.numPages; index += 1) {
      const page = await document.getPage(index)
      pages.push(await readPage(page))
      page.cleanup()
    }
    return pages
  } finally {
    await task.destroy()
  }
}
