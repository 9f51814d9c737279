import { describe, expect, it } from 'vitest'

import { parseArguments } from '../../pipeline/cli/parse-arguments.js'

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
  ])('answers a slip in usage with what to do: %j', (argv, problem, help) => {
    const found = parseArguments(argv, '1', 'en')
    expect(found).toMatchObject({ command: 'talk', stdout: '', exitCode: 2 })
    const { stderr } = found as { stderr: string }
    expect(stderr).toContain(problem)
    expect(stderr).toContain(help)
  })

  it('helps in Chinese where that is asked for', () => {
    const found = parseArguments(['build', '--help'], '1', 'zh')
    expect(found.command === 'talk' ? found.stdout : '').toContain('示例：')
  })
})
