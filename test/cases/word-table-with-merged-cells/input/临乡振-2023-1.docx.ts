import { cell, paragraph, row, table, type DocxParts } from '../../../read/parse/docx-builder.js'

const begin = '<w:vMerge w:val="restart"/>'
const on = '<w:vMerge/>'

/** One bureau over three rows, a group over the whole width. */
export const parts: DocxParts = {
  body: [
    paragraph('临江市农业农村局关于印发乡村建设任务分工的通知'),
    paragraph('临农发〔2023〕1号'),
    paragraph('各区农业农村局：'),
    paragraph('现将乡村建设任务分工印发给你们。'),
    paragraph('附件：乡村建设任务分工表'),
    paragraph('临江市农业农村局'),
    paragraph('2023年2月6日'),
    paragraph('附件'),
    paragraph('乡村建设任务分工表'),
    table(
      row(['序号', '任务', '牵头单位', '配合单位', '完成时限'].map((text) => cell(text))),
      row([cell('一、基础设施', '<w:gridSpan w:val="5"/>')]),
      row([
        cell('1'),
        cell('道路硬化'),
        cell('市交通运输局', begin),
        cell('市财政局', begin),
        cell('2023年10月底前'),
      ]),
      row([cell('2'), cell('桥涵加固'), cell('', on), cell('', on), cell('2023年9月底前')]),
      row([cell('3'), cell('路灯安装'), cell('', on), cell('市供电公司'), cell('年内')]),
      row([cell('二、人居环境', '<w:gridSpan w:val="5"/>')]),
      row([cell('4'), cell('垃圾分类'), cell('市城管局'), cell('市农业农村局'), cell('长期坚持')]),
    ),
  ].join(''),
}
