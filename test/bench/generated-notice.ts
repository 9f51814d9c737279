import { strToU8, zipSync } from 'fflate'

import type { SourceFormat } from '../../pipeline/model/index.js'

/** A made-up notice before it has a format: paragraphs, and the rows of its annex. */
interface Plan {
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

const bodies = [
  '海关总署',
  '商务部',
  '税务总局',
  '财政部',
  '交通运输部',
  '市场监管总局',
  '国家发展改革委',
  '工业和信息化部',
  '公安部',
  '司法部',
  '自然资源部',
  '生态环境部',
  '农业农村部',
  '文化和旅游部',
  '中国人民银行',
  '国家外汇局',
  '国家铁路局',
  '中国民航局',
  '国家邮政局',
  '国家药监局',
]

const digits = '零一二三四五六七八九'

/** 1 to 9,999 in Chinese: 24 → 二十四. */
function chinese(number: number): string {
  const units = ['', '十', '百', '千']
  const text = String(number)
    .split('')
    .map((digit, index, all) => {
      const unit = units[all.length - 1 - index] ?? ''
      return digit === '0' ? '零' : `${digits.charAt(Number(digit))}${unit}`
    })
    .join('')
    .replace(/零+/g, '零')
    .replace(/零$/, '')
  return text.replace(/^一十/, '十')
}

const itemsInSection = 20

function planOf(items: number, agencies: number, serial: number): Plan {
  const bodyAt = (index: number) => bodies[index % Math.min(agencies, bodies.length)] ?? ''
  const numbers = Array.from({ length: items }, (_, index) => index)
  const name = (index: number) => `第${chinese(index + 1)}类业务办理便利化`
  const text = numbers.flatMap((index) => {
    const [lead, support] = [bodyAt(index), bodyAt(index + 1)]
    const place = index % itemsInSection
    const heading = `${chinese(Math.floor(index / itemsInSection) + 1)}、推进重点工作`
    return [
      ...(place === 0 ? [heading] : []),
      `（${chinese(place + 1)}）${name(index)}。明确办理条件、材料和时限，公开办理结果，方便企业和群众查询。（${lead}牵头，${support}配合）`,
    ]
  })
  return {
    title: `国务院关于推进第${chinese(serial)}批业务办理便利化工作的通知`,
    paragraphs: [
      `国函〔2024〕${String(serial)}号`,
      '各省、自治区、直辖市人民政府，国务院各部委、各直属机构：',
      '现将有关事项通知如下。财政部要加强资金保障。',
      ...text,
      '附件：任务分工表',
      '国务院',
      '2024年1月2日',
    ],
    rows: [
      ['序号', '工作任务', '主要内容', '负责单位'],
      ...numbers.map((index) => [
        String(index + 1),
        name(index),
        '明确办理条件、材料和时限，公开办理结果。',
        `${bodyAt(index)}、${bodyAt(index + 1)}`,
      ]),
    ],
  }
}

const annex = ['附件', '任务分工表']

function lines({ title, paragraphs, rows }: Plan, heading: string): string {
  const table = rows.map((row, index) =>
    index === 0 ? `| ${row.join(' | ')} |\n|---|---|---|---|` : `| ${row.join(' | ')} |`,
  )
  return [`${heading}${title}`, ...paragraphs, ...annex, table.join('\n')].join('\n\n')
}

function page({ title, paragraphs, rows }: Plan): string {
  const cells = (row: readonly string[]) => row.map((cell) => `<td>${cell}</td>`).join('')
  return [
    `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}</title></head><body>`,
    '<div class="nav"><a href="/">首页</a> <a href="/zhengce">政策</a></div>',
    `<h1>${title}</h1>`,
    ...[...paragraphs, ...annex].map((paragraph) => `<p>${paragraph}</p>`),
    `<table>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('\n')}</table>`,
    '</body></html>',
  ].join('\n')
}

const wordSpace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const relations = 'http://schemas.openxmlformats.org'

function wordFile({ title, paragraphs, rows }: Plan): Uint8Array {
  const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
  const row = (cells: readonly string[]) =>
    `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`
  const body = [title, ...paragraphs, ...annex].map(paragraph).join('')
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<Types xmlns="${relations}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="${relations}/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(
      `<w:document ${wordSpace}><w:body>${body}<w:tbl>${rows.map(row).join('')}</w:tbl></w:body></w:document>`,
    ),
  })
}

export interface NoticeShape {
  readonly items: number
  /** How many bodies share the items; at most 20. */
  readonly agencies: number
  /** Tells one notice from another. */
  readonly serial?: number
}

/** The bytes of a made-up notice whose every item stands in the text, with its lead and its support, and in the annex. */
export function generatedNotice(
  format: SourceFormat,
  { items, agencies, serial = 1 }: NoticeShape,
): Uint8Array {
  const plan = planOf(items, agencies, serial)
  if (format === 'docx') return wordFile(plan)
  if (format === 'html') return strToU8(page(plan))
  return strToU8(lines(plan, format === 'markdown' ? '# ' : ''))
}
