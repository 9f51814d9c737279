import { paragraph, run, type DocxParts } from '../../../read/parse/docx-builder.js'

/** A bureau in hidden text and one in a comment: neither is asked for anything. */
export const parts: DocxParts = {
  body: [
    paragraph('云司发〔2022〕3号'),
    paragraph('云川省司法厅关于开展普法宣传的通知'),
    paragraph('各市（州）司法局：'),
    paragraph('现就普法宣传通知如下。'),
    paragraph(
      run('一、组织宣讲活动。（省司法厅牵头') +
        run('，省公安厅配合', '<w:vanish/>') +
        '<w:commentRangeStart w:id="0"/>' +
        run('，省教育厅配合）') +
        '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
    ),
    paragraph(run('二、本项由省民政厅负责。', '<w:vanish/>')),
    paragraph('云川省司法厅'),
    paragraph('2022年4月11日'),
  ].join(''),
  others: [
    {
      name: 'comments.xml',
      type: 'comments',
      root: 'w:comments',
      xml: `<w:comment w:id="0" w:author="乙">${paragraph('是否改由团省委负责？')}</w:comment>`,
    },
  ],
}
