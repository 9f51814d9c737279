import { describe, expect, it } from 'vitest'

import { allItems, namesOf, paragraphs, readNotice, rulesOf } from './read-notice.js'

const read = (...lines: readonly string[]) =>
  readNotice(
    paragraphs(
      '国务院关于加强工作的意见',
      '各单位：',
      '提出如下意见。',
      ...lines,
      '国务院',
      '2024年5月1日',
    ),
  )

describe('items of numbered paragraphs', () => {
  it('have a run-in heading as title, the rest as content, the bracket as statement', () => {
    const { document } = read(
      '一、夯实基础',
      '（一）完善制度。健全标准。强化执行。（财政部、教育部负责）',
    )
    expect(document.items).toMatchObject([
      { label: '（一）', title: '完善制度', content: '健全标准。强化执行。', category: '夯实基础' },
    ])
    expect(namesOf(document.items[0])).toEqual(['财政部', '教育部'])
  })

  it('have the first sentence as title where there is no heading', () => {
    const { document } = read('（一）将审批权限下放至省级，并加强监管。（负责部门：司法部）')
    expect(document.items).toMatchObject([
      { title: '将审批权限下放至省级，并加强监管', content: null },
    ])
  })

  it('are followed by lines that say who does it', () => {
    const { document } = read(
      '1．打造平台。建设系统。',
      '牵头单位：财政部',
      '配合单位：教育部、司法部',
      '2．完善机制。',
      '责任单位：公安部',
    )
    expect(document.items.map(({ label, title, content }) => [label, title, content])).toEqual([
      ['1．', '打造平台', '建设系统。'],
      ['2．', '完善机制', null],
    ])
    expect(
      document.items[0]?.responsibilities.map(({ name, role, statement }) => [
        name,
        role,
        statement,
      ]),
    ).toEqual([
      ['财政部', 'lead', 0],
      ['教育部', 'support', 1],
      ['司法部', 'support', 1],
    ])
  })

  it('take the paragraphs under a heading up to the statement', () => {
    const { document } = read('（一）加强监管', '开展检查。', '公开结果。（司法部负责）')
    expect(document.items).toMatchObject([{ title: '加强监管', content: '开展检查。\n公开结果。' }])
  })

  it('have a child for each of several assignments, each with its own sentences', () => {
    const { document } = read(
      '（一）加强供给。统筹建设。提供服务。（财政部负责）支持研发。给予补助。（教育部负责）',
    )
    expect(document.items).toHaveLength(1)
    expect(document.items[0]).toMatchObject({
      title: '加强供给',
      content: null,
      responsibilities: [],
    })
    expect(
      document.items[0]?.children.map((child) => [child.title, child.content, ...namesOf(child)]),
    ).toEqual([
      ['统筹建设', '提供服务。', '财政部'],
      ['支持研发', '给予补助。', '教育部'],
    ])
  })

  it('keep the first assignment where the first sentence is what it is about', () => {
    const { document } = read('（一）修订办法，明确标准。（司法部负责）开展评估。（财政部负责）')
    expect(allItems(document.items).map((item) => [item.title, ...namesOf(item)])).toEqual([
      ['修订办法，明确标准', '司法部'],
      ['开展评估', '财政部'],
    ])
  })

  it('keep sentences behind the last bracket as content', () => {
    const { document } = read('（一）完善制度。健全标准。（财政部负责）各区可参照执行。')
    expect(document.items[0]?.content).toBe('健全标准。\n各区可参照执行。')
  })

  it('may say who does it in their last sentences', () => {
    const { document } = read(
      '1.建设平台。统一标准。牵头单位：财政部；配合单位：教育部。完成时限：2024年底前。',
      '2.开展培训 责任单位：司法部',
      '3.加强宣传。由教育部牵头负责。',
    )
    expect(document.items.map(({ title, content }) => [title, content])).toEqual([
      ['建设平台', '统一标准。'],
      ['开展培训', null],
      ['加强宣传', null],
    ])
    expect(document.items.map((item) => item.responsibilities.map(({ role }) => role))).toEqual([
      ['lead', 'support'],
      ['responsible'],
      ['lead'],
    ])
  })

  it('may name bodies alone in a bracket behind the last sentence', () => {
    const { document } = read('1.修订管理办法。（财政部、教育部）', '2.公布目录（2024年版）。')
    expect(namesOf(document.items[0])).toEqual(['财政部', '教育部'])
    expect(document.items[1]).toBeUndefined()
  })

  it('keep the numbers of their parts: 一是, 二是', () => {
    const { document } = read(
      '（一）完善制度。一是健全标准。（财政部负责）二是开展检查。（司法部负责）',
    )
    expect(document.items[0]?.children.map(({ label, title }) => [label, title])).toEqual([
      ['一是', '健全标准'],
      ['二是', '开展检查'],
    ])
  })

  it('are the paragraphs under a heading where each names its own bodies', () => {
    const { document } = read(
      '（一）加强监管',
      '开展检查。（司法部负责）',
      '公开结果。（财政部负责）',
    )
    expect(document.items.map((item) => [item.title, item.category, ...namesOf(item)])).toEqual([
      ['开展检查', '加强监管', '司法部'],
      ['公开结果', '加强监管', '财政部'],
    ])
  })

  it('hold what stands under a heading that names the bodies', () => {
    const { document } = read(
      '（一）加强监管（司法部负责）',
      '开展检查。',
      '（二）优化服务（财政部负责）',
      '1.简化流程。',
      '2.压缩时限。',
    )
    expect(document.items.map(({ title, content }) => [title, content])).toEqual([
      ['加强监管', '开展检查。'],
      ['优化服务', '1.简化流程。\n2.压缩时限。'],
    ])
  })

  it('follow a rule over a range, and their own statement before it', () => {
    const { document, findings } = read(
      '1.开展检查。（司法部负责）',
      '2.公开结果。',
      '3.总结经验。（财政部负责）',
      '以上各项均由市场监管总局负责。',
    )
    expect(document.items.map(namesOf)).toEqual([['司法部'], ['市场监管总局'], ['财政部']])
    expect(document.items[1]?.responsibilities[0]?.from).toBe('rule')
    expect(findings).toMatchObject([
      { rule: 'range-agrees-with-items', values: { items: ['开展检查', '总结经验'] } },
    ])
  })

  it('are also for those whom a rule adds to all that follow', () => {
    const { document, findings } = read(
      '1.开展检查。（责任单位：司法部。以下均需各地区落实，不再列出）',
      '2.公开结果。（责任单位：财政部）',
    )
    expect(namesOf(document.items[1])).toEqual(['财政部', '各地区'])
    expect(findings).toEqual([])
  })

  it('hold numbered measures as children', () => {
    const { document } = read(
      '（一）稳定就业。（人力资源社会保障部牵头）',
      '具体措施：',
      '1.简化手续。（教育部负责）',
      '2.加大供给。（人力资源社会保障部负责）',
    )
    expect(document.items.map(({ title, content }) => [title, content])).toEqual([
      ['稳定就业', null],
    ])
    expect(
      document.items[0]?.children.map((child) => [child.label, child.title, ...namesOf(child)]),
    ).toEqual([
      ['1.', '简化手续', '教育部'],
      ['2.', '加大供给', '人力资源社会保障部'],
    ])
  })

  it('share one line of bodies under the last of their measures', () => {
    const { document } = read('（一）改善环境', '1.简化流程。', '2.压缩时限。', '责任单位：司法部')
    expect(document.items).toMatchObject([
      { label: '（一）', title: '改善环境', content: '1.简化流程。\n2.压缩时限。' },
    ])
    expect(namesOf(document.items[0])).toEqual(['司法部'])
  })

  it('stand without a body where nearly all beside them name one', () => {
    const { document } = read(
      '一、重点任务',
      '（一）完善甲。（财政部负责）',
      '（二）完善乙。（教育部负责）',
      '（三）完善丙。',
      '（四）完善丁。（司法部负责）',
    )
    expect(document.items.map((item) => [item.label, item.category, ...namesOf(item)])).toEqual([
      ['（一）', null, '财政部'],
      ['（二）', null, '教育部'],
      ['（三）', null],
      ['（四）', null, '司法部'],
    ])
  })

  it('have the scope that they name, else the one that holds from where it is declared', () => {
    const { document } = read(
      '（一）放宽限制。（负责部门：商务部；适用范围：所有自贸试验区，以下除标注适用于特定自贸试验区的措施外，适用范围均为所有自贸试验区）',
      '（二）优化流程。（负责部门：海关总署）',
      '（三）支持储备。（负责部门：商务部，适用范围：浙江自贸试验区）',
    )
    expect(document.items.map(({ scope }) => scope)).toEqual([
      '所有自贸试验区',
      '所有自贸试验区',
      '浙江自贸试验区',
    ])
  })

  it('are not made of paragraphs that assign nothing', () => {
    const { document } = read(
      '一、总体要求',
      '（一）指导思想。坚持党的领导（以下简称领导）。',
      '（二）加强政府的责任。明确专人负责，及时协调解决问题。',
      '（三）强化担当，压实责任。做到守土有责、守土负责、守土尽责。',
    )
    expect(document.items).toEqual([])
  })

  it('keep their ids when a paragraph elsewhere changes', () => {
    const tail = ['二、强化监管', '（二）规范执法。（司法部负责）']
    const one = read('一、夯实基础', '（一）完善制度。（财政部负责）', ...tail)
    const other = read('一、夯实基础', '（一）健全另一种制度。（教育部、财政部负责）', ...tail)
    expect(one.document.items[1]?.id).toBe(other.document.items[1]?.id)
  })

  it('are told apart by their ids where two have one name', () => {
    const { document } = read('一、甲', '1.加强宣传。（教育部负责）', '1.加强宣传。（财政部负责）')
    expect(document.items.map(({ id }) => id)).toEqual([
      '正文/一/1/加强宣传',
      '正文/一/1/加强宣传~2',
    ])
  })
})

