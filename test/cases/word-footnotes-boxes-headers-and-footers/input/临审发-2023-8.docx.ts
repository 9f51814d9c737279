import { paragraph, run, type DocxParts } from '../../../read/parse/docx-builder.js'

const box = (text: string) =>
  `<w:r><w:drawing><wps:txbx><w:txbxContent>${paragraph(text)}</w:txbxContent></wps:txbx></w:drawing></w:r>`

/** What stands beside the text of a Word file: a text box is read, notes and headers are told. */
export const parts: DocxParts = {
  body: [
    paragraph(box('临江市审计局文件')),
    paragraph('临审发〔2023〕8号'),
    paragraph('临江市审计局关于开展专项资金审计的通知'),
    paragraph('各区审计局：'),
    paragraph('现就专项资金审计通知如下。'),
    paragraph(
      run('一、确定审计范围。（市审计局牵头，市财政局配合）') +
        '<w:r><w:footnoteReference w:id="2"/></w:r>',
    ),
    paragraph('临江市审计局'),
    paragraph('2023年10月9日'),
  ].join(''),
  others: [
    {
      name: 'footnotes.xml',
      type: 'footnotes',
      root: 'w:footnotes',
      xml:
        `<w:footnote w:id="0" w:type="separator">${paragraph('')}</w:footnote>` +
        `<w:footnote w:id="2">${paragraph('市发展改革委负责提供项目清单。')}</w:footnote>`,
    },
    { name: 'header1.xml', type: 'header', root: 'w:hdr', xml: paragraph('临江市审计局内部资料') },
    { name: 'footer1.xml', type: 'footer', root: 'w:ftr', xml: paragraph('— 1 —') },
  ],
}
