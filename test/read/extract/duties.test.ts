import { describe, expect, it } from 'vitest'

import { paragraphs, readNotice } from './read-notice.js'

const asked = (...lines: readonly string[]) =>
  readNotice(
    paragraphs('国务院关于加强工作的通知', '各单位：', ...lines, '国务院', '2024年5月1日'),
  ).document.duties.map(({ responsibilities }) =>
    responsibilities.map(({ name, role }) => `${name} ${role}`),
  )

describe('duties in running text', () => {
  it.each([
    ['商务部要牵头组织开展评估，协调解决重点问题。', ['商务部 lead']],
    ['国务院各有关部门要结合工作职责，主动作为。', ['国务院各有关部门 responsible']],
    [
      '各省（自治区、直辖市）人民政府要加强组织领导。',
      ['各省（自治区、直辖市）人民政府 responsible'],
    ],
    [
      '国家发展改革委和科技部要适时督促检查。',
      ['国家发展改革委 responsible', '科技部 responsible'],
    ],
    ['为做好工作，财政部应当安排经费。', ['财政部 responsible']],
    [
      '住房和城乡建设部、文化和旅游部须于年底前报告进展。',
      ['住房城乡建设部 responsible', '文化和旅游部 responsible'],
    ],
    ['具体方案由所在地省（区）人民政府分别负责印发。', ['所在地省（区）人民政府 responsible']],
    ['跨省事项由国家发展改革委会同水利部协调。', ['国家发展改革委 lead', '水利部 support']],
    ['执行情况由商务部牵头，会同有关部门评估。', ['商务部 lead', '有关部门 support']],
    ['强化国家发展改革委牵头抓总作用，健全机制。', ['国家发展改革委 lead']],
    ['市场监管总局要会同有关部门开展检查。', ['市场监管总局 lead', '有关部门 support']],
  ])('%s', (line, expected) => {
    expect(asked(line)).toEqual([expected])
  })

  it.each([
    '国务院办公厅已于2017年印发通知予以推广。',
    '财政部要求各地报送的材料已经汇总。',
    '各项任务要落实到位。',
    '重大问题及时报告国务院。',
    '要把复制推广工作与商务部的部署结合起来。',
    '推广应用教育部应急平台。',
    '本办法由财政部负责解释。',
    '由财政部负责的事项已经公开。',
    '自由贸易试验区要求明确。',
    '自贸试验区所在地区和有关部门全力推进制度创新实践，形成了经验。',
  ])('are not made of %s', (line) => {
    expect(asked(line)).toEqual([])
  })

  it('leave out those whom the sentence only mentions', () => {
    expect(asked('各地要应用国家卫生健康委的平台，将结果报送财政部。')).toEqual([
      ['各地 responsible'],
    ])
  })

  it('are not made again of what a task’s own statement says', () => {
    expect(asked('（一）加强领导。教育部要健全制度。（教育部负责）')).toEqual([])
    expect(asked('（一）加强领导。各地区要健全制度。（教育部负责）')).toEqual([])
  })

  it('are kept for a body that a task’s text asks and its statement does not name', () => {
    expect(asked('（一）加强领导。财政部要健全制度。（教育部负责）')).toEqual([
      ['财政部 responsible'],
    ])
  })

  it('are read from a list of who does what', () => {
    expect(asked('教育部：负责学校安全，做好宣传。', '公安部。牵头开展检查。')).toEqual([
      ['教育部 responsible'],
      ['公安部 responsible'],
    ])
  })

  it('hold those that a list puts weight on apart', () => {
    expect(asked('各地区、各部门特别是市场监管部门要加强检查。')).toEqual([
      ['各地区 responsible', '各部门 responsible', '市场监管部门 responsible'],
    ])
  })

  it('are found without a word that asks, behind bodies who act by their tasks', () => {
    expect(asked('教育部、财政部等部门，结合职能分工，细化举措。')).toEqual([
      ['教育部 responsible', '财政部 responsible'],
    ])
    expect(asked('各有关部门按照职责分工密切配合。')).toEqual([['各有关部门 responsible']])
  })
})
