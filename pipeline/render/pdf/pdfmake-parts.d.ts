/** The two parts of pdfmake 0.3 that draw, below its own layout: its types describe the whole alone. */
declare module 'pdfmake/js/PDFDocument.js' {
  export interface DocumentReference {
    readonly data: Record<string, unknown>
    readonly write: (chunk: Uint8Array | string) => void
    readonly end: (chunk?: Uint8Array | string) => void
  }
  export interface OutlineItem {
    readonly addItem: (
      title: string,
      options: { expanded?: boolean; top?: number; left?: number; zoom?: number },
    ) => OutlineItem
  }
  export class PDFDocument extends NodeJS.EventEmitter {
    constructor(
      fonts: object,
      images: object,
      patterns: object,
      attachments: object,
      options: object,
      virtualfs: null,
      localAccessPolicy: (path: string) => boolean,
    )
    readonly outline: OutlineItem
    readonly info: Record<string, unknown>
    /** Fonts to be written at the end, by a key of their own. */
    readonly _fontFamilies: Record<string, unknown>
    ref(data?: object): DocumentReference
    save(): this
    restore(): this
    rotate(degrees: number, options: { origin: [number, number] }): this
    addNamedDestination(name: string, ...destination: (string | number | null)[]): void
    end(): void
  }
  const parts: { readonly default: typeof PDFDocument }
  export default parts
}

declare module 'pdfmake/js/Renderer.js' {
  import type { PDFDocument } from 'pdfmake/js/PDFDocument.js'

  export class Renderer {
    constructor(document: PDFDocument)
    renderPages(pages: readonly object[]): void
    renderLine(line: object, x: number, y: number): void
  }
  const parts: { readonly default: typeof Renderer }
  export default parts
}
