import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

/* The compiled command, as a user runs it, in a folder of its own. */
const root = new URL('../..', import.meta.url).pathname
const main = join(root, 'dist/cli/main.js')
const sample = join(root, 'sources/guohan-2023-56.md')
let folder: string

interface Ran {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

function fengong(...argv: string[]): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...argv, '--lang', 'en'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  })
  expect(stderr, 'no stack trace reaches a user').not.toMatch(/^\s+at .+:\d+:\d+\)?$/m)
  return { status, stdout, stderr }
}

const write = (name: string, content: string | Uint8Array): void => {
  writeFileSync(join(folder, name), content)
}

beforeAll(() => {
  expect(existsSync(main), 'make build comes first').toBe(true)
})
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fengong-cli-'))
  mkdirSync(join(folder, 'sources'))
  cpSync(sample, join(folder, 'sources/guohan-2023-56.md'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('fengong inspect', () => {
  it('prints a tree on stdout, and the next step on stderr', () => {
    const { status, stdout, stderr } = fengong('inspect', 'sources/guohan-2023-56.md')
    expect(status).toBe(0)
    expect(stdout.split('\n')[0]).toBe(
      '国务院关于做好自由贸易试验区第七批改革试点经验复制推广工作的通知',
    )
    expect(stderr).toContain('Next:')
  })

  it('prints the model with messages as JSON', () => {
    const { status, stdout } = fengong('inspect', 'sources/guohan-2023-56.md', '--json')
    const model = JSON.parse(stdout) as {
      items: unknown[]
      messages: { rule: string; place: object | null }[]
    }
    expect(status).toBe(0)
    expect(model.items).toHaveLength(24)
    expect(model.messages.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['annex-agrees-with-text', 'annex-covers-items']),
    )
    for (const { place } of model.messages) expect(place).not.toBeNull()
  })

  it('says what is wrong with a file that is not there, and with one that is no notice', () => {
    expect(fengong('inspect', 'sources/gone.md')).toMatchObject({ status: 1, stdout: '' })
    write('list.md', '鸡蛋\n\n牛奶\n')
    // A model is printed whatever it holds: the message says what it is.
    const { status, stdout } = fengong('inspect', 'list.md')
    expect(status).toBe(0)
    expect(stdout).toMatch(/\[source-is-/)
  })
})

describe('bad input', () => {
  it.each([
    ['empty.md', new Uint8Array(), /empty\.md.*error/],
    [
      'picture.md',
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0xff, 0xfe, 0xfd, 0, 1, 2, 0xff]),
      /picture\.md.*error/,
    ],
    ['list.md', new TextEncoder().encode('鸡蛋\n\n牛奶\n'), /list\.md.*error/],
    ['notice.pdf', new TextEncoder().encode('%PDF-1.7'), /notice\.pdf.*error/],
  ])(
    '%s gets one clear error, and the other source is checked all the same',
    (name, bytes, message) => {
      write(`sources/${name}`, bytes)
      const { status, stdout } = fengong('check')
      expect(stdout).toMatch(message)
      expect(stdout.split('\n').filter((line) => line.includes(name))).toHaveLength(1)
      expect(stdout).toContain('annex-covers-items')
      expect(status).toBe(1)
    },
  )

  it('two sources of one id are an error that names both', () => {
    write('sources/guohan-2023-56.txt', readFileSync(sample))
    const { status, stdout } = fengong('check')
    expect(status).not.toBe(0)
    expect(stdout).toContain('guohan-2023-56.md')
    expect(stdout).toContain('guohan-2023-56.txt')
  })

  it('a setting of a wrong type is told with its place, and nothing is built', () => {
    write('sources/office.yaml', 'name: 商务部办公厅\nfinal: yes please\n')
    const { status, stderr } = fengong('build')
    expect(stderr).toMatch(/office\.yaml:2:\d+/)
    expect(status).toBe(2)
    expect(existsSync(join(folder, 'output/guohan-2023-56/简报.pdf'))).toBe(false)
  })

  it('an unknown key is told with the nearest one', () => {
    write('sources/office.yaml', 'nmae: 商务部办公厅\n')
    const { status, stderr } = fengong('build')
    expect(stderr).toMatch(/office\.yaml:1:1.*nmae.*name/)
    expect(status).toBe(2)
  })

  it.each([
    ['an unknown variable', '{{ document.titel }}', /任务提示\.md:\d+:\d+.*titel/],
    ['an unknown filter', '{{ document.title | upcas }}', /任务提示\.md:\d+:\d+.*upcas/],
    ['an unknown directive', '::tabel{rows=items}', /任务提示\.md:\d+:\d+.*tabel/],
    ['an unknown key', null, /任务提示\.md:2:1.*fromats/],
  ])('a template with %s blocks its own product alone', (_, line, message) => {
    mkdirSync(join(folder, 'templates'))
    const text = readFileSync(join(root, 'templates/任务提示.md'), 'utf8')
    write(
      'templates/任务提示.md',
      line === null ? text.replace('---\n', '---\nfromats: [pdf]\n') : `${text}\n${line}\n`,
    )
    const { status, stderr } = fengong('plan', '--templates', 'templates')
    expect(stderr).toMatch(message)
    expect(status).toBe(1)
    const { stdout } = fengong('plan', '--templates', 'templates')
    expect(stdout).toContain('任务分工函.docx')
    expect(stdout).not.toContain('任务提示.pdf')
  })

  it('an output folder that cannot be written gets one message', () => {
    write('output', 'a file where a folder should be')
    const { status, stderr } = fengong('build', '--only', '任务分工函')
    expect(status).not.toBe(0)
    expect(stderr).toContain('output')
  })

  it.skipIf(process.getuid?.() === 0)('a read-only output folder gets one message', () => {
    mkdirSync(join(folder, 'output'))
    chmodSync(join(folder, 'output'), 0o555)
    expect(fengong('build', '--only', '任务分工函').status).not.toBe(0)
  })
})

