import type { Catalogue } from './rule.js'

/** Rule ids of what build, plan and write find. */
export const buildRules = {
  'output-folder-writable': {
    severity: 'error',
    zh: '输出文件夹「{path}」写不进去（{code}）。请换一个文件夹（--out），或改它的权限。',
    en: 'The output folder `{path}` cannot be written ({code}). Choose another (--out), or change its permissions.',
    rationale: 'Said once, before a file is made.',
  },
  'output-folder-free': {
    severity: 'error',
    zh: '「{path}」正由另一个进程（{holder}）生成。请等它结束再试；若确无此进程，请删除「{lock}」。',
    en: '`{path}` is being built by another process ({holder}). Try again when it has ended; if there is none, remove `{lock}`.',
    rationale: 'Two builds of one document would replace each other’s files and records.',
  },
  'output-path-short': {
    severity: 'info',
    zh: '「{agency}」的文件夹改用较短的名称「{folder}」：用全名则完整路径超过 Windows 的 260 个字符。如要全名，请用较浅的文件夹（--out）。',
    en: 'The folder of `{agency}` has the shorter name `{folder}`: with the whole name the path is longer than the 260 characters that Windows takes. For the whole name choose a folder that lies less deep (--out).',
    rationale:
      'A file whose path is too long can be written, and then not opened by Word, Excel or the Explorer.',
  },
  'output-file-name-short': {
    severity: 'info',
    zh: '「{wanted}」改用较短的文件名「{path}」：用全名则完整路径超过 Windows 的 260 个字符。如要全名，请在模板的 file 中用较短的名称，或用较浅的文件夹（--out）。',
    en: '`{wanted}` has the shorter name `{path}`: with the whole name the path is longer than the 260 characters that Windows takes. For the whole name choose a shorter one under file in the template, or a folder that lies less deep (--out).',
    rationale:
      'A file whose path is too long can be written, and then not opened by Word, Excel or the Explorer.',
  },
  'output-file-not-in-use': {
    severity: 'error',
    zh: '「{path}」无法替换（{code}）：可能正被 Word、WPS 等程序打开，或没有权限。请关闭后重新生成。',
    en: '`{path}` cannot be replaced ({code}): another program may have it open, or you may not write it. Close it and build again.',
    rationale: 'The commonest reason on Windows; the old file stays whole.',
  },
  'disk-has-room': {
    severity: 'error',
    zh: '磁盘已满，「{path}」没有写成（{code}）。请腾出空间后重新生成。',
    en: 'The disk is full; `{path}` was not written ({code}). Make room and build again.',
    rationale: 'No half file stays under the final name.',
  },
  'output-is-no-link': {
    severity: 'error',
    zh: '「{path}」是链接或指向输出文件夹之外，未写入（{code}）。请移走它后重新生成。',
    en: '`{path}` is a link or leads out of the output folder; nothing was written ({code}). Move it away and build again.',
    rationale: 'Nothing is ever written outside the output folder.',
  },
  'output-file-written': {
    severity: 'error',
    zh: '「{path}」没有写成（{code}）。请检查该位置后重新生成。',
    en: '`{path}` was not written ({code}). Look at that place and build again.',
    rationale: 'A file that could not be made is named, and the others are made.',
  },
  'output-file-reads-back': {
    severity: 'error',
    zh: '「{path}」写入后读出的内容不同。请检查磁盘、网络共享或杀毒软件后重新生成。',
    en: '`{path}` does not read back as it was written. Look at the disk, the network share or the virus guard, and build again.',
    rationale: 'The manifest must not claim what does not lie there.',
  },
  'manifest-readable': {
    severity: 'warning',
    zh: '生成记录「{path}」已损坏或来自其他版本，已重新生成其中的文件；认不出的文件一律保留。',
    en: 'The record `{path}` is damaged or of another version; its files were made again, and what could not be recognised was left.',
    rationale: 'State that cannot be read is not trusted, and no person’s file is lost with it.',
  },
  'edited-file-is-current': {
    severity: 'warning',
    zh: '「{path}」有人改过，予以保留；内容已有变化，新文件另存为「{beside}」，请对照合并。',
    en: '`{path}` was edited by a person and was left; what it shows has changed, and the new file is `{beside}`. Bring them together.',
    rationale: 'What a person edited is never overwritten, and what changed is never hidden.',
  },
  'circular-lists-assigned-tasks': {
    severity: 'info',
    zh: '普发的任务分工函只列载明承担单位的任务；所据文本未载单位的{count}项未列入，也未计数：{items}。请核对原件后再发。',
    en: 'The circular to all agencies lists the tasks that have agencies; {count} that the text names nobody for are not in it, nor counted: {items}. Check the original before it is sent.',
    rationale:
      'What the copy lacks is the sender’s to find out; a circular that called the tasks unassigned would say it of the notice.',
  },
  'packet-prints-ours': {
    severity: 'info',
    zh: '「{path}」有人改过：压缩包收入改过的文件，分发包 PDF 中印的是程序生成的内容。需要一致时，请改公文或模板后重新生成。',
    en: '`{path}` was edited by a person: the ZIP holds the edited file, the packet’s PDF prints what was generated. Where they must agree, change the notice or the template and build again.',
    rationale:
      'Two versions of one paper in what goes to one agency must be known to whoever sends it.',
  },
  'model-recorded': {
    severity: 'warning',
    zh: '「{path}」缺失或不是本程序最后写成的内容，汇总各件来文的清单未列入该件。请重新生成该件（不加 --only）。',
    en: '`{path}` is missing or is not what was last written there; lists over all notices leave this one out. Build it again, without --only.',
    rationale:
      'Lists over all notices are made from recorded models alone; one that somebody changed is not trusted, and a gap is named.',
  },
  'edited-file-set-aside': {
    severity: 'info',
    zh: '「{path}」有人改过，已按 --force 重新生成；原文件改名为「{beside}」。',
    en: '`{path}` was edited by a person and was made again by --force; the old file is `{beside}`.',
    rationale: 'Even by force nothing of a person’s is lost.',
  },
  'edited-file-has-a-task': {
    severity: 'warning',
    zh: '「{path}」已不在生成之列，但有人改过，予以保留。如不再需要，请自行删除。',
    en: '`{path}` is no longer made, but a person edited it, so it was left. Remove it if it is not needed.',
    rationale: 'A file that nobody keeps up to date should not be taken for one that is.',
  },
  'product-known': {
    severity: 'error',
    zh: '没有名为「{name}」的产品；{hint}可用：{expected}。',
    en: 'There is no product called `{name}`; {hint}there are: {expected}.',
    rationale: 'A mistyped name would make nothing and say that all is well.',
  },
  'product-is-for-agencies': {
    severity: 'warning',
    zh: '「{name}」不按单位生成，与 --agency 同用时不生成。要生成它，请去掉 --agency；按单位生成的有：{expected}。',
    en: '`{name}` is not made for single agencies, so with --agency nothing is made of it. Leave out --agency to make it; for agencies there are: {expected}.',
    rationale: 'A choice that leaves nothing would make nothing and say that all is well.',
  },
  'agency-known': {
    severity: 'error',
    zh: '不认识机构「{name}」，最接近的是「{nearest}」。请核对名称。',
    en: 'The agency `{name}` is not known; the nearest is `{nearest}`. Check the name.',
    rationale: 'A mistyped name would make nothing and say that all is well.',
  },
  'faces-installed': {
    severity: 'error',
    zh: '「{path}」未生成：找不到字体 {faces}，也没有替代字体。Word 和 Excel 文件不受影响。请运行：{install}。',
    en: '`{path}` was not made: the faces {faces} were not found, nor any that could stand in. Word and Excel files are not touched by this. Run: {install}.',
    rationale:
      'Font packages are heavy and optional; who wants PDFs is told, for each, what to install.',
  },
  'program-sound': {
    severity: 'error',
    zh: '处理「{path}」时程序内部出错：{problem}。这是程序的缺陷，请附此信息反馈。',
    en: 'The program failed inside while working on `{path}`: {problem}. This is a fault of the program; please report it with this message.',
    rationale: 'A bug in one document must not keep the others from being built.',
  },
} as const satisfies Catalogue
