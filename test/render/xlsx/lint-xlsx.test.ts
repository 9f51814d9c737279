import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'

import { renderXlsx } from '../../../pipeline/render/xlsx/render-xlsx.js'
import { lintXlsx } from './lint-xlsx.js'
import { ledgerWorkbook } from './sample-workbooks.js'

let bytes: Uint8Array
beforeAll(async () => {
  bytes = (await renderXlsx(ledgerWorkbook(3))).bytes
})

/** The sample with one part changed; the change must change it. */
function spoil(part: string, from: string | RegExp, to: string): Uint8Array {
  const parts = unzipSync(bytes)
  const before = strFromU8(parts[part] ?? new Uint8Array())
  const after = before.replace(from, to)
  expect(after).not.toBe(before)
  return zipSync({ ...parts, [part]: strToU8(after) })
}

const sheetPart = 'xl/worksheets/sheet1.xml'

describe('the lint', () => {
  it('finds nothing in a good workbook', () => {
    expect(lintXlsx(bytes)).toEqual([])
  })

  it.each([
    ['a row too high', sheetPart, / ht="[\d.]+"/, ' ht="500"', 'row height 500'],
    ['what is no number', sheetPart, /<v>45657<\/v>/, '<v>NaN</v>', 'value NaN'],
    ['merged cells that overlap', sheetPart, 'ref="A4:A6"', 'ref="A4:B6"', 'merged cells overlap'],
    [
      'elements out of order',
      sheetPart,
      /(<autoFilter[^>]*>)(<mergeCells.*<\/mergeCells>)/,
      '$2$1',
      'order of autoFilter',
    ],
    ['a footer too long', sheetPart, '示发', '示'.repeat(256), 'header or footer'],
    [
      'a name that is a cell',
      'xl/workbook.xml',
      '<definedNames>',
      '<definedNames><definedName name="A1">1</definedName>',
      'defined name A1',
    ],
    [
      'a sheet’s name too long',
      'xl/workbook.xml',
      'name="核对"',
      `name="${'核'.repeat(32)}"`,
      'sheet name',
    ],
    ['two sheets of one name', 'xl/workbook.xml', 'name="核对"', 'name="分工"', 'two sheets'],
    [
      'a string too long',
      'xl/sharedStrings.xml',
      '重点改革任务分工总表',
      '长'.repeat(32_768),
      'string of 32768',
    ],
    ['one priority twice', sheetPart, 'priority="2"', 'priority="1"', 'two formats of priority 1'],
  ])('finds %s', (_, part, from, to, fault) => {
    expect(lintXlsx(spoil(part, from, to)).join('\n')).toContain(fault)
  })
})
