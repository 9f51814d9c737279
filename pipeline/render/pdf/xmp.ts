import type { Properties } from '../../model/index.js'

/** What XML cannot hold at all. XML 1.0, 2.2. */
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

const escaped = (text: string): string =>
  text
    .replace(forbidden, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')

/** How the file says which programs made it. */
export const producers = { creator: 'fengong', producer: 'fengong, pdfmake' } as const

/**
 * A file’s properties as XMP, the same that its information dictionary holds; pdfkit’s own does not escape them, and cannot be without a date. ISO 16684-1;
 * for PDF/A ISO 19005-2, 6.6.
 *
 * @param pdfa the file claims PDF/A-2b
 */
export function xmpOf(
  { title, subject, author, keywords, date, lang }: Properties,
  pdfa: boolean,
): string {
  const alternative = (text: string): string =>
    `<rdf:Alt><rdf:li xml:lang="x-default">${escaped(text)}</rdf:li></rdf:Alt>`
  const lines = [
    `<dc:format>application/pdf</dc:format>`,
    `<dc:language><rdf:Bag><rdf:li>${lang}</rdf:li></rdf:Bag></dc:language>`,
    `<dc:title>${alternative(title)}</dc:title>`,
    author === ''
      ? ''
      : `<dc:creator><rdf:Seq><rdf:li>${escaped(author)}</rdf:li></rdf:Seq></dc:creator>`,
    subject === '' ? '' : `<dc:description>${alternative(subject)}</dc:description>`,
    keywords.length === 0 ? '' : `<pdf:Keywords>${escaped(keywords.join(', '))}</pdf:Keywords>`,
    `<pdf:Producer>${producers.producer}</pdf:Producer>`,
    `<xmp:CreatorTool>${producers.creator}</xmp:CreatorTool>`,
    date === null ? '' : `<xmp:CreateDate>${date}T00:00:00Z</xmp:CreateDate>`,
    pdfa ? '<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>' : '',
  ]
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
${lines.filter((line) => line !== '').join('\n')}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`
}
