import { describe, expect, it } from 'vitest'

import { readTitleParts } from '../../../pipeline/compose/context/title-parts.js'
import { tasksOf } from '../../../pipeline/compose/context/tasks.js'
import { by, generic, item, notice } from '../build-document.js'

function titles(...items: Parameters<typeof item>[]): readonly string[] {
  return tasksOf(notice({ items: items.map((each) => item(...each)) }), (name) => name).map(
    (task) => `${task.number} ${task.title}${task.unassigned ? ' ?' : ''}`,
  )
}

describe('tasks', () => {
  it('are items that name somebody, and items that nobody is named for', () => {
    expect(titles([1, '甲', { responsibilities: [by('财政部')] }], [2, '乙'])).toEqual([
      '1 甲',
      '2 乙 ?',
    ])
  })

  it('are the parts of an item that names nobody itself', () => {
    expect(
      titles([
        1,
        '甲',
        { children: [item(null, '一', { responsibilities: [by('财政部')] }), item(null, '二')] },
      ]),
    ).toEqual(['1 一', '2 二 ?'])
  })

  it('take along parts that nobody else is responsible for', () => {
    const [task, own] = tasksOf(
      notice({
        items: [
          item(1, '甲', {
            content: '总述。',
            responsibilities: [by('财政部')],
            children: [
              item(null, '一项', { label: '1.', content: '细目。' }),
              item(null, '二项', { label: '2.', responsibilities: [by('水利部')] }),
              item(null, '三项。', { label: '3.', content: '细目。' }),
            ],
          }),
        ],
      }),
      (name) => name,
    )
    expect(task?.wholeContent).toBe('总述。\n1.一项。细目。\n3.三项。细目。')
    expect(own?.title).toBe('二项')
    expect(own?.parent?.title).toBe('甲')
  })

  it('are nobody’s lack where a person or a generic actor is named', () => {
    expect(
      titles(
        [1, '甲', { persons: ['张三'] }],
        [2, '乙', { responsibilities: [generic('各地区')] }],
      ),
    ).toEqual(['1 甲', '2 乙'])
  })
})

describe('the title', () => {
  it.each([
    ['国务院关于做好水网建设工作的通知', '做好水网建设工作', '通知', false],
    ['国务院办公厅关于印发《水网规划》的通知', '印发《水网规划》', '通知', true],
    ['国务院办公厅转发水利部关于水网建设的意见的通知', '水网建设的意见', '通知', false],
    ['国务院关于支持广东水网建设若干措施的批复', '支持广东水网建设若干措施', '批复', false],
    ['水网建设工作方案', null, '工作方案', false],
    ['水网建设实施意见（试行）', null, '实施意见', false],
    ['一篇文章', null, null, false],
  ])('%s says what it is about', (title, matter, kind, forwards) => {
    expect(readTitleParts(title)).toEqual({ matter, kind, forwards })
  })
})
