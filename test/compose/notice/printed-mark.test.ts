import { describe, expect, it } from 'vitest'

import type { Flow } from '../../../pipeline/model/index.js'
import { readNotice, setNotice } from '../../layout/set-notice.js'

const source = (mark: string) =>
  [
    mark,
    '冀应急〔2025〕12号',
    '河北省应急管理厅关于加强检查的通知',
    '各市应急管理局：',
    '现将有关事项通知如下。',
    '河北省应急管理厅',
    '2025年4月10日',
  ].join('\n\n')

function linesOf({ sections }: Flow): readonly (readonly [style: string, text: string])[] {
  return sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.type === 'text'
        ? [
            [
              block.style,
              block.runs.map((run) => (run.type === 'text' ? run.text : '')).join(''),
            ] as const,
          ]
        : [],
    ),
  )
}

const setOf = (mark: string) =>
  linesOf(setNotice(readNotice('通知.md', new TextEncoder().encode(source(mark)))).flow)

describe('a mark that the source prints', () => {
  it.each(['河北省应急管理厅文件', '河 北 省 应 急 管 理 厅 文 件'])(
    'is the mark of the notice set anew, and no line of its text: %s',
    (mark) => {
      const marks = setOf(mark).filter(([, text]) => text.endsWith('文件'))
      expect(marks).toEqual([['masthead', '河北省应急管理厅文件']])
    },
  )
})
