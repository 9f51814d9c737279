import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { annexOf, indexOf, reviewOf } from '../../compose/review/review-of.js'

/*
 * The page in a real browser: Debian's chromium. Where a machine has none the tests are skipped, and say so; CI installs it.
 */
const program = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (path) => existsSync(path),
)
if (program === undefined)
  process.stderr.write('review-page.test.ts is skipped: no Chromium (apt-get install chromium)\n')

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
interface AxeResults {
  readonly violations: readonly {
    readonly id: string
    readonly nodes: readonly { readonly html: string }[]
  }[]
}

describe.skipIf(program === undefined)('the review page in a browser', { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'fengong-review-'))
  let browser: Browser
  const asked: string[] = []

  const save = (name: string, html: string): string => {
    const path = join(folder, name)
    writeFileSync(path, html)
    return pathToFileURL(path).href
  }
  const open = async (
    url: string,
    options: Parameters<Browser['newPage']>[0] = {},
  ): Promise<Page> => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, ...options })
    page.on('request', (request) => asked.push(request.url()))
    page.on('pageerror', (error) => asked.push(error.message))
    await page.goto(url)
    return page
  }
  const sample = save('审阅.html', reviewOf(annexOf(9)).html)

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: program ?? '', args: ['--no-sandbox'] })
  })
  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true })
  })

  it('marks in the source what is pointed at on the right, and the other way round', async () => {
    const page = await open(sample)
    const marked = (side: string) => page.locator(`${side} [data-v].on`).allTextContents()
    await page.locator('#read [data-v="3r1"]').hover()
    expect(await marked('#text')).toEqual(['税务总局'])
    await page.locator('#text [data-v~="4r0"]').hover()
    expect(await marked('#read')).toEqual(['负责 商务部（据「负责单位」）'])
    await page.locator('#text [data-v~="7t"]').click()
    await expect.poll(() => page.locator('#i7.around').count()).toBe(1)
    // What was clicked stays marked when the pointer goes elsewhere.
    await page.locator('h1').hover()
    expect(await marked('#text')).toEqual(['事项8'])
    await page.keyboard.press('Escape')
    expect(await marked('body')).toEqual([])
    await page.close()
  })

  it('is worked by keys: tab to the cards, arrows from one to the next, and focus marks as pointing does', async () => {
    const page = await open(sample)
    await page.locator('.card').first().focus()
    await page.keyboard.press('ArrowDown')
    expect(await page.evaluate<string>('document.activeElement.id')).toBe('i1')
    expect(await page.locator('#text [data-v].on').allTextContents()).toContain('事项2')
    await page.locator('#text .badge').nth(4).focus()
    expect(await page.locator('#i4.around').count()).toBe(1)
    expect(await page.locator('.card[tabindex="0"]').count()).toBe(1)
    await page.close()
  })

  it('shows the items of one agency, those of nobody, and those that a message is about', async () => {
    const page = await open(sample)
    const shown = () => page.locator('.card:not(.duty):not([hidden]) h3').allTextContents()
    await page.selectOption('#by-agency', { label: '商务部' })
    expect((await shown()).map((each) => each.trim())).toEqual(['2 事项2', '5 事项5', '8 事项8'])
    expect(await page.locator('#status').textContent()).toBe('显示 3 项，共 9 项任务')
    await page.selectOption('#by-agency', 'nobody')
    expect(await shown()).toHaveLength(3)
    await page.selectOption('#by-agency', '')
    await page.selectOption('#by-message', 'rule item-has-agency')
    expect((await shown()).map((each) => each.trim())).toEqual(['3 事项3'])
    expect(await page.locator('.note.message:visible').count()).toBe(1)
    await page.close()
  })

  it('shows each message at its place, with a word and a sign beside the colour', async () => {
    const { findings, html } = reviewOf(annexOf(9))
    const page = await open(save('messages.html', html))
    expect(findings.length).toBeGreaterThan(0)
    expect(await page.locator('.note.message').count()).toBe(findings.length)
    for (const text of await page.locator('.note.message > p').allTextContents())
      expect(text).toMatch(/^(✖ 错误|▲ 提请核对|ℹ 提示)：.+。/u)
    await page.close()
  })

  it('copies the lines of a correction, which then applies', async () => {
    const page = await open(sample)
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.locator('#i1 summary').click()
    await page.locator('#i1 [data-copy]').click()
    await expect.poll(() => page.locator('#status').textContent()).toMatch(/已复制/)
    const lines = await page.evaluate<string>('navigator.clipboard.readText()')
    const [before = '', after = ''] = lines.split('  set:')
    const changed = `corrections:\n${before}  set:${after.replace('商务部', '财政部')}`
    const { document, findings } = reviewOf(annexOf(9), { corrections: changed })
    expect(document.items[1]?.responsibilities.map(({ name, from }) => [name, from])).toEqual([
      ['财政部', 'correction'],
    ])
    expect(findings.map(({ rule }) => rule)).toEqual(
      reviewOf(annexOf(9)).findings.map(({ rule }) => rule),
    )
    await page.close()
  })

  it('selects the lines where the clipboard is closed to it', async () => {
    const page = await open(sample)
    await page.evaluate('Object.defineProperty(navigator, "clipboard", { value: undefined })')
    await page.locator('#i1 summary').click()
    await page.locator('#i1 [data-copy]').click()
    await expect.poll(() => page.locator('#status').textContent()).toMatch(/已选中/)
    expect(await page.evaluate<string>('getSelection().toString()')).toContain('- item:')
    await page.close()
  })

  it('has everything on it without its script', async () => {
    const page = await open(sample, { javaScriptEnabled: false })
    expect(await page.locator('.card').count()).toBe(reviewOf(annexOf(9)).document.items.length + 1)
    expect(await page.locator('#filters').isVisible()).toBe(false)
    await page.close()
  })

  it.each(['light', 'dark'] as const)('passes axe, %s', async (colorScheme) => {
    const source = annexOf(6).replace('国函〔2024〕1号', '国函〔2024〕1号\n\n<!-- 批注 -->')
    const html = reviewOf(source, {
      corrections:
        'corrections:\n  - { item: 2, was: { agencies: [商务部] }, set: { agencies: [财政部] }, why: 原件 }\n',
    }).html
    // The page forbids every script but its own; the checker runs in a copy that does not.
    const page = await open(save(`axe-${colorScheme}.html`, html), { colorScheme, bypassCSP: true })
    await page.evaluate('for (const each of document.querySelectorAll("details")) each.open = true')
    await page.evaluate(axe)
    const { violations } = await page.evaluate<AxeResults>('axe.run()')
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
    await page.close()
  })

  it.each(['light', 'dark'] as const)(
    'passes axe as the list of what there is, %s',
    async (colorScheme) => {
      const page = await open(save('index.html', indexOf(annexOf(6)).html), {
        colorScheme,
        bypassCSP: true,
      })
      await page.evaluate(
        'for (const each of document.querySelectorAll("details")) each.open = true',
      )
      await page.evaluate(axe)
      const { violations } = await page.evaluate<AxeResults>('axe.run()')
      expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
      await page.close()
    },
  )

  it('never scrolls sideways on a window of 320 pixels', async () => {
    const page = await open(sample, { viewport: { width: 320, height: 640 } })
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(320)
    await page.close()
  })

  it('loads 2,400 items in at most twelve times the time of 240', async () => {
    const times: number[] = []
    for (const rows of [240, 2400]) {
      const url = save(`rows-${rows}.html`, reviewOf(annexOf(rows)).html)
      const loads: number[] = []
      for (let round = 0; round < 2; round += 1) {
        const page = await open(url)
        loads.push(
          await page.evaluate<number>('performance.getEntriesByType("navigation")[0].loadEventEnd'),
        )
        expect(await page.locator('.card:not(.duty)').count()).toBe(rows)
        await page.close()
      }
      times.push(Math.min(...loads))
    }
    const [few = 0, many = 0] = times
    process.stdout.write(
      `review page: 240 items ${few.toFixed(0)} ms, 2,400 items ${many.toFixed(0)} ms\n`,
    )
    expect(many / few).toBeLessThanOrEqual(12)
  })

  it('asks nobody for anything', () => {
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.filter((each) => !each.startsWith(pathToFileURL(folder).href))).toEqual([])
  })
})
