import type { Language } from './language.js'

interface HelpWording {
  readonly program: string
  readonly version: string
  readonly help: string
  readonly helpCommand: string
  readonly build: string
  readonly check: string
  readonly inspect: string
  readonly plan: string
  readonly clean: string
  readonly sources: string
  readonly file: string
  readonly out: string
  readonly templates: string
  readonly lang: string
  readonly encoding: string
  readonly revisions: string
  readonly debug: string
  readonly only: string
  readonly agency: string
  readonly force: string
  readonly open: string
  readonly jobs: string
  readonly jobsBad: string
  readonly watch: string
  readonly timings: string
  readonly json: string
  readonly inspectJson: string
  readonly explain: string
  readonly format: string
  readonly failOn: string
  readonly completion: string
  readonly shell: string
  readonly init: string
  readonly initFolder: string
  readonly doctor: string
  readonly doctorJson: string
  readonly rendered: string
  readonly seeHelp: string
  readonly examples: Readonly<
    Record<
      | 'program'
      | 'build'
      | 'check'
      | 'inspect'
      | 'plan'
      | 'clean'
      | 'init'
      | 'doctor'
      | 'completion',
      string
    >
  >
}

const zh: HelpWording = {
  program:
    '把公文变成办事的材料：从来文读出任务与单位，生成简报（PDF）、任务分工函（Word）和任务分工表（Excel）。',
  version: '显示版本',
  help: '显示帮助',
  helpCommand: '显示某一命令的帮助',
  build: '生成需要更新的文件；已是最新的不动，有人改过的不覆盖',
  check: '只核对来文并列出提示，不生成文件',
  inspect: '显示从一份来文读出的结构：要素、事项、单位、时限',
  plan: '列出将生成、保留、删除哪些文件，不动手',
  clean: '删除生成后未被改动的文件，并列出保留的',
  sources: '来文文件或文件夹，默认 sources',
  file: '来文文件（.md .txt .html .docx）',
  out: '输出文件夹',
  templates: '本单位的模板文件夹，同名文件优先于自带模板',
  lang: '界面语言：zh 或 en；默认随系统',
  encoding: '来文的编码，如 gb18030；默认自动判断',
  revisions: 'Word 来文中的修订：accept 接受，reject 拒绝',
  debug: '出错时显示内部细节',
  only: '只做这些产品，用逗号分隔，如 简报,任务分工函',
  agency: '只做这些单位的文件，用逗号分隔，全称简称均可',
  force: '全部重做；被人改过的旧文件另存为 〈名称〉.旧',
  open: '生成后打开审阅页；来文不止一件时打开总目录 index.html',
  jobs: '用几个线程生成文件（默认 1）',
  jobsBad: '应为 1 到 64 的整数。',
  watch: '保持运行：来文、设置或模板保存后即重新生成，Ctrl-C 结束',
  timings: '把各步骤用时写入此文件，可用浏览器的性能页打开',
  json: '逐行输出 JSON 事件，供其他程序使用',
  inspectJson: '输出 JSON 模型',
  explain: '逐个文件说明原因：哪一处变了，或为何不必重做',
  format: '输出格式：text、json 或 github',
  failOn: '达到此级别即以 1 退出：error、warning 或 info',
  completion: '输出命令行补全脚本，由 shell 读入',
  shell: 'bash、zsh、fish 或 powershell',
  init: '建一个可以马上 build 的文件夹：一份来文、各项设置及说明',
  initFolder: '文件夹，默认当前文件夹；已有的文件不动',
  doctor: '看本机有什么、缺什么：Node、字体及其替代、写权限、LibreOffice',
  doctorJson: '输出 JSON',
  rendered: '把这个 Word 文件或 PDF 的版面与 GB/T 9704-2012 逐条对照，不读来文',
  seeHelp: '用 fengong help 查看全部命令和选项。\n',
  examples: {
    program: `
示例：
  fengong build                              读取 sources/ 中的来文，生成全部文件到 output/
  fengong inspect sources/guohan-2023-56.md  看读出了什么
  fengong check                              只看提示

退出状态：0 完成；1 有来文存在错误、有文件未能生成（其余照常），或被信号中止；2 用法、配置或程序错误。
`,
    build: `
示例：
  fengong build                                   sources/ 中全部来文
  fengong build 来文.docx --out 材料              一份来文，输出到 材料/
  fengong build --only 任务分工函 --agency 税务总局   只做税务总局的函
`,
    check: `
示例：
  fengong check                        核对 sources/ 中全部来文
  fengong check 来文.md --fail-on warning  有警告也以 1 退出
  fengong check --format json          每条提示一行 JSON
  fengong check --rendered 函.docx     量版面，需要 LibreOffice
`,
    inspect: `
示例：
  fengong inspect 来文.md              以树形显示
  fengong inspect 来文.md --json       输出模型，可交给其他程序
`,
    plan: `
示例：
  fengong plan                         将做什么
  fengong plan --explain               为什么
`,
    clean: `
示例：
  fengong clean                        清理 output/
`,
    init: `
示例：
  fengong init 分工                    建文件夹 分工/
`,
    completion: `
示例：
  source <(fengong completion bash)    在 bash 中启用
  fengong completion zsh > ~/.zsh/_fengong  在 zsh 中启用
`,
    doctor: `
示例：
  fengong doctor                       看本机的字体、权限和程序
`,
  },
}

