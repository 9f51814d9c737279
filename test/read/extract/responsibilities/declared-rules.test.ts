import { describe, expect, it } from 'vitest'

import {
  readDeclaredRules,
  roleOfColumn,
} from '../../../../pipeline/read/extract/responsibilities/index.js'

describe('readDeclaredRules', () => {
  it.each([
    ['注：列第一位的单位为牵头单位。', 'first-leads'],
    ['备注：责任单位中排首位的为牵头单位', 'first-leads'],
    ['第一个逗号前为牵头单位', 'before-comma'],
    ['标*的为牵头单位', 'star'],
    ['带“★”号者为主办单位', 'star'],
    ['以上单位排名不分先后', 'unranked'],
    ['以上各项均由各市人民政府负责', 'range'],
    ['第2至4项由水利部牵头', 'range'],
  ])('finds the rule of %s', (text, kind) => {
    const rules = readDeclaredRules(text, 7)
    expect(rules.map((rule) => rule.kind)).toEqual([kind])
    expect(rules[0]).toMatchObject({ from: 7, to: null })
    expect(text).toContain(rules[0]?.text)
  })

  it.each([
    '以水利部为牵头单位，成立专班',
    '水利部为牵头单位',
    '坚持安全第一的原则',
    '第一批试点单位为10个',
    '本规划确定的第一阶段目标',
  ])('finds none in %s', (text) => {
    expect(readDeclaredRules(text, 0)).toEqual([])
  })
})

describe('roleOfColumn', () => {
  it.each([
    ['负责单位', 'responsible'],
    ['责 任 单 位', 'responsible'],
    ['责任部门', 'responsible'],
    ['责任单位（第一个为牵头单位）', 'responsible'],
    ['承办单位', 'responsible'],
    ['牵头单位', 'lead'],
    ['主办单位', 'lead'],
    ['牵头部门', 'lead'],
    ['配合单位', 'support'],
    ['协办单位', 'support'],
    ['参与部门', 'support'],
    ['指导部门', 'guide'],
    ['责任领导', 'person'],
    ['责任人', 'person'],
  ])('takes %s for %s', (header, role) => {
    expect(roleOfColumn(header)?.role).toBe(role)
  })

  it.each(['序号', '改革事项', '主要内容', '推广范围', '完成时限', '责任处室', '备注', ''])(
    'takes %s for no column of bodies',
    (header) => {
      expect(roleOfColumn(header)).toBeNull()
    },
  )
})
