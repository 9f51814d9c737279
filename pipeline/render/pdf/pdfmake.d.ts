/* The parts of pdfmake that its own types leave out; what they are, pdfmake-parts.ts says. */

declare module 'pdfmake/js/PDFDocument.js' {
  const exported: object
  export default exported
}

declare module 'pdfmake/js/Renderer.js' {
  const exported: object
  export default exported
}
