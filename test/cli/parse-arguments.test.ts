import { describe, expect, it } from 'vitest'

import { parseArguments } from '../../pipeline/cli/parse-arguments.js'
import { plainBuild } from '../../pipeline/cli/plain-build.js'

const parse = (...argv: string[]) => parseArguments(argv, '1.2.3', 'en')

describe('parseArguments', () => {
  it('takes sources, lists with Chinese or Latin commas, and switches', () => {
    expect(
      parse(
        'build',
        'a.md',
        'folder',
        '--only',
        '简报,任务分工函',
        '--agency',
        '税务总局、海关总署',
        '--force',
        '--open',
      ),
    ).toMatchObject({
      command: 'build',
      sources: ['a.md', 'folder'],
      only: ['简报', '任务分工函'],
      agency: ['税务总局', '海关总署'],
      force: true,
      open: true,
      out: 'output',
      json: false,
    })
  })

  it('takes a build of which nothing more is said as it is known without it', () => {
    expect(parse('build')).toEqual(plainBuild)
  })

  it('has defaults for everything', () => {
    expect(parse('check')).toMatchObject({
      command: 'check',
      sources: [],
      format: 'text',
      failOn: 'error',
    })
    expect(parse('plan')).toMatchObject({ command: 'plan', explain: false })
    expect(parse('inspect', 'x.md')).toMatchObject({
      command: 'inspect',
      file: 'x.md',
      json: false,
    })
  })

  it('prints help and the version with status 0', () => {
    expect(parse('--version')).toEqual({
      command: 'talk',
      stdout: '1.2.3\n',
      stderr: '',
      exitCode: 0,
    })
    const help = parse('build', '--help')
    expect(help).toMatchObject({ command: 'talk', exitCode: 0 })
    expect(help.command === 'talk' ? help.stdout : '').toContain('Examples:')
    expect(parse()).toMatchObject({ command: 'talk', exitCode: 0 })
  })

  it.each([
    [['buidl'], "unknown command 'buidl'", 'Did you mean build?'],
    [['build', '--forse'], "unknown option '--forse'", 'Did you mean --force?'],
    [['check', '--format', 'xml'], 'Allowed choices are text, json, github', 'fengong help'],
    [['inspect'], "missing required argument 'file'", 'fengong help'],
    [['build', '--encoding'], 'argument missing', 'fengong help'],
    [['completion', 'bsh'], 'Allowed choices are bash', 'Did you mean bash?'],
    [['check', '--fail-on', 'warnign'], "'warnign' is invalid", 'Did you mean warning?'],
    [['help', 'biuld'], "unknown command 'biuld'", 'Did you mean build?'],
    [['clean', 'all'], 'too many arguments', 'fengong help'],
  ])('answers a slip in usage with what to do: %j', (argv, problem, help) => {
    const found = parseArguments(argv, '1', 'en')
    expect(found).toMatchObject({ command: 'talk', stdout: '', exitCode: 2 })
    const { stderr } = found as { stderr: string }
    expect(stderr).toContain(problem)
    expect(stderr).toContain(help)
  })

  it.each([
    [['buidl'], '错误：没有命令「buidl」', '是不是 build？'],
    [['build', '--forse'], '错误：没有选项「--forse」', '是不是 --force？'],
    [['check', '--format', 'txt'], '不能是「txt」，可以是：text, json, github', '是不是 text？'],
    [['build', '--jobs', '0'], '不能是「0」', 'fengong help'],
    [['completion', 'bsh'], '参数「shell」不能是「bsh」', '是不是 bash？'],
    [['inspect'], '缺少参数「file」', 'fengong help'],
    [['build', '--encoding'], '后面缺少值', 'fengong help'],
    [['clean', 'all'], '的参数过多', 'fengong help'],
    [['help', 'inspekt'], '没有命令「inspekt」', '是不是 inspect？'],
  ])('answers a slip in Chinese too: %j', (argv, problem, help) => {
    const { stderr } = parseArguments(argv, '1', 'zh') as { stderr: string }
    expect(stderr).toContain(problem)
    expect(stderr).toContain(help)
    expect(stderr).not.toMatch(/error|[Dd]id you mean/u)
  })

  it('helps in Chinese where that is asked for', () => {
    const found = parseArguments(['build', '--help'], '1', 'zh')
    expect(found.command === 'talk' ? found.stdout : '').toContain('示例：')
  })
})
