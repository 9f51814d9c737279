import { paragraph, run, type DocxParts } from '../../../read/parse/docx-builder.js'

const revised = (kind: 'ins' | 'del', text: string) =>
  kind === 'ins'
    ? `<w:ins w:id="1" w:author="甲">${run(text)}</w:ins>`
    : `<w:del w:id="2" w:author="甲"><w:r><w:delText>${text}</w:delText></w:r></w:del>`

/** A bureau was struck out and another put in its place, and nobody settled it. */
export const parts: DocxParts = {
  body: [
    paragraph('临交发〔2024〕2号'),
    paragraph('临江市交通运输局关于整治占道停车的通知'),
    paragraph('各区交通运输局：'),
    paragraph('现就整治占道停车通知如下。'),
    paragraph(
      run('一、施划停车泊位。（') +
        revised('del', '市城管局') +
        revised('ins', '市公安局') +
        run('牵头，市交通运输局配合）'),
    ),
    paragraph(run('二、设置禁停标志。（市交通运输局负责）')),
    paragraph('临江市交通运输局'),
    paragraph('2024年3月4日'),
  ].join(''),
}
