import { describe, expect, it } from 'vitest'

import { readDocument } from '../../../pipeline/read/read-document.js'
import { agencies, found, listed, notice, table, tail, type RuleCase } from './rule-cases.js'

/** For each rule that extract tells of while it reads: what it flags, and what it must not. */
const readingCases: Readonly<Record<string, RuleCase>> = {
  'count-agrees-with-list': {
    flags: [
      ['three said, two listed', notice('一、在全国复制推广“甲事项登记”、“乙事项登记”等3项。')],
    ],
    passes: [['as many as said', notice('一、在全国复制推广“甲事项登记”、“乙事项登记”等2项。')]],
  },
  'annex-agrees-with-text': {
    flags: [
      [
        'a name with two more characters',
        listed(
          '“电子单证核查”、“船舶信息共享”等2项',
          '| 1 | 电子单证联网核查 | 海关总署 |\n| 2 | 船舶信息共享 | 交通运输部 |',
        ),
      ],
    ],
    passes: [
      [
        'the same name in other quotes and widths',
        listed(
          '“电子单证‘联网’核查”、“船舶信息共享”等2项',
          '| 1 | 电子单证“联网”核查 | 海关总署 |\n| 2 | 船舶信息共享 | 交通运输部 |',
        ),
      ],
    ],
  },
  'annex-covers-items': {
    flags: [
      [
        'an item without a row',
        listed('“电子单证核查”、“船舶信息共享”等2项', '| 1 | 电子单证核查 | 海关总署 |'),
      ],
    ],
    passes: [
      [
        'a row for each',
        listed(
          '“电子单证核查”、“船舶信息共享”等2项',
          '| 1 | 电子单证核查 | 海关总署 |\n| 2 | 船舶信息共享 | 交通运输部 |',
        ),
      ],
    ],
  },
  'text-covers-annex': {
    flags: [
      [
        'a row that the text does not list',
        listed(
          '“电子单证核查”1项',
          '| 1 | 电子单证核查 | 海关总署 |\n| 2 | 港口岸电补贴 | 财政部 |',
        ),
      ],
    ],
    passes: [['a table of its own', table('| 1 | 规范收费 | 税务总局 |')]],
  },
  'numbering-continuous': {
    flags: [['a row left out', table('| 1 | 规范收费 | 税务总局 |\n| 3 | 优化服务 | 财政部 |')]],
    passes: [
      ['numbers in a row', table('| 1 | 规范收费 | 税务总局 |\n| 2 | 优化服务 | 财政部 |')],
      [
        'numbers that begin anew',
        notice('一、做好甲。\n\n（一）做好乙。\n\n二、做好丙。\n\n（一）做好丁。'),
      ],
    ],
  },
  'numbering-unique': {
    flags: [
      [
        'a number twice',
        table('| 1 | 规范收费 | 税务总局 |\n| 2 | 优化服务 | 财政部 |\n| 2 | 简化流程 | 商务部 |'),
      ],
    ],
    passes: [['each once', table('| 1 | 规范收费 | 税务总局 |\n| 2 | 优化服务 | 财政部 |')]],
  },
  'range-agrees-with-items': {
    flags: [
      [
        'a rule against an item’s own statement',
        notice(
          '一、规范收费。（财政部负责）\n\n二、优化服务。（税务总局负责）\n\n以上各项均由审计署负责。',
        ),
      ],
    ],
    passes: [
      [
        'the rest goes to somebody',
        notice('一、规范收费。（财政部负责）\n\n二、优化服务。\n\n其余由审计署负责。'),
      ],
    ],
  },
  'declared-bodies-are-named': {
    flags: [['six said, two named', notice('一、规范收费。（财政部、税务总局等6部门负责）')]],
    passes: [
      ['two said, two named', notice('一、规范收费。（财政部、税务总局等2部门负责）')],
      ['no number', notice('一、规范收费。（财政部、税务总局等部门负责）')],
    ],
  },
  'lead-mark-is-explained': {
    flags: [['a star alone', table('| 1 | 规范收费 | *财政部、税务总局 |')]],
    passes: [
      [
        'a head that explains it',
        table(
          '| 1 | 规范收费 | *财政部、税务总局 |',
          '| 序号 | 事项 | 负责单位（带*的为牵头单位） |\n|--|--|--|',
        ),
      ],
      ['no mark', table('| 1 | 规范收费 | 财政部、税务总局 |')],
    ],
  },
  'lead-comma-is-printed': {
    flags: [
      [
        'a list without the comma',
        notice(
          '一、规范收费。（责任单位：财政部，税务总局。第一个逗号前为牵头单位，下同）\n\n二、优化服务。（责任单位：财政部、审计署）',
        ),
      ],
    ],
    passes: [
      [
        'one body alone, and a list with the comma',
        notice(
          '一、规范收费。（责任单位：财政部，税务总局。第一个逗号前为牵头单位，下同）\n\n二、优化服务。（责任单位：审计署）',
        ),
      ],
    ],
  },
  'statement-is-read-whole': {
    flags: [
      [
        'a sentence among the bodies',
        table('| 1 | 规范收费 | 财政部、结合工作实际另行确定的其他相关责任主体和配合力量 |'),
      ],
      ['a label that nobody knows', table('| 1 | 规范收费 | 财政部；联络员：周宁 |')],
    ],
    passes: [['bodies and a date', table('| 1 | 规范收费 | 财政部、税务总局，2024年6月底前 |')]],
  },
  'promised-tasks-are-read': {
    flags: [
      [
        'an annex of tasks without any',
        notice(
          '一、做好工作。',
          `\n附件：任务分工\n${tail}\n附件\n\n重点任务分工\n\n财政部承办之事甚多。`,
        ),
      ],
    ],
    passes: [['a table of tasks', table('| 1 | 规范收费 | 税务总局 |')]],
  },
  'table-columns-known': {
    flags: [
      [
        'a column of its own kind',
        table(
          '| 1 | 规范收费 | 税务总局 | 甲 |',
          '| 序号 | 事项 | 负责单位 | 色标 |\n|--|--|--|--|',
        ),
      ],
    ],
    passes: [
      [
        'a telephone number',
        table(
          '| 1 | 规范收费 | 税务总局 | 1 |',
          '| 序号 | 事项 | 负责单位 | 联系电话 |\n|--|--|--|--|',
        ),
      ],
    ],
  },
}

describe('the rules that extract tells of', () => {
  for (const [rule, { flags, passes }] of Object.entries(readingCases)) {
    it.each(flags)(`${rule} flags: %s`, (_, text) => {
      expect(found(rule, text)).toHaveLength(1)
    })
    it.each(passes)(`${rule} passes: %s`, (_, text) => {
      expect(found(rule, text)).toEqual([])
    })
  }

  it('turns gaps into information where the text says that parts are left out', () => {
    const text = table('| 1 | 规范收费 | 税务总局 |\n| 3 | 优化服务 |  |').replace(
      '\n附件\n',
      '\n（本文有删减）\n\n附件\n',
    )
    const { findings } = readDocument({
      path: 'notice.md',
      bytes: new TextEncoder().encode(text),
      corrections: null,
      correctionsPath: null,
      agencies,
    })
    expect(findings.map(({ severity, rule }) => `${severity} ${rule}`).sort()).toEqual([
      'info item-has-agency',
      'info numbering-continuous',
    ])
  })
})
