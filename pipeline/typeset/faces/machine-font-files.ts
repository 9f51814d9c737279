import { HostError, type Host, type HostEntry } from '../../host/host.js'
import { faceRoles, type FaceRole } from '../../model/face-role.js'

/** File names of the fonts that offices have, best first; in small letters, as Windows does not mind the case. */
const knownFiles: Readonly<Record<FaceRole, readonly string[]>> = {
  fang: [
    '仿宋_gb2312.ttf',
    'fangsong_gb2312.ttf',
    'simfang.ttf',
    'stfangso.ttf',
    'stfangsong.ttf',
    'fandolfang-regular.otf',
  ],
  kai: [
    '楷体_gb2312.ttf',
    'kaiti_gb2312.ttf',
    'simkai.ttf',
    'stkaiti.ttf',
    'fandolkai-regular.otf',
  ],
  hei: ['simhei.ttf', '黑体.ttf', 'fandolhei-regular.otf'],
  title: ['方正小标宋简体.ttf', 'fzxbsjw.ttf', 'fzxbsk.ttf', 'fzxiaobiaosong-b05s.ttf'],
  song: ['simsun.ttc', 'simsun.ttf', 'stsong.ttf'],
}

/** Where Windows, macOS and Linux keep fonts. */
function foldersOf(host: Host): readonly string[] {
  const home = host.variable('HOME')
  const windows = host.variable('WINDIR')
  const local = host.variable('LOCALAPPDATA')
  return [
    ...(windows === undefined ? [] : [`${windows}\\Fonts`]),
    ...(local === undefined ? [] : [`${local}\\Microsoft\\Windows\\Fonts`]),
    ...(home === undefined
      ? []
      : [`${home}/Library/Fonts`, `${home}/.local/share/fonts`, `${home}/.fonts`]),
    '/Library/Fonts',
    '/System/Library/Fonts',
    '/usr/local/share/fonts',
    '/usr/share/fonts',
  ]
}

/** Font folders of Linux are nested, never deeper than this. */
const deepest = 4

/** Entries of a folder; of one that may not be read, none: it is the machine’s, not ours. */
async function entriesOf(host: Host, folder: string): Promise<readonly HostEntry[]> {
  try {
    return (await host.list(folder)) ?? []
  } catch (cause) {
    if (cause instanceof HostError) return []
    throw cause
  }
}

async function collect(
  host: Host,
  folder: string,
  depth: number,
  found: Map<string, string>,
): Promise<void> {
  const separator = folder.includes('\\') ? '\\' : '/'
  for (const { name, kind } of await entriesOf(host, folder)) {
    const path = `${folder}${separator}${name}`
    if (kind === 'folder' && depth < deepest) await collect(host, path, depth + 1, found)
    else if (kind !== 'folder' && !found.has(name.toLowerCase()))
      found.set(name.toLowerCase(), path)
  }
}

async function fontFiles(host: Host): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  for (const folder of foldersOf(host)) await collect(host, folder, 0, found)
  return found
}

/** Files in which Windows, Office and macOS keep the faces that Word files name, in small letters. */
const filesOfName: Readonly<Record<string, readonly string[]>> = {
  仿宋_GB2312: ['仿宋_gb2312.ttf', 'fangsong_gb2312.ttf', 'simfang_gb2312.ttf'],
  仿宋: ['simfang.ttf', 'fangsong.ttf'],
  楷体_GB2312: ['楷体_gb2312.ttf', 'kaiti_gb2312.ttf', 'simkai_gb2312.ttf'],
  楷体: ['simkai.ttf', 'kaiti.ttf'],
  黑体: ['simhei.ttf'],
  宋体: ['simsun.ttc', 'simsun.ttf'],
  方正小标宋简体: ['fzxbsjw.ttf', 'fzxbsk.ttf', 'fzxiaobiaosong-b05s.ttf'],
  华文仿宋: ['stfangso.ttf', 'stfangsong.ttf'],
  华文楷体: ['stkaiti.ttf'],
  华文中宋: ['stzhongs.ttf'],
  华文宋体: ['stsong.ttf'],
  微软雅黑: ['msyh.ttc', 'msyh.ttf'],
  'Times New Roman': ['times.ttf', 'times new roman.ttf'],
}

/** Which of some faces, by the names that Word files give to them, this machine has no font file of. A face whose file bears its name is found, too. */
export async function facesLackingHere(
  host: Host,
  names: readonly string[],
): Promise<readonly string[]> {
  const found = await fontFiles(host)
  return names.filter((name) => {
    const own = ['ttf', 'ttc', 'otf'].map((ending) => `${name.toLowerCase()}.${ending}`)
    return ![...(filesOfName[name] ?? []), ...own].some((file) => found.has(file))
  })
}

/** The machine’s own fonts that are the standard’s faces, by role, the first one of each; empty on a machine that has none. */
export async function machineFontFiles(
  host: Host,
): Promise<ReadonlyMap<FaceRole, readonly string[]>> {
  const found = await fontFiles(host)
  return new Map(
    faceRoles.map((role) => {
      const path = knownFiles[role]
        .map((name) => found.get(name))
        .find((each) => each !== undefined)
      return [role, path === undefined ? [] : [path]]
    }),
  )
}
