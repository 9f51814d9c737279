import { Packer, type Document } from 'docx'
import { strToU8, zipSync } from 'fflate'

/** What docx 9 keeps to itself: the parts of a file before they become a ZIP. */
interface PartCompiler {
  readonly compile: (
    document: Document,
    prettify: undefined,
    overrides: readonly [],
  ) => Iterable<readonly [path: string, content: string | Uint8Array]>
}

/**
 * A document as a ZIP in which nothing is compressed. Sealing takes it apart and compresses it: the library’s own compression, which it has no setting
 * for, takes as long as everything else that it does.
 */
export function packDocument(document: Document): Uint8Array {
  const { compiler } = Packer as unknown as { readonly compiler: PartCompiler }
  const parts = [...compiler.compile(document, undefined, [])].map(
    ([path, content]) => [path, typeof content === 'string' ? strToU8(content) : content] as const,
  )
  return zipSync(Object.fromEntries(parts), { level: 0 })
}
