import type { Catalogue } from './rule.js'

/** Rule ids of what faces, typeset and render find. */
export const renderRules = {
  'face-installed': {
    severity: 'error',
    zh: '没有找到「{face}」及其替代字体，需要它的 PDF 未生成，其他文件不受影响。请运行 {install}。',
    en: 'Neither `{face}` nor a stand-in for it was found: the PDFs that need it were not made, all else was. Run {install}.',
    rationale:
      'A page whose face is missing would come out as empty boxes. Font packages are heavy and optional, so the message gives the line that installs the one that lacks.',
  },
  'face-is-the-one-named': {
    severity: 'info',
    zh: 'PDF 用了替代字体：{faces}。要用本单位的字体，请在样式的 faces 中写明字体文件。',
    en: 'PDFs use stand-ins: {faces}. To use your office’s own fonts, name their files under faces in the style.',
    rationale: 'A stand-in is called a stand-in: whoever signs should know what is printed.',
  },
  'face-file-is-a-font': {
    severity: 'warning',
    zh: '字体文件「{path}」不存在或无法读取，改用下一个字体。请核对样式中 faces 的路径。',
    en: 'The font file `{path}` is missing or no font; the next face is used. Check the path under faces in the style.',
    rationale: 'An office’s own face that silently falls back would be noticed only on paper.',
  },
  'face-kept-for-next-run': {
    severity: 'info',
    zh: '合成的字体无法存到「{path}」（{code}），下次运行要重新合成，约需两三秒。请检查该文件夹的写权限。',
    en: 'The built face could not be kept at `{path}` ({code}); the next run builds it again, which takes two or three seconds. Check that the folder can be written.',
    rationale: 'The cache saves time alone; without it everything is still made.',
  },
  'character-has-a-face': {
    severity: 'error',
    zh: '字符「{character}」（{codePoint}）没有字体可以显示，{count} 处，如「{context}」，该 PDF 未生成。请在样式的 faces 中写明收有此字的字体文件。',
    en: 'No face has the character `{character}` ({codePoint}), {count} times, as in `{context}`: the PDF was not made. Name a font file that has it under faces in the style.',
    rationale:
      'A missing glyph is an empty box and lost text: a name would be gone from paper and from search.',
  },
  'page-holds-every-character': {
    severity: 'error',
    zh: 'PDF 的页面与应有的文字不一致：应为「{expected}」，实为「{found}」，该 PDF 未生成。这是程序的错误，请报告。',
    en: 'The pages do not hold the text that they should: expected `{expected}`, found `{found}`; the PDF was not made. This is a fault of the program: please report it.',
    rationale:
      'What was placed is compared with what was to be placed, character by character, before a file is written: nothing may be lost in silence.',
  },
  'page-holds-every-mark': {
    severity: 'error',
    zh: '「{text}」落在页面之外（第 {page} 页），该 PDF 未生成。请检查样式的页边距和字号。',
    en: '`{text}` falls outside the page (page {page}): the PDF was not made. Check the margins and sizes of the style.',
    rationale: 'Text off the page’s edge is lost on paper though a search still finds it.',
  },
  'pages-fit': {
    severity: 'info',
    zh: '内容较多，已收紧行距和字号仍需 {pages} 页，多于预定的 {wanted} 页。可在模板中减少内容。',
    en: 'The content takes {pages} pages where {wanted} were wanted, with lines and sizes closed up as far as they may be. Take something out in the template.',
    rationale: 'Nothing is cut to fit: who wants one page decides what goes.',
  },
  'characters-can-be-written': {
    severity: 'warning',
    zh: '有 {count} 个字符无法写入文件，已略去：{characters}。这些字符不可显示或已损坏，请核对原文。',
    en: '{count} characters cannot be written to a file and were left out: {characters}. They cannot be shown or are damaged: check the source.',
    relatedZh: '在「{place}」。',
    relatedEn: 'in `{place}`.',
    rationale:
      'One U+FFFE makes a file that Word and Excel refuse, and control characters vanish in silence: what is left out is told.',
  },
  'reference-document-readable': {
    severity: 'warning',
    zh: '样式文件夹中的 Word 样式参照文件无法读取，已按本系统的样式排版。请在 Word 中打开该 .docx 文件，另存为 Word 文档后再用。',
    en: 'The Word file that is to give the styles cannot be read, and the package’s styles were used. Open that .docx in Word and save it again as a Word document.',
    rationale:
      'An office that edited its styles in Word must not find them ignored in silence; a circular in other faces is still a circular.',
  },
  'reference-document-has-the-styles': {
    severity: 'info',
    zh: 'Word 样式参照文件中没有这 {count} 种样式，按本系统的排：{styles}。要改它们，请从本系统生成的 Word 文件改起，保留样式名称。',
    en: 'The Word file that is to give the styles lacks {count} of them, which stay the package’s: {styles}. To change those, begin with a Word file made here and keep the styles’ names.',
    rationale:
      'A style under another name has no effect: an office that renamed one would look for its change in vain.',
  },
  'word-faces-named': {
    severity: 'info',
    zh: 'Word 文件写明的字体：{faces}，本机都有。',
    en: 'Word files name these faces, all of them on this machine: {faces}.',
    rationale:
      'A Word file holds no font, only names: whoever sends it should know which the receiving machine needs.',
  },
  'word-faces-on-this-machine': {
    severity: 'info',
    zh: 'Word 文件写明的字体：{faces}。其中本机没有：{missing}，在本机打开时会换成别的字体；装有这些字体的电脑上不受影响。本单位用别的字体的，请在样式的 faces 中改写名称。',
    en: 'Word files name these faces: {faces}. This machine lacks {missing} and shows others in their place; a machine that has them is not affected. Where your office uses other faces, change the names under faces in the style.',
    rationale:
      'A Word file holds no font, only names: lines break elsewhere on a machine that lacks one, which is no fault of the file.',
  },
  'links-can-be-followed': {
    severity: 'warning',
    zh: '链接「{address}」未写入文件，文字保留。文件中的链接只能是 http、https 或 mailto 地址，请改正。',
    en: 'The link `{address}` was not put into the file; its text was kept. A file may link to http, https and mailto addresses alone: correct it.',
    rationale: 'A link to a script or to another machine’s share has no place in an official file.',
  },
  'packet-is-whole': {
    severity: 'warning',
    zh: '分发包「{packet}」缺：{parts}。目录中已标明，其余部分照常装订。请看其他消息说明的原因，补齐后重新生成。',
    en: 'The packet `{packet}` lacks {parts}. Its contents say so, and the other parts are in it. See the other messages for the reason, and build again.',
    rationale: 'One part that could not be made must not keep the others from an agency.',
  },
  'packet-part-is-open': {
    severity: 'warning',
    zh: '「{file}」有密码保护，不能装入分发包，目录中列为缺件。请换成没有密码的 PDF。',
    en: '`{file}` is protected by a password and is not in the packets, whose contents call it missing. Put a PDF without one in its place.',
    rationale:
      'Pages of a protected file cannot be copied; a packet that silently lacked the original would be taken for whole.',
  },
  'packet-part-is-sound': {
    severity: 'warning',
    zh: '「{file}」不是完好的 PDF（已损坏、不完整或没有页面），不能装入分发包，目录中列为缺件。请换成完好的文件。',
    en: '`{file}` is no sound PDF (damaged, cut off or without pages) and is not in the packets, whose contents call it missing. Put a sound file in its place.',
    rationale:
      'A scan that was cut off on its way is common; the packet is made without it and says so.',
  },
  'bundle-is-whole': {
    severity: 'warning',
    zh: '压缩包中缺：{files}。请看其他消息说明的原因，补齐后重新生成。',
    en: 'The ZIP lacks {files}. See the other messages for the reason, and build again.',
    rationale:
      'What could not be made is left out of what is sent, and whoever sends it must know.',
  },
} as const satisfies Catalogue
