/*
 * Makes docs/pictures/*.png from the notice that comes with the package, as a person would see the files. Needs dist/ (make build), pdftoppm,
 * LibreOffice and Chromium.
 *
 *     node --import ./test/run-typescript.js test/docs/make-pictures.ts
 */
import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'

import { mainFile, packageFolder } from '../bench/compiled.js'
import { sampleName } from '../bench/sample.js'
import { smallPng } from './small-png.js'

const pictures = new URL('../../docs/pictures', import.meta.url).pathname
const office = new URL('office-of-pictures.yaml', import.meta.url).pathname
const desk = mkdtempSync(join(tmpdir(), 'fengong-pictures-'))
const output = join(desk, 'output')
const notice = join(output, basename(sampleName, '.md'))
/** The agency whose papers are shown: the one with most tasks. */
const agency = '交通运输部'

const run = (command: string, args: readonly string[]): void => {
  execFileSync(command, args, { cwd: desk, stdio: 'ignore' })
}

function save(name: string, png: Buffer): void {
  const small = smallPng(png)
  writeFileSync(join(pictures, name), small)
  process.stdout.write(`${name} ${String(Math.ceil(small.length / 1024))} kB\n`)
}

/** A page of a PDF, as it is printed; its upper part alone where a height in pixels is given. */
function picturePage(name: string, pdf: string, page: number, dpi: number, height = 0): void {
  const at = String(page)
  const stem = join(desk, 'page')
  run('pdftoppm', [
    '-png',
    '-r',
    String(dpi),
    '-f',
    at,
    '-l',
    at,
    '-H',
    String(height),
    '-singlefile',
    pdf,
    stem,
  ])
  save(name, readFileSync(`${stem}.png`))
}

/** A page of a workbook, as LibreOffice prints it. */
function pictureSheet(name: string, workbook: string, height: number): void {
  const profile = `-env:UserInstallation=${pathToFileURL(join(desk, 'profile')).href}`
  run('soffice', ['--headless', profile, '--convert-to', 'pdf', '--outdir', desk, workbook])
  picturePage(name, join(desk, basename(workbook).replace(/xlsx$/, 'pdf')), 1, 80, height)
}

/** What a browser shows of a page of the output. */
async function pictureWindows(): Promise<void> {
  const program = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
    (path) => existsSync(path),
  )
  if (program === undefined) throw new Error('no Chromium is installed')
  const browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox'] })
  const page = await browser.newPage({ viewport: { width: 1120, height: 700 } })
  await page.goto(pathToFileURL(join(notice, '审阅.html')).href)
  // Clicked, an item stays marked on both sides, and the source moves to it.
  await page.locator('#read .card').nth(2).locator('[data-v]').first().click()
  await page.waitForTimeout(500)
  save('review.png', await page.screenshot())
  await page.goto(pathToFileURL(join(output, 'index.html')).href)
  save('index.png', await page.screenshot())
  await browser.close()
}

try {
  mkdirSync(pictures, { recursive: true })
  mkdirSync(join(desk, 'sources'))
  copyFileSync(join(packageFolder, sampleName), join(desk, sampleName))
  run(process.execPath, [mainFile, 'build', '--lang', 'zh'])
  picturePage('brief.png', join(notice, '简报.pdf'), 1, 75)
  picturePage('packet.png', join(notice, `packets/${agency}.pdf`), 1, 75)
  picturePage('register.png', join(notice, '发文登记表.pdf'), 1, 75, 350)
  pictureSheet('sheet.png', join(notice, `agencies/${agency}/任务分工表.xlsx`), 390)
  pictureSheet('ledger.png', join(notice, '任务分工总表.xlsx'), 470)
  await pictureWindows()
  // A circular as it is sent: with a sender, and the notice checked by a person.
  copyFileSync(office, join(desk, 'sources/office.yaml'))
  run(process.execPath, [mainFile, 'build', '--lang', 'zh', '--only', '任务分工函'])
  picturePage('circular.png', join(notice, `agencies/${agency}/任务分工函.pdf`), 1, 75)
} finally {
  rmSync(desk, { recursive: true, force: true })
}
