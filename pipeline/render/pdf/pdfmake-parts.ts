import * as documentModule from 'pdfmake/js/PDFDocument.js'
import * as rendererModule from 'pdfmake/js/Renderer.js'

/*
 * The two parts of pdfmake 0.3 that draw, below its own layout. Its types describe the whole alone: hence types of our own.
 */

/** An object of the file that is being written. */
export interface DocumentReference {
  readonly data: Record<string, unknown>
  compress: boolean
  readonly end: (chunk?: Uint8Array | string) => void
}

export interface OutlineItem {
  readonly addItem: (
    title: string,
    options: { expanded: boolean; top: number; left: number; zoom: number },
  ) => OutlineItem
}

/** pdfmake’s PDFDocument: pdfkit’s, and a stream of the file’s bytes. */
export interface PDFDocument {
  readonly outline: OutlineItem
  /** What the file says of itself, written when it ends. */
  readonly info: { CreationDate?: Date }
  /** The catalogue. */
  readonly _root: DocumentReference
  /** Writes the properties as XMP, when it ends. */
  endMetadata: () => void
  /** Fonts to be written at the end, by a key of their own. */
  readonly _fontFamilies: Record<string, unknown>
  ref(data?: object): DocumentReference
  on(event: 'data', listener: (chunk: Buffer) => void): this
  on(event: 'end', listener: () => void): this
  on(event: 'error', listener: (error: Error) => void): this
  save(): this
  restore(): this
  rotate(degrees: number, options: { origin: [number, number] }): this
  addNamedDestination(name: string, ...destination: (string | number | null)[]): void
  end(): void
}

type PDFDocumentConstructor = new (
  fonts: object,
  images: object,
  patterns: object,
  attachments: object,
  options: object,
  virtualfs: null,
  localAccessPolicy: (path: string) => boolean,
) => PDFDocument

/** pdfmake’s Renderer: draws lines and vectors that were laid out already. */
export interface Renderer {
  renderPages(pages: readonly object[]): void
  renderLine(line: object, x: number, y: number): void
}

/** What a CommonJS module exports by default, which is one default deeper in Node than under test runners and bundlers. */
function defaultOf(module: object): unknown {
  const inner = 'default' in module ? module.default : module
  return typeof inner === 'object' && inner !== null ? defaultOf(inner) : inner
}

export const PdfmakeDocument = defaultOf(documentModule) as PDFDocumentConstructor

export const PdfmakeRenderer = defaultOf(rendererModule) as new (document: PDFDocument) => Renderer