describe('who does it inside sentences', () => {
  const named = (...lines: readonly string[]) =>
    allItems(read(...lines).document.items).map((item) => [
      item.label,
      item.title,
      item.responsibilities.map(({ role, name }) => `${role} ${name}`),
    ])

  it('ends a sentence behind what is done, each under its 一是', () => {
    expect(
      named('一、做好检查。一是检查校舍，由财政部牵头。二是检查校车，由公安部、交通运输部负责。'),
    ).toEqual([
      ['一、', '做好检查', []],
      ['一是', '检查校舍', ['lead 财政部']],
      ['二是', '检查校车', ['responsible 公安部', 'responsible 交通运输部']],
    ])
  })

  it('stands behind a word or two: 活动由A牵头', () => {
    expect(named('一、读书活动由教育部牵头，财政部配合。')).toEqual([
      ['一、', '读书活动', ['lead 教育部', 'support 财政部']],
    ])
  })

  it('begins a numbered paragraph, with whom it is done', () => {
    expect(named('（一）由教育部牵头，会同财政部制定年度计划，6月底前报审。')).toMatchObject([
      ['（一）', '制定年度计划，6月底前报审', ['lead 教育部', 'support 财政部']],
    ])
    expect(named('（一）严格问责。由公安部会同司法部对问题企业开展约谈。')).toEqual([
      ['（一）', '严格问责', ['lead 公安部', 'support 司法部']],
    ])
  })

  it('is no part of what describes: a mechanism that A leads, what this paper says of itself, what was taken back', () => {
    expect(named('一、健全机制。建立由财政部牵头、教育部参加的工作机制。')).toEqual([])
    expect(named('一、本公告由财政部负责组织实施。')).toEqual([])
    expect(named('一、该事项不再由财政部负责。')).toEqual([])
  })

  it('heads a numbered paragraph', () => {
    expect(named('一、教育部。负责学校安全，做好宣传。', '二、公安部：牵头开展检查。')).toEqual([
      ['一、', '负责学校安全，做好宣传', ['responsible 教育部']],
      ['二、', '牵头开展检查', ['responsible 公安部']],
    ])
  })

  it('is a house’s own division, named as printed', () => {
    expect(named('一、全面排查。（厅规划处牵头，厅财务处配合，2024年5月底前完成）')).toEqual([
      ['一、', '全面排查', ['lead 厅规划处', 'support 厅财务处']],
    ])
  })
})

