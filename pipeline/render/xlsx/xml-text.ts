/** A text as an attribute’s value or an element’s content; line feeds survive in both. */
export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;')
}

/** `_x0041_` in a spreadsheet’s strings is read as A (ECMA-376 part 1, 22.9.2.19, ST_Xstring): its first mark is written as a code itself. */
export function escapeCodes(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}
