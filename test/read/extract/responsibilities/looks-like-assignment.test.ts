import { describe, expect, it } from 'vitest'

import { indexAgencies } from '../../../../pipeline/agencies/index.js'
import { looksLikeAssignment } from '../../../../pipeline/read/extract/responsibilities/index.js'

const index = indexAgencies()
const context = { index, level: 'central', place: null, date: '2022-06-01', rules: [] } as const

describe('looksLikeAssignment', () => {
  it.each([
    '（水利部、审计署负责）',
    '（水利部牵头，审计署配合）',
    '【水利部牵头】',
    '〔责任单位：水利部〕',
    '责任单位：各区县（市）政府',
    '（牵头单位：水利部；完成时限：2023年底前）',
    '各地区、各有关部门按职责分工负责。',
    '（水利部、审计署等国务院有关部门及各地区按职责分工负责）',
    '（水利部牵头，2022年底前完成）',
    '（资金安排由财政部负责，技术支撑由科技部负责）',
    '（省级人民政府负责）',
    '（负责部门：水利部；适用范围：全部试点地区，以下除单独注明的外，适用范围均为全部试点地区）',
    '（约束性指标，牵头单位：水利部）',
    '由水利部会同财政部等部门研究提出意见',
    '（按程序报批后由水利部牵头实施）',
    '（中央对外联络部负责）',
    '（除国家另有规定外，由水利部负责）',
    '（水利部、财政部，列第一位的为牵头单位，下同）',
    '由水利部负责核实',
    '水利部负责资金安排，审计署负责监督检查。',
    '责任领导：陈立',
  ])('says yes to %s', (text) => {
    expect(looksLikeAssignment(text, context)).toBe(true)
  })

  it.each([
    '（一般不超过10人）',
    '（以下简称试点地区）',
    '（一）',
    '（含开发区管委会）',
    '（水利部令第12号）',
    '（由水利部负责解释）',
    '（国办发〔2022〕12号）',
    '（水利部）',
    '（负责人签字）',
    '（不再由水利部负责）',
    '（此件公开发布）',
    '水利部负责审批的事项，一律通过平台办理。',
    '要明确责任单位：谁主管谁负责',
    '落实主体责任，加强配合',
    '（市、区）',
    '（除水利部负责的事项外，由财政部办理）',
    '（水利部另有规定的除外）',
    '（企业对其真实性负责）',
    '联系人：周宁',
    '水利部负责资金安排。',
    '',
  ])('says no to %s', (text) => {
    expect(looksLikeAssignment(text, context)).toBe(false)
  })
})
