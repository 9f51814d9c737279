import { beforeAll, describe, expect, it } from 'vitest'

import { textStyleNames } from '../../../pipeline/model/index.js'
import { renderDocx } from '../../../pipeline/render/docx/render-docx.js'
import { blank, circular, documentStyle, flow, run, section, text } from './flows.js'
import { attributesOf, elementsOf, partOf, partTree, runsOf, styleNamed } from './read-docx.js'

let bytes: Uint8Array
beforeAll(async () => {
  ;({ bytes } = await renderDocx(circular()))
})

const inFile = (name: string) =>
  name === '正文' ? 'Normal' : name === '副标题' ? 'Subtitle' : name

describe('styles of a Word file', () => {
  it('bear the sheet’s names, each once', () => {
    const names = elementsOf(partTree(bytes, 'word/styles.xml'), 'w:style').map(
      (style) => attributesOf(style, 'w:name')['w:val'],
    )
    expect(new Set(names).size).toBe(names.length)
    for (const name of textStyleNames)
      expect(names).toContain(inFile(documentStyle.text[name].name))
  })

  it.each(['正文', '公文标题', '一级标题', '二级标题', '公文页码', '表格文字'])(
    'name the face of %s in all four slots and no theme',
    (name) => {
      const face = Object.values(documentStyle.text).find((each) => each.name === name)?.face
      const word = documentStyle.faces[face ?? 'kai'].word
      expect(attributesOf(styleNamed(bytes, inFile(name)), 'w:rFonts')).toEqual({
        'w:ascii': word,
        'w:hAnsi': word,
        'w:eastAsia': word,
        'w:cs': word,
        'w:hint': 'eastAsia',
      })
    },
  )

  it('name no face of a theme anywhere, and are nowhere bold', () => {
    for (const part of ['word/styles.xml', 'word/document.xml', 'word/footer1.xml']) {
      expect(partOf(bytes, part)).not.toMatch(/(?:ascii|hAnsi|eastAsia|cs)[Tt]heme=/)
      expect(partOf(bytes, part)).not.toMatch(/<w:b\/>|<w:b w:val="(?:1|true)"\/>/)
    }
  })

  it('set headings on Word’s own, with their levels', () => {
    for (const [name, level] of [
      ['公文标题', 1],
      ['一级标题', 2],
      ['二级标题', 3],
      ['三级标题', 4],
      ['四级标题', 5],
    ] as const) {
      const style = styleNamed(bytes, name)
      expect(attributesOf(style, 'w:basedOn')['w:val']).toBe(`Heading${level}`)
      expect(attributesOf(style, 'w:outlineLvl')['w:val']).toBe(String(level - 1))
      const own = styleNamed(bytes, `heading ${level}`)
      expect(own.attributes['w:styleId']).toBe(`Heading${level}`)
      expect(attributesOf(own, 'w:outlineLvl')['w:val']).toBe(String(level - 1))
    }
  })

  it('indent the text by two characters, in characters and in twips', () => {
    expect(attributesOf(styleNamed(bytes, 'Normal'), 'w:ind')).toEqual({
      'w:left': '0',
      'w:leftChars': '0',
      'w:right': '0',
      'w:rightChars': '0',
      'w:firstLine': '630',
      'w:firstLineChars': '200',
    })
  })

  it('set 15.75 pt as 16 pt a quarter point closer, and nothing else closer', () => {
    const look = (name: string) => {
      const run = elementsOf(styleNamed(bytes, name), 'w:rPr')[0] ?? styleNamed(bytes, name)
      return [attributesOf(run, 'w:sz')['w:val'], attributesOf(run, 'w:spacing')['w:val']]
    }
    expect(look('Normal')).toEqual(['32', '-5'])
    expect(look('公文标题')).toEqual(['44', '0'])
    expect(look('表格文字')).toEqual(['24', '0'])
  })

  it('have the pitch of the page’s grid in the text, and no fixed one in tables', () => {
    const pitch = (name: string) => {
      const style = elementsOf(styleNamed(bytes, name), 'w:pPr')[0] ?? styleNamed(bytes, name)
      return [
        attributesOf(style, 'w:spacing')['w:line'],
        attributesOf(style, 'w:spacing')['w:lineRule'],
      ]
    }
    expect(pitch('Normal')).toEqual(['579', 'exact'])
    expect(pitch('一级标题')).toEqual(['579', 'exact'])
    expect(pitch('公文标题')).toEqual(['720', 'exact'])
    expect(pitch('表格文字')).toEqual(['360', 'atLeast'])
  })

  it('say that Chinese text is Chinese', () => {
    const defaults = elementsOf(partTree(bytes, 'word/styles.xml'), 'w:docDefaults')[0]
    expect(defaults && attributesOf(defaults, 'w:lang')).toEqual({
      'w:val': 'en-US',
      'w:eastAsia': 'zh-CN',
    })
  })

  it('take the faces that an office names', async () => {
    const style = {
      ...documentStyle,
      faces: { ...documentStyle.faces, fang: { word: '仿宋', file: null } },
    }
    const other = await renderDocx(flow([section([text('body', '正文。')])], { style }))
    expect(attributesOf(styleNamed(other.bytes, 'Normal'), 'w:rFonts')['w:eastAsia']).toBe('仿宋')
    expect(partOf(other.bytes, 'word/styles.xml')).not.toContain('仿宋_GB2312')
  })
})

describe('runs of a Word file', () => {
  it('are emphasised by another face, named in all four slots', async () => {
    const layout = flow([section([text('body', [run('常'), run('重', { face: 'hei' })])])])
    const runs = runsOf((await renderDocx(layout)).bytes)
    expect(runs).toEqual([
      { text: '常', fonts: { 'w:hint': 'eastAsia' }, underline: null },
      {
        text: '重',
        fonts: {
          'w:ascii': '黑体',
          'w:hAnsi': '黑体',
          'w:eastAsia': '黑体',
          'w:cs': '黑体',
          'w:hint': 'eastAsia',
        },
        underline: null,
      },
    ])
  })

  it('hold a blank at a line’s end, where white space would hang over the edge', async () => {
    const layout = flow([section([text('body', [run('单位：'), blank(2)])])])
    expect(runsOf((await renderDocx(layout)).bytes)).toMatchObject([
      { text: '单位：' },
      { text: '\u3000\u3000\u00A0', underline: 'single' },
    ])
  })

  it('show a blank as underlined space to write on', () => {
    expect(runsOf(bytes).filter((each) => each.underline === 'single')).toMatchObject([
      { text: '\u3000' },
      { text: '\u3000' },
      { text: '\u3000'.repeat(4) },
      { text: '\u3000'.repeat(6) },
    ])
  })
})
