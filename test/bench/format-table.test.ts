import { expect, it } from 'vitest'

import { formatTable } from './format-table.js'

it('aligns full-width text with half-width text, and numbers to the right', () => {
  expect(
    formatTable([
      ['file', 'items'],
      ['国函', 7],
      ['a.md', 1234],
    ]),
  ).toEqual(['file  items', '国函      7', 'a.md  1,234'])
})