describe('paragraphs under 以上各项均由…', () => {
  it('are tasks, though none of them names anybody', () => {
    const { document } = read(
      '一、支持企业参展。',
      '二、优化通关服务。',
      '以上各项均由商务部牵头，海关总署配合。',
    )
    expect(document.items.map((item) => [item.title, namesOf(item)])).toEqual([
      ['支持企业参展', ['商务部', '海关总署']],
      ['优化通关服务', ['商务部', '海关总署']],
    ])
  })
})

describe('numbered lines with a statement inside and one with a line under it', () => {
  it('are two tasks, each with its own bodies', () => {
    const { document } = read(
      '（一）拓展场景',
      '1．推进一体化。建设示范站。责任单位：财政部。',
      '2．发展储能。',
      '牵头单位：教育部；配合单位：司法部。',
    )
    expect(document.items.map((item) => [item.title, namesOf(item)])).toEqual([
      ['推进一体化', ['财政部']],
      ['发展储能', ['教育部', '司法部']],
    ])
  })
})

describe('what ends the paper', () => {
  it('belongs to no task', () => {
    const { document } = read('1．制作广告，由财政部负责。', '请于2024年4月25日前反馈。')
    expect(document.items).toMatchObject([{ title: '制作广告', content: null, deadlines: [] }])
  })
})

describe('numbers', () => {
  it('may go on across sections or begin again', () => {
    const { findings } = read(
      '一、甲',
      '（一）完善甲。',
      '（二）完善乙。',
      '二、乙',
      '（三）完善丙。',
      '三、丙',
      '（一）完善丁。',
      '1.甲',
      '2.乙',
      '（二）完善戊。',
      '1.甲',
    )
    expect(rulesOf(findings)).toEqual([])
  })

  it('that leave a gap or stand twice are told', () => {
    const { findings } = read('一、甲', '三、乙', '三、丙')
    expect(findings).toMatchObject([
      { rule: 'numbering-continuous', values: { label: '三、', expected: 2 } },
      { rule: 'numbering-unique', values: { label: '三、' } },
    ])
  })
})
