import type { Language } from './language.js'

type Form = 'document' | 'letter' | 'order' | 'plain'

interface RenderedWording {
  readonly missing: (file: string) => string
  readonly otherFormat: (file: string) => string
  readonly noWordFile: (file: string) => string
  readonly noOffice: string
  readonly notPrinted: (file: string, said: string) => string
  readonly heading: (file: string, form: Form, pages: number) => string
  readonly nextMissed: string
  readonly nextMet: string
}

const formsZh = { document: '公文格式', letter: '信函格式', order: '命令格式', plain: '无版头' }
const formsEn = {
  document: 'document form',
  letter: 'letter form',
  order: 'order form',
  plain: 'no head',
}

/** What `check --rendered` says, in both languages. */
export const renderedWording: Readonly<Record<Language, RenderedWording>> = {
  zh: {
    missing: (file) => `没有找到文件「${file}」。请核对路径。`,
    otherFormat: (file) =>
      `「${file}」不是 .docx 或 .pdf，无法量版面。请给出 Word 文件或 PDF；.doc 文件请先另存为 .docx。`,
    noWordFile: (file) =>
      `「${file}」不是 Word 文件（内容不是 .docx）。请用 Word 或 WPS 打开，另存为 .docx 后再试。`,
    noOffice:
      '本机没有找到 LibreOffice，无法把 Word 文件排成页面来量。请安装 LibreOffice，或给出 PDF。',
    notPrinted: (file, said) =>
      `「${file}」没有排成页面${said === '' ? '' : `（${said}）`}。请用 Word 或 WPS 打开核对，另存后再试。`,
    heading: (file, form, pages) => `${file}：${formsZh[form]}，${pages} 页，对照 GB/T 9704-2012`,
    nextMissed: '下一步：逐条核对「不符」的要素；「未核实」的是本机以别的字体替代。',
    nextMet: '下一步：没有不符的条款；「未核实」的请在装有办公字体的机器上再看。',
  },
  en: {
    missing: (file) => `There is no file \`${file}\`. Check the path.`,
    otherFormat: (file) =>
      `\`${file}\` is neither .docx nor .pdf and cannot be measured. Name a Word file or a PDF; save a .doc as .docx first.`,
    noWordFile: (file) =>
      `\`${file}\` holds no Word document, whatever its name says. Open it in Word or WPS, save it as .docx and try again.`,
    noOffice:
      'LibreOffice was not found on this machine, so a Word file cannot be set on pages and measured. Install LibreOffice, or name a PDF.',
    notPrinted: (file, said) =>
      `\`${file}\` could not be set on pages${said === '' ? '' : ` (${said})`}. Open it in Word or WPS, save it anew and try again.`,
    heading: (file, form, pages) =>
      `${file}: ${formsEn[form]}, ${pages} ${pages === 1 ? 'page' : 'pages'}, against GB/T 9704-2012`,
    nextMissed:
      'Next: look at each clause that was missed; where a result is not verified, this machine put another face in place.',
    nextMet:
      'Next: no clause is missed; look at what is not verified on a machine with the office’s fonts.',
  },
}
