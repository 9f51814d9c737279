import type { Language } from './language.js'

interface InitWording {
  readonly written: (path: string) => string
  readonly kept: (path: string) => string
  readonly refused: (folder: string, code: string) => string
  readonly next: (folder: string) => string
}

const enter = (folder: string) => (folder === '.' ? '' : `cd ${folder} && `)

/** What `init` says, in both languages. */
export const initWording: Readonly<Record<Language, InitWording>> = {
  zh: {
    written: (path) => `已建 ${path}`,
    kept: (path) => `已有 ${path}，未改动`,
    refused: (folder, code) => `文件夹「${folder}」不可写（${code}）。请检查权限，或换一个文件夹。`,
    next: (folder) =>
      `下一步：${enter(folder)}npx fengong build（不装字体也能做 Word 和 Excel；做 PDF 先运行 npm install）`,
  },
  en: {
    written: (path) => `made ${path}`,
    kept: (path) => `${path} is there already and was left as it is`,
    refused: (folder, code) =>
      `The folder \`${folder}\` cannot be written (${code}). Check its permissions, or choose another.`,
    next: (folder) =>
      `Next: ${enter(folder)}npx fengong build (Word and Excel need no fonts; for PDFs run npm install first)`,
  },
}
