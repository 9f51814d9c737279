import type { FaceReport, MachineReport } from '../build/examine-machine.js'
import type { Language } from './language.js'

interface DoctorWording {
  readonly node: (node: MachineReport['node'], version: string) => string
  readonly nodeOld: (wanted: string) => string
  readonly face: (face: FaceReport) => string
  readonly noFace: (wanted: string) => string
  readonly lacks: (common: number, rare: readonly string[], next: string | null) => string
  readonly folder: (what: 'output' | 'cache', path: string) => string
  readonly refused: (what: 'output' | 'cache', path: string, code: string) => string
  readonly office: (version: string) => string
  readonly noOffice: string
  readonly libraries: (list: string) => string
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
    noFace: (wanted) => `${wanted}：没有找到，PDF 无法生成。`,
    lacks: (common, rare, next) =>
      `缺常用字 ${common} 个${rare.length === 0 ? '' : `、人名用字 ${rare.join('')}`}，由${next ?? '其他字体'}补。`,
    folder: (what, path) => `${folderZh[what]} ${path} 可写`,
    refused: (what, path, code) => `${folderZh[what]} ${path} 不可写（${code}）。请检查权限。`,
    office: (version) => `${version}：可用 fengong check --rendered 量 Word 版面`,
    noOffice: '没有 LibreOffice：只影响 fengong check --rendered，其余不需要它。',
    libraries: (list) => `程序库：${list}`,
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
    noFace: (wanted) => `${wanted}: not found, so PDFs cannot be made.`,
    lacks: (common, rare, next) =>
      `lacks ${common} common characters${rare.length === 0 ? '' : ` and ${rare.join('')} of names`}; ${next ?? 'other faces'} supply them.`,
    folder: (what, path) => `${folderEn[what]} ${path} can be written`,
    refused: (what, path, code) =>
      `${folderEn[what]} ${path} cannot be written (${code}). Check its permissions.`,
    office: (version) => `${version}: fengong check --rendered can measure Word pages`,
    noOffice: 'No LibreOffice: that matters to fengong check --rendered alone.',
    libraries: (list) => `libraries: ${list}`,
    next: 'Next: fengong build',
    nextFaults: 'Next: see to each line marked ✗, then run fengong doctor again',
  },
}
