import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Where something leads: page from 1, and the rest of the destination as it stands in the file. */
interface ReadTarget {
  readonly page: number
  readonly how: readonly unknown[]
}

interface ReadBookmark {
  readonly title: string
  readonly target: ReadTarget | null
  readonly below: readonly ReadBookmark[]
}

export interface ReadPacket {
  readonly labels: readonly string[] | null
  readonly bookmarks: readonly ReadBookmark[]
  /** Links of each page, in the order in which they stand in the file. */
  readonly links: readonly (readonly {
    readonly target: ReadTarget | null
    readonly url: string | null
  }[])[]
  /** What is printed nearest to the head of each page as a reader sees it, and how far below the head, pt. */
  readonly numbers: readonly {
    readonly text: string
    readonly below: number
    readonly middle: number
  }[]
  readonly texts: readonly string[]
  readonly opensAt: readonly unknown[] | null
  readonly scripts: boolean
}

interface Outline {
  readonly title: string
  readonly dest: string | readonly unknown[] | null
  readonly items: readonly Outline[]
}

async function targetOf(document: PDFDocumentProxy, dest: unknown): Promise<ReadTarget | null> {
  if (!Array.isArray(dest)) return null
  const [reference, kind, ...how] = dest as [{ num: number; gen: number }, { name: string }]
  return { page: (await document.getPageIndex(reference)) + 1, how: [kind.name, ...how] }
}

const bookmarksOf = (
  document: PDFDocumentProxy,
  items: readonly Outline[],
): Promise<ReadBookmark[]> =>
  Promise.all(
    items.map(async ({ title, dest, items: below }) => ({
      title,
      target: await targetOf(document, dest),
      below: await bookmarksOf(document, below),
    })),
  )

/** A packet as another library than the one that put it together reads it. */
export async function readPacket(bytes: Uint8Array): Promise<ReadPacket> {
  const task = getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 })
  const document = await task.promise
  const links: ReadPacket['links'][number][] = []
  const numbers: ReadPacket['numbers'][number][] = []
  const texts: string[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const annotations = (await page.getAnnotations()) as { dest?: unknown; url?: string }[]
    links.push(
      await Promise.all(
        annotations.map(async ({ dest, url }) => ({
          target: await targetOf(document, dest),
          url: url ?? null,
        })),
      ),
    )
    const view = page.getViewport({ scale: 1 })
    const items = (await page.getTextContent()).items.flatMap((item) => {
      if (!('str' in item) || item.str.trim() === '') return []
      const [, , , , x = 0, y = 0] = item.transform as number[]
      const [across = 0, down = 0] = view.convertToViewportPoint(x, y) as number[]
      return [{ text: item.str, below: down, middle: across + item.width / 2 - view.width / 2 }]
    })
    texts.push(
      items
        .map(({ text }) => text)
        .join('')
        .replace(/\s+/gu, ''),
    )
    const [top] = items.toSorted((a, b) => a.below - b.below)
    numbers.push(top ?? { text: '', below: 0, middle: 0 })
  }
  const outline = (await document.getOutline()) as readonly Outline[] | null
  const scripts = await document.getJSActions()
  const open = (await document.getOpenAction()) as { dest?: unknown[] } | null
  const read = {
    labels: await document.getPageLabels(),
    bookmarks: await bookmarksOf(document, outline ?? []),
    links,
    numbers,
    texts,
    opensAt: open?.dest?.slice(1) ?? null,
    scripts: scripts !== null,
  }
  await task.destroy()
  return read
}