describe('fengong build', () => {
  it('makes, says that all is fresh, keeps what a person edited, and cleans up', () => {
    const first = fengong('build', '--only', '任务分工函')
    expect(first.status).toBe(0)
    expect(first.stderr).toContain('agencies: 8')
    expect(first.stderr).toContain('商务部')

    expect(fengong('build', '--only', '任务分工函').stderr).toContain('all is fresh')

    const edited = 'output/guohan-2023-56/agencies/海关总署/任务分工函.docx'
    write(edited, 'edited by hand')
    fengong('build', '--only', '任务分工函')
    expect(readFileSync(join(folder, edited), 'utf8')).toBe('edited by hand')

    const cleaned = fengong('clean')
    expect(cleaned.status).toBe(0)
    expect(cleaned.stderr).toContain('海关总署')
    expect(readFileSync(join(folder, edited), 'utf8')).toBe('edited by hand')
    expect(existsSync(join(folder, 'output/guohan-2023-56/agencies/税务总局'))).toBe(false)
  })

  it('draws a visible draft without office.yaml, and a whole letter with the README’s', () => {
    fengong('build', '--only', '任务分工函', '--agency', '海关总署')
    const at = join(folder, 'output/guohan-2023-56/agencies/海关总署/任务分工函.docx')
    expect(existsSync(at)).toBe(true)
    const readme = readFileSync(join(root, 'README.md'), 'utf8')
    const office = /```yaml\n(name: [\s\S]*?)```/.exec(readme)?.[1]
    expect(office).toBeDefined()
    write('sources/office.yaml', office ?? '')
    const { status, stderr } = fengong('build', '--only', '任务分工函', '--agency', '海关总署')
    expect(stderr).toContain('made guohan-2023-56/agencies/海关总署/任务分工函.docx')
    expect(status).toBe(0)
  })
})

