import { PDFArray, PDFDict, PDFName, type PDFContext } from '@cantoo/pdf-lib'

const tagged = /^[A-Z]{6}\+/u
const name = (text: string) => PDFName.of(text)

/** 0 → AAAAAA, 1 → AAAAAB */
function tagOf(number: number): string {
  let rest = number
  return Array.from({ length: 6 }, () => {
    const letter = String.fromCharCode(65 + (rest % 26))
    rest = Math.floor(rest / 26)
    return letter
  })
    .reverse()
    .join('')
}

function retag(holder: PDFDict | undefined, key: string, tag: string): void {
  const before = holder?.lookup(name(key))
  if (holder === undefined || !(before instanceof PDFName)) return
  const text = before.decodeText()
  if (tagged.test(text)) holder.set(name(key), name(text.replace(tagged, `${tag}+`)))
}

function dictAt(holder: PDFDict, key: string): PDFDict | undefined {
  const found = holder.lookup(name(key))
  return found instanceof PDFDict ? found : undefined
}

function descendantsOf(font: PDFDict): readonly PDFDict[] {
  const list = font.lookup(name('DescendantFonts'))
  if (!(list instanceof PDFArray)) return []
  return list
    .asArray()
    .map((_each, index) => list.lookup(index))
    .filter((each) => each instanceof PDFDict)
}

/**
 * Gives every subset of a face a tag of its own. Parts come from files in which tags begin anew, and two subsets of one name are one font to
 * some printers: ISO 32000-1, 9.6.4 wants them different.
 */
export function nameFonts(context: PDFContext): void {
  const fonts = context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter((object) => object instanceof PDFDict)
    .filter((dict) => dict.get(PDFName.Type) === PDFName.Font)
    .filter(
      (dict) =>
        !(dict.get(name('Subtype')) as PDFName | undefined)?.decodeText().startsWith('CIDFont'),
    )
  fonts.forEach((font, index) => {
    const tag = tagOf(index)
    for (const each of [font, ...descendantsOf(font)]) {
      retag(each, 'BaseFont', tag)
      retag(dictAt(each, 'FontDescriptor'), 'FontName', tag)
    }
  })
}