const en: HelpWording = {
  program:
    'Turns official notices (公文) into the packets that get their work done: PDF briefs, Word circulars and Excel assignment sheets for every agency that a notice names.',
  version: 'print the version',
  help: 'show help',
  helpCommand: 'show help for a command',
  build: 'make what is stale; what is fresh stays, what a person edited is never overwritten',
  check: 'check notices and print messages alone; nothing is made',
  inspect: 'show what was read from a notice: its elements, items, agencies, deadlines',
  plan: 'list what would be made, kept and removed; nothing is touched',
  clean: 'remove files that were made and not changed since, and name those left',
  sources: 'notices or folders of notices; sources if none is given',
  file: 'a notice (.md .txt .html .docx)',
  out: 'output folder',
  templates: 'a templates folder of your own; its files stand before ours of the same name',
  lang: 'language of the terminal: zh or en; the locale’s if not given',
  encoding: 'encoding of the notices, such as gb18030; found out if not given',
  revisions: 'unaccepted revisions in Word notices: accept or reject',
  debug: 'show internal detail when something fails',
  only: 'these products alone, separated by commas: 简报,任务分工函',
  agency: 'files of these agencies alone, separated by commas, by any of their names',
  force: 'make everything again; a file that a person edited is kept as 〈name〉.旧',
  open: 'open the review page when done; with several documents, index.html',
  jobs: 'render files in this many threads (default 1)',
  jobsBad: 'It must be a whole number from 1 to 64.',
  watch: 'stay and build again when a notice, a setting or a template is saved; Ctrl-C ends it',
  timings: 'write the times of each step to this file, for a browser’s performance page',
  json: 'print events as lines of JSON, for other programs',
  inspectJson: 'print the model as JSON',
  explain: 'say for each file what changed first, or why it is fresh',
  format: 'text, json or github',
  failOn: 'exit with 1 from this severity on: error, warning or info',
  completion: 'print the script by which a shell completes commands and options',
  shell: 'bash, zsh, fish or powershell',
  init: 'make a folder that builds at once: a notice, and settings with every option explained',
  initFolder: 'the folder, the current one by default; files that are there are left alone',
  doctor:
    'what this machine has and lacks: Node, faces and their stand-ins, write access, LibreOffice',
  doctorJson: 'print JSON',
  rendered: 'hold the pages of this Word file or PDF against GB/T 9704-2012; reads no notices',
  seeHelp: 'See fengong help for all commands and options.\n',
  examples: {
    program: `
Examples:
  fengong build                              read the notices in sources/, make everything in output/
  fengong inspect sources/guohan-2023-56.md  see what was read
  fengong check                              messages alone

Exit status: 0 done; 1 a source has an error, a file could not be made (the others are), or a signal came; 2 usage, configuration or internal.
`,
    build: `
Examples:
  fengong build                                        all notices in sources/
  fengong build notice.docx --out papers               one notice, into papers/
  fengong build --only 任务分工函 --agency 税务总局    the circular to one agency
`,
    check: `
Examples:
  fengong check                          all notices in sources/
  fengong check notice.md --fail-on warning  exit with 1 for warnings too
  fengong check --format json            one line of JSON a message
  fengong check --rendered letter.docx   measure its pages; needs LibreOffice
`,
    inspect: `
Examples:
  fengong inspect notice.md              as a tree
  fengong inspect notice.md --json       the model, for other programs
`,
    plan: `
Examples:
  fengong plan                           what would be done
  fengong plan --explain                 and why
`,
    clean: `
Examples:
  fengong clean                          empty output/
`,
    init: `
Examples:
  fengong init papers                    make the folder papers/
`,
    completion: `
Examples:
  source <(fengong completion bash)      for bash
  fengong completion zsh > ~/.zsh/_fengong   for zsh
`,
    doctor: `
Examples:
  fengong doctor                         faces, permissions and programs of this machine
`,
  },
}

/** Help in both languages; the words of the terminal’s talk while it works are in talk-wording. */
export const helpWording: Readonly<Record<Language, HelpWording>> = { zh, en }
