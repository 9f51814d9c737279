import type { FaceReport, MachineReport } from '../build/examine-machine.js'
import type { Language } from './language.js'

interface DoctorWording {
  readonly node: (node: MachineReport['node'], version: string) => string
  readonly nodeOld: (wanted: string) => string
  readonly face: (face: FaceReport) => string
  readonly noFace: (wanted: string, install: string) => string
  readonly lacks: (common: number, rare: readonly string[], next: string | null) => string
  readonly word: (faces: MachineReport['wordFaces']) => string
  readonly folder: (what: 'output' | 'cache', path: string) => string
  readonly refused: (what: 'output' | 'cache', path: string, code: string) => string
  readonly office: (version: string) => string
  readonly noOffice: string
  readonly libraries: (list: string) => string
  readonly librariesMissing: (list: string) => string
  readonly next: string
  readonly nextFaults: string
}

const folderZh = { output: '输出文件夹', cache: '字体缓存文件夹' }
const folderEn = { output: 'output folder', cache: 'folder of built faces' }

/** The middle of a face’s line: what was found, from where, under which licence. */
function foundText(found: NonNullable<FaceReport['found']>, standIn: string): string {
  const licence = found.licence === '' ? '' : `; ${found.licence.split('\n')[0] ?? ''}`
  return `${standIn}${found.family}  ${found.path}${licence}`
}

/** What `doctor` says, in both languages. */
export const doctorWording: Readonly<Record<Language, DoctorWording>> = {
  zh: {
    node: ({ version }, own) => `fengong ${own}，Node ${version}`,
    nodeOld: (wanted) => `Node 版本过低，需要 ${wanted} 以上。请到 nodejs.org 更新。`,
    face: ({ wanted, found }) =>
      found === null
        ? wanted
        : `${wanted}：${foundText(found, found.standIn === null ? '' : '替代 ')}`,
    noFace: (wanted, install) => `${wanted}：没有找到，PDF 无法生成。请运行：${install}`,
    lacks: (common, rare, next) =>
      `缺常用字 ${common} 个${rare.length === 0 ? '' : `、人名用字 ${rare.join('')}`}，由${next ?? '其他字体'}补。`,
    word: ({ named, missing }) =>
      `Word 文件写明的字体：${named.join('、')}；${missing.length === 0 ? '本机都有' : `本机没有 ${missing.join('、')}，在本机打开会换成别的字体`}`,
    folder: (what, path) => `${folderZh[what]} ${path} 可写`,
    refused: (what, path, code) => `${folderZh[what]} ${path} 不可写（${code}）。请检查权限。`,
    office: (version) => `${version}：可用 fengong check --rendered 量 Word 版面`,
    noOffice:
      '没有 LibreOffice：只影响 fengong check --rendered，其余不需要它。要用时到 libreoffice.org 下载安装。',
    libraries: (list) => `程序库：${list}`,
    librariesMissing: (list) =>
      `程序库：${list}。标 — 的没有装好，请在安装 fengong 的文件夹里运行 npm install。`,
    next: '下一步：fengong build',
    nextFaults: '下一步：按上面标有 ✗ 的各行处理，再运行 fengong doctor',
  },
  en: {
    node: ({ version }, own) => `fengong ${own}, Node ${version}`,
    nodeOld: (wanted) =>
      `This Node is too old: ${wanted} or newer is needed. Update it from nodejs.org.`,
    face: ({ wanted, found }) =>
      found === null
        ? wanted
        : `${wanted}: ${foundText(found, found.standIn === null ? '' : 'stand-in ')}`,
    noFace: (wanted, install) => `${wanted}: not found, so PDFs cannot be made. Run: ${install}`,
    lacks: (common, rare, next) =>
      `lacks ${common} common characters${rare.length === 0 ? '' : ` and ${rare.join('')} of names`}; ${next ?? 'other faces'} supply them.`,
    word: ({ named, missing }) =>
      `Word files name ${named.join(', ')}; ${missing.length === 0 ? 'all are on this machine' : `this machine lacks ${missing.join(', ')} and shows others in their place`}`,
    folder: (what, path) => `${folderEn[what]} ${path} can be written`,
    refused: (what, path, code) =>
      `${folderEn[what]} ${path} cannot be written (${code}). Check its permissions.`,
    office: (version) => `${version}: fengong check --rendered can measure Word pages`,
    noOffice:
      'No LibreOffice: that matters to fengong check --rendered alone. To use it, install LibreOffice from libreoffice.org.',
    libraries: (list) => `libraries: ${list}`,
    librariesMissing: (list) =>
      `libraries: ${list}. What is marked — is missing: run npm install where fengong is installed.`,
    next: 'Next: fengong build',
    nextFaults: 'Next: see to each line marked ✗, then run fengong doctor again',
  },
}
