import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

interface ReadItem {
  readonly text: string
  /** Left edge and baseline, pt from the page’s left and top edge. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
}

export interface ReadPage {
  readonly width: number
  readonly height: number
  readonly items: readonly ReadItem[]
}

interface ReadOutline {
  readonly title: string
  readonly items: readonly ReadOutline[]
}

export interface ReadPdf {
  readonly pages: readonly ReadPage[]
  readonly outline: readonly ReadOutline[]
  readonly info: Readonly<Record<string, unknown>>
  readonly lang: string | null
  readonly links: readonly string[]
}

async function pageOf(document: PDFDocumentProxy, number: number): Promise<ReadPage> {
  const page = await document.getPage(number)
  const [, , width = 0, height = 0] = page.view
  const content = await page.getTextContent()
  const items = content.items.flatMap((item): ReadItem[] => {
    if (!('str' in item) || item.str === '') return []
    const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as readonly number[]
    return [{ text: item.str, x, y: height - y, width: item.width, size: Math.hypot(a, b) }]
  })
  return { width, height, items }
}

/** A PDF as another library than the one that wrote it reads it. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  // pdfjs takes the buffer over: it gets a copy.
  const task = getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 })
  const document = await task.promise
  const pages: ReadPage[] = []
  const links: string[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    pages.push(await pageOf(document, number))
    const annotations = (await (await document.getPage(number)).getAnnotations()) as {
      url?: string
    }[]
    for (const { url } of annotations) if (url !== undefined) links.push(url)
  }
  const { info } = await document.getMetadata()
  // Its types forget that a document may have none.
  const outline = (await document.getOutline()) as readonly ReadOutline[] | null
  const lang = (info as { Language?: string | null }).Language ?? null
  await task.destroy()
  return { pages, outline: outline ?? [], info: info as Record<string, unknown>, lang, links }
}

/** Text without spaces: a reader puts some where gaps are wide. */
export const bareText = (pages: readonly ReadPage[]): string =>
  pages
    .flatMap(({ items }) => items.map(({ text }) => text))
    .join('')
    .replace(/\s+/gu, '')

/** Lines of a page from head to foot, pieces of one baseline joined from left to right. */
export function readLines(
  page: ReadPage,
): readonly { text: string; x: number; right: number; y: number; size: number }[] {
  const rows = new Map<number, ReadItem[]>()
  for (const item of page.items) {
    if (item.text.trim() === '') continue
    const key = Math.round(item.y * 2)
    const row = rows.get(key)
    if (row === undefined) rows.set(key, [item])
    else row.push(item)
  }
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([, row]) => {
      const items = row.toSorted((a, b) => a.x - b.x)
      const last = items.at(-1)
      return {
        text: items
          .map(({ text }) => text)
          .join('')
          .replace(/\s+/gu, ''),
        x: items[0]?.x ?? 0,
        right: (last?.x ?? 0) + (last?.width ?? 0),
        y: items[0]?.y ?? 0,
        size: items[0]?.size ?? 0,
      }
    })
}
