import { describe, expect, it } from 'vitest'

import { partitionFaults } from '../../../../pipeline/model/index.js'
import { sentenceOf, relatedSentencesOf } from '../../../../pipeline/messages/index.js'
import { buildDocx, cell, paragraph, row, run, table, type DocxParts } from '../docx-builder.js'
import { parseFile } from '../outline-of.js'

function parse(parts: DocxParts | string, revisions?: 'accept' | 'reject') {
  const bytes = buildDocx(typeof parts === 'string' ? { body: parts } : parts)
  const parsed = parseFile('通知.docx', bytes, { revisions })
  if (parsed.source) expect(partitionFaults(parsed.source)).toEqual([])
  return parsed
}

describe('paragraphs of a Word file', () => {
  it('are read run by run, with tabs, breaks and symbols', () => {
    const { outline, source } = parse(
      paragraph(
        run('由财') +
          run('政部') +
          '<w:r><w:tab/><w:t>牵头</w:t><w:br/><w:t xml:space="preserve"> 甲 </w:t><w:sym w:char="2605"/></w:r>',
      ) +
        paragraph('') +
        paragraph('乙'),
    )
    expect(outline).toEqual(['由财政部\t牵头\n 甲 ★', '乙'])
    expect(source?.origin.map(({ at }) => at)).toEqual([
      { kind: 'docx', part: 'word/document.xml', paragraph: 0 },
      { kind: 'generated' },
      { kind: 'docx', part: 'word/document.xml', paragraph: 2 },
    ])
  })

  it('are headings where their style or they themselves have an outline level', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="2"><w:basedOn w:val="1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    expect(
      parse({
        styles,
        body:
          paragraph('甲', '<w:pStyle w:val="1"/>') +
          paragraph('乙', '<w:pStyle w:val="2"/>') +
          paragraph('丙', '<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>'),
      }).outline,
    ).toEqual(['# 甲', '## 乙', '丙'])
  })

  it('hold the results of fields, not their codes', () => {
    const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
    const code = '<w:r><w:instrText> DATE </w:instrText><w:t>不可见</w:t></w:r>'
    expect(
      parse(
        paragraph(
          field('begin') + code + field('separate') + run('2023年') + field('end') + run('止'),
        ),
      ).outline,
    ).toEqual(['2023年止'])
  })

  it('leave out hidden text and say so', () => {
    const { outline, dropped, told } = parse(
      paragraph(
        run('由商务部牵头') +
          run('，海关总署配合', '<w:vanish/>') +
          run('。', '<w:vanish w:val="0"/>'),
      ),
    )
    expect(outline).toEqual(['由商务部牵头。'])
    expect(dropped).toEqual(['hidden: ，海关总署配合'])
    expect(told).toEqual(['info text-visible'])
  })

  it('leave out a table of contents', () => {
    const styles = '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
    const { outline, dropped } = parse({
      styles,
      body: paragraph('一、目标\t1', '<w:pStyle w:val="TOC1"/>') + paragraph('一、目标'),
    })
    expect(outline).toEqual(['一、目标'])
    expect(dropped).toEqual(['contents: 一、目标\t1'])
  })

  it('are followed by the text boxes anchored in them, each once', () => {
    const content = `<w:txbxContent>${paragraph('某市人民政府文件')}</w:txbxContent>`
    const { outline, told } = parse(
      paragraph(
        run('甲') +
          '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>' +
          `${content}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${content}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
      ) + paragraph('乙'),
    )
    expect(outline).toEqual(['甲', '某市人民政府文件', '乙'])
    expect(told).toEqual(['info boxes-in-text'])
  })

  it('tell pictures and linked files', () => {
    const { outline, findings } = parse({
      body: paragraph(
        run('附件') +
          '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="图" descr="任务分工表"/><a:blip r:embed="rIdP"/></wp:inline></w:drawing></w:r>' +
          `<w:hyperlink r:id="rIdL">${run('附表')}</w:hyperlink>`,
      ),
      relationships:
        '<Relationship Id="rIdP" Type="x/image" Target="media/image1.png"/>' +
        '<Relationship Id="rIdL" Type="x/hyperlink" Target="附表.xlsx" TargetMode="External"/>',
    })
    expect(outline).toEqual(['附件附表', '![任务分工表](word/media/image1.png)'])
    expect(findings.map(({ rule, values }) => [rule, values.label, values.target])).toEqual([
      ['content-not-in-pictures', '任务分工表', 'word/media/image1.png'],
      ['annexes-in-file', '附表', '附表.xlsx'],
    ])
  })
})

describe('what stands beside the document', () => {
  it('is dropped with its reason and told', () => {
    const { outline, dropped, told, findings } = parse({
      body: paragraph(run('甲')),
      others: [
        { name: 'header1.xml', type: 'header', root: 'w:hdr', xml: paragraph('机密★1年') },
        { name: 'header2.xml', type: 'header', root: 'w:hdr', xml: paragraph('机密★1年') },
        { name: 'footer1.xml', type: 'footer', root: 'w:ftr', xml: paragraph('— 1 —') },
        {
          name: 'footnotes.xml',
          type: 'footnotes',
          root: 'w:footnotes',
          xml: `<w:footnote w:type="separator" w:id="0">${paragraph('x')}</w:footnote><w:footnote w:id="1">${paragraph('由审计署负责')}</w:footnote>`,
        },
        {
          name: 'comments.xml',
          type: 'comments',
          root: 'w:comments',
          xml: `<w:comment w:id="0" w:author="张">${paragraph('请核')}</w:comment>`,
        },
      ],
    })
    expect(outline).toEqual(['甲'])
    expect(dropped).toEqual([
      'annotation: 由审计署负责',
      'annotation: 请核',
      'header-footer: 机密★1年',
      'header-footer: 机密★1年',
      'header-footer: — 1 —',
    ])
    expect(told).toEqual([
      'warning notes-in-text',
      'warning comments-settled',
      'info headers-without-content',
    ])
    expect(findings.map(({ values }) => values.texts)).toEqual([
      ['由审计署负责'],
      ['张：请核'],
      ['机密★1年'],
    ])
  })
})

describe('tables of a Word file', () => {
  const span = (columns: number) => `<w:gridSpan w:val="${columns}"/>`
  const start = '<w:vMerge w:val="restart"/>'
  const goesOn = '<w:vMerge/>'

  it('have each merged cell once, where it begins', () => {
    const { outline, source } = parse(
      table(
        row([cell('序号'), cell('任务', span(2))], '<w:tblHeader/>'),
        row([cell('一', span(3))]),
        row([cell('1', start), cell('甲'), cell('财政部', start)]),
        row([cell('', goesOn), cell(paragraph('乙') + paragraph('丙')), cell('', goesOn)]),
        row([cell('', goesOn), cell('丁'), cell('商务部', start)]),
        row([cell('2'), cell('戊'), cell('', goesOn)]),
      ),
    )
    expect(outline).toEqual([
      '| !序号 | ![1×2]任务 |',
      '| [1×3]一 |',
      '| [3×1]1 | 甲 | [2×1]财政部 |',
      '| 乙\n丙 |',
      '| 丁 | [2×1]商务部 |',
      '| 2 | 戊 |',
    ])
    expect(source?.text.startsWith('序号\t任务\n一\n1\t甲\t财政部\n')).toBe(true)
  })

  it('keep columns apart that a row leaves out', () => {
    expect(
      parse(table(row([cell('a'), cell('b')]), row([cell('2')], '<w:gridBefore w:val="1"/>')))
        .outline,
    ).toEqual(['| a | b |', '|  | 2 |'])
  })

  it('leave out what stands in a cell merged into another', () => {
    const { dropped } = parse(
      table(row([cell('甲', start), cell('a')]), row([cell('不显示', goesOn), cell('b')])),
    )
    expect(dropped).toEqual(['hidden: 不显示'])
  })

  it('of one row or one column are frames', () => {
    expect(
      parse(
        table(row([cell('抄送：甲'), cell('乙')])) + table(row([cell('丙')]), row([cell('丁')])),
      ).outline,
    ).toEqual(['抄送：甲', '乙', '丙', '丁'])
  })

  it('within cells become lines of the cell', () => {
    const inner = table(row([cell('甲'), cell('乙')]), row([cell('丙'), cell('丁')]))
    expect(
      parse(table(row([cell('a'), cell('b')]), row([cell(inner + paragraph('戊')), cell('c')])))
        .outline,
    ).toEqual(['| a | b |', '| 甲\n乙\n丙\n丁\n戊 | c |'])
  })
})

describe('revisions that nobody settled', () => {
  const mark = 'w:id="1" w:author="张"'
  const inserted = (content: string) => `<w:ins ${mark}>${content}</w:ins>`
  const deleted = (text: string) =>
    `<w:del ${mark}><w:r><w:delText>${text}</w:delText></w:r></w:del>`
  const body =
    paragraph(run('由') + deleted('财政部') + inserted(run('商务部')) + run('牵头')) +
    paragraph(run('报') + `<w:moveFrom ${mark}>${run('国务院')}</w:moveFrom>` + run('批准')) +
    paragraph('未改')

  it('are an error that shows both readings of every place and blocks the source', () => {
    const { outline, findings, dropped } = parse(body)
    expect(outline).toEqual(['由商务部牵头', '报批准', '未改'])
    expect(dropped).toEqual(['deleted: 财政部', 'moved: 国务院'])
    expect(findings.map(({ rule, severity, blocks }) => [rule, severity, blocks?.what])).toEqual([
      ['revisions-settled', 'error', 'source'],
    ])
    const [finding] = findings
    expect(finding && sentenceOf(finding, 'zh')).toContain(
      '接受后为「由商务部牵头」，拒绝后为「由财政部牵头」',
    )
    expect(finding && relatedSentencesOf(finding, 'zh')).toEqual([
      '接受后为「报批准」，拒绝后为「报国务院批准」。',
    ])
  })

  it('are read as chosen', () => {
    const accepted = parse(body, 'accept')
    expect(accepted.outline).toEqual(['由商务部牵头', '报批准', '未改'])
    expect(accepted.told).toEqual(['info revisions-read-as-chosen'])
    const rejected = parse(body, 'reject')
    expect(rejected.outline).toEqual(['由财政部牵头', '报国务院批准', '未改'])
    expect(rejected.dropped).toEqual(['inserted: 商务部'])
  })

  it('join paragraphs whose mark was deleted', () => {
    const gone = `<w:rPr><w:del ${mark}/></w:rPr>`
    const joined = paragraph('甲，', gone) + paragraph('乙。')
    expect(parse(joined, 'accept').outline).toEqual(['甲，乙。'])
    expect(parse(joined, 'reject').outline).toEqual(['甲，', '乙。'])
  })

  it('take rows out that were deleted or inserted as a whole', () => {
    const rows = table(
      row([cell('a'), cell('b')]),
      row([cell('1'), cell('财政部')], `<w:del ${mark}/>`),
      row([cell('2'), cell('商务部')], `<w:ins ${mark}/>`),
    )
    const accepted = parse(rows, 'accept')
    expect(accepted.outline).toEqual(['| a | b |', '| 2 | 商务部 |'])
    expect(accepted.dropped).toEqual(['deleted: 1', 'deleted: 财政部'])
    expect(parse(rows, 'reject').outline).toEqual(['| a | b |', '| 1 | 财政部 |'])
    expect(parse(rows).findings.map(({ rule, related }) => [rule, related.length])).toEqual([
      ['revisions-settled', 1],
    ])
  })

  it('that change nothing of the text are none', () => {
    expect(parse(paragraph(inserted('') + run('甲'))).told).toEqual([])
  })
})

describe('files that are no Word document', () => {
  it.each([
    ['without a body', { body: '' }, 'source-not-empty'],
    ['with XML that is not well-formed', { body: '<w:p>' }, 'docx-whole'],
  ])('are refused: %s', (_, parts, rule) => {
    expect(parse(parts).told).toEqual([`error ${rule}`])
  })
})