describe('fengong doctor', { timeout: 180_000 }, () => {
  it('shows the faces with their stand-ins, and the same as JSON', () => {
    const { status, stdout, stderr } = fengong('doctor')
    expect(status).toBe(0)
    expect(stdout).toMatch(/仿宋_GB2312/)
    expect(stdout).toContain('output folder output can be written')
    expect(stderr).toContain('Next: fengong build')
    expect(existsSync(join(folder, 'output'))).toBe(false)
    const report = JSON.parse(fengong('doctor', '--json').stdout) as {
      faces: unknown[]
      folders: unknown[]
      libraries: { version: string | null }[]
      checks: { sound: boolean; text: string }[]
      sound: boolean
    }
    expect(report.faces).toHaveLength(5)
    expect(report.folders).toHaveLength(2)
    expect(report.libraries.every(({ version }) => version !== null)).toBe(true)
    // What is printed for people, each with what to do, is in it for programs.
    expect(report.checks.map(({ text }) => text)).toEqual(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => line.slice(2)),
    )
    expect(report.sound).toBe(true)
  })
})

describe('fengong check --rendered', () => {
  it('measures a PDF, prints the table of clauses, and refuses what has no pages', () => {
    fengong('build', '--only', 'circular', '--agency', '海关总署')
    const pdf = 'output/guohan-2023-56/agencies/海关总署/任务分工函.pdf'
    const { stdout, stderr } = fengong('check', '--rendered', pdf)
    expect(stdout).toMatch(/left margin\s+28 ±1 mm\s+28 mm/)
    expect(stdout).toMatch(/\d+ clauses: \d+ met/)
    expect(stderr).toContain('Next:')
    expect(fengong('check', '--rendered', 'sources/guohan-2023-56.md')).toMatchObject({ status: 2 })
    expect(fengong('check', '--rendered', 'gone.docx')).toMatchObject({ status: 2, stdout: '' })
  })
})

describe('fengong init', () => {
  it('makes a folder that builds at once, and leaves what is there alone', () => {
    const first = fengong('init', 'new')
    expect(first.status).toBe(0)
    expect(first.stderr).toContain('Next: cd new && npx fengong build')
    writeFileSync(join(folder, 'new/sources/office.yaml'), 'name: 某办\n')
    expect(fengong('init', 'new').stderr).toContain('sources/office.yaml is there already')
    expect(readFileSync(join(folder, 'new/sources/office.yaml'), 'utf8')).toBe('name: 某办\n')
    const built = spawnSync(process.execPath, [main, 'build', '--only', 'assignments'], {
      cwd: join(folder, 'new'),
      encoding: 'utf8',
    })
    expect(built.status).toBe(0)
    expect(existsSync(join(folder, 'new/output/guohan-2023-56/agencies/海关总署'))).toBe(true)
  })
})

describe('fengong completion', { timeout: 180_000 }, () => {
  it('prints a script for each shell, and answers it with commands, options and notices', () => {
    for (const shell of ['bash', 'zsh', 'fish', 'powershell'])
      expect(fengong('completion', shell).stdout).toContain('fengong')
    const complete = (...typed: string[]) =>
      spawnSync(process.execPath, [main, 'complete', '--', ...typed], {
        cwd: folder,
        encoding: 'utf8',
      }).stdout
    expect(complete('ins')).toContain('inspect')
    expect(complete('build', '--fo')).toContain('--force')
    expect(complete('inspect', '')).toContain('sources/guohan-2023-56.md')
    expect(fengong('completion', 'tcsh').status).toBe(2)
  })

  it('completes in a real bash, bash-completion installed or not', () => {
    const command = `#!/bin/sh\nexec '${process.execPath}' '${main}' "$@"\n`
    writeFileSync(join(folder, 'fengong'), command, { mode: 0o755 })
    const completed = (line: string): string[] => {
      const words = line.split(' ')
      const script = `source <(fengong completion bash)
COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}
COMP_LINE='${line}'; COMP_POINT=${line.length}
__fengong_complete; printf '%s\\n' "\${COMPREPLY[@]}"`
      const env = { ...process.env, PATH: `${folder}:${process.env.PATH ?? ''}` }
      const ran = spawnSync('bash', ['--norc', '-c', script], {
        cwd: folder,
        env,
        encoding: 'utf8',
      })
      // Candidates come with their descriptions behind them.
      return ran.stdout.split('\n').map((each) => each.split(/\s/u)[0] ?? '')
    }
    expect(completed('fengong ins')).toContain('inspect')
    expect(completed('fengong build --fo')).toContain('--force')
    expect(completed('fengong inspect sources/g')).toContain('sources/guohan-2023-56.md')
  })
})
