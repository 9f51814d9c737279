import { describe, expect, it } from 'vitest'

import { openPage, pageToOpen } from '../../pipeline/cli/open-page.js'
import { memoryHost } from '../../pipeline/host/memory-host.js'

const pages = { 'output/a/审阅.html': '', 'output/index.html': '' }

describe('the page that --open opens', () => {
  it('is the review of the only document, the list of what there is for several', async () => {
    const host = memoryHost(pages)
    expect(await pageToOpen(host, 'output', ['a'])).toBe('output/a/审阅.html')
    expect(await pageToOpen(host, 'output', ['a', 'b'])).toBe('output/index.html')
  })

  it('is none where it was not made', async () => {
    expect(await pageToOpen(memoryHost({}), 'output', ['a'])).toBeNull()
    expect(await pageToOpen(memoryHost(pages), 'output', ['b'])).toBeNull()
  })

  it.each([
    ['linux', ['xdg-open', 'p.html']],
    ['darwin', ['open', 'p.html']],
    ['win32', ['cmd', '/c', 'start', '', 'p.html']],
  ])('is opened by the program of the system: %s', async (platform, wanted) => {
    const called: string[][] = []
    const host = {
      ...memoryHost({}),
      run: (program: string, args: readonly string[]) => {
        called.push([program, ...args])
        return Promise.resolve({ code: 0, output: '' })
      },
    }
    expect(await openPage(host, 'p.html', platform)).toBe(true)
    expect(called).toEqual([wanted])
  })

  it('is told of where no program can open it', async () => {
    const host = { ...memoryHost({}), run: () => Promise.resolve(null) }
    expect(await openPage(host, 'p.html', 'linux')).toBe(false)
  })
})
