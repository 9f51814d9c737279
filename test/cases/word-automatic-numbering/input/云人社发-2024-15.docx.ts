import { level, numbered, paragraph, type DocxParts } from '../../../read/parse/docx-builder.js'

/** Numbers that Word computes: 一、 （一） 1. in one list of three levels, going on through the text. */
export const parts: DocxParts = {
  numbering:
    '<w:abstractNum w:abstractNumId="0">' +
    level(0, 'chineseCountingThousand', '%1、') +
    level(1, 'chineseCountingThousand', '（%2）') +
    level(2, 'decimal', '%3.') +
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
  body: [
    paragraph('云人社发〔2024〕15号'),
    paragraph('云川省人力资源和社会保障厅关于促进高校毕业生就业的通知'),
    paragraph('各市（州）人力资源社会保障局：'),
    paragraph('现就促进高校毕业生就业有关工作通知如下。'),
    numbered('拓宽就业渠道', 1),
    numbered(
      '鼓励企业吸纳。落实社会保险补贴政策。（省人力资源社会保障厅牵头，省财政厅配合）',
      1,
      1,
    ),
    numbered('支持基层就业。', 1, 1),
    numbered('招募支教、支农人员。（省教育厅、省农业农村厅负责）', 1, 2),
    numbered('开发社区岗位。（省民政厅负责）', 1, 2),
    numbered('提升服务质量', 1),
    numbered(
      '组织专场招聘。2024年7月底前举办不少于30场。（省人力资源社会保障厅、省总工会负责）',
      1,
      1,
    ),
    paragraph('云川省人力资源和社会保障厅'),
    paragraph('2024年5月20日'),
  ].join(''),
}
