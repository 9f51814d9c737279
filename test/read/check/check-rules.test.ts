import { describe, expect, it } from 'vitest'

import { catalogue } from '../../../pipeline/messages/index.js'
import { checkRules } from '../../../pipeline/read/check/check-document.js'
import { department, found, local, notice, table, tail, type RuleCase } from './rule-cases.js'

/** For each rule: what it flags, and what it must not. */
const cases: Readonly<Record<string, RuleCase>> = {
  'agency-is-known': {
    flags: [['a slip near a known name', table('| 1 | 规范收费 | 国家税务总居 |')]],
    passes: [
      [
        'known names of every form',
        table('| 1 | 规范收费 | 国家税务总局、人社部、住房和城乡建设部 |'),
      ],
      ['an enterprise that no registry holds', table('| 1 | 规范收费 | 宏图港口集团 |')],
    ],
  },
  'agency-still-exists': {
    flags: [],
    passes: [['a body of today', table('| 1 | 规范收费 | 金融监管总局 |')]],
  },
  'agency-is-spelled-one-way': {
    flags: [['two forms', table('| 1 | 规范收费 | 税务总局 |\n| 2 | 优化服务 | 国家税务总局 |')]],
    passes: [
      ['one form', table('| 1 | 规范收费 | 税务总局 |\n| 2 | 优化服务 | 税务总局 |')],
      ['two bodies', table('| 1 | 规范收费 | 税务总局 |\n| 2 | 优化服务 | 海关总署 |')],
    ],
  },
  'attachment-note-agrees': {
    flags: [
      ['an attachment that is not there', notice('一、做好工作。', `\n附件：任务分工表\n${tail}`)],
    ],
    passes: [
      ['it is there', table('| 1 | 规范收费 | 税务总局 |')],
      ['none is said', notice('一、做好工作。')],
    ],
  },
  'chinese-punctuation-is-full-width': {
    flags: [
      ['a comma between characters', notice('一、简化材料,优化流程。')],
      ['many, told once', notice('一、简化材料,优化流程;压缩时限:三日。')],
    ],
    passes: [
      [
        'quoted names without 、, and “…”、“…”',
        notice('一、推广“甲”“乙”、“丙”等做法：（一）（二）。'),
      ],
      ['thousands, Latin and full width', notice('一、支持3,000家企业，建设5G(SA)、6G(NSA)设施。')],
    ],
  },
  'copy-is-whole': {
    flags: [
      ['a replacement character', notice('一、推进工\uFFFD建设。')],
      ['a private-use character', notice('一、推进\uE003建设。')],
      ['an empty box', notice('一、推进☐建设。')],
    ],
    passes: [['rare characters', notice('一、由喆堃、𬍛等同志负责。')]],
  },
  'date-exists': {
    flags: [['30 February', notice('一、2024年2月30日前完成。')]],
    passes: [['29 February of a leap year', notice('一、2024年2月29日前完成。')]],
  },
  'department-commands-no-government': {
    flags: [
      [
        'a circular to provinces',
        department('农业农村部关于开展春耕的通知', '各省、自治区、直辖市人民政府'),
      ],
    ],
    passes: [
      [
        'with the consent of its government',
        department(
          '农业农村部关于开展春耕的通知',
          '各省、自治区、直辖市人民政府',
          '经国务院同意，现就有关事项通知如下：',
        ),
      ],
      ['a letter among peers', department('农业农村部关于商请支持春耕的函', '河北省人民政府')],
      [
        'to departments',
        department('农业农村部关于开展春耕的通知', '各省、自治区、直辖市农业农村厅（局、委）'),
      ],
      ['a government’s office', local('一、做好工作。')],
      ['the State Council', notice('一、做好工作。')],
    ],
  },
  'item-has-agency': {
    flags: [
      ['one row of two', table('| 1 | 规范收费 | 税务总局 |\n| 2 | 优化服务 |  |')],
      [
        'a numbered paragraph among tasks',
        notice('一、规范收费。（财政部负责）\n\n二、优化服务。\n\n三、加强监管。（审计署负责）'),
      ],
    ],
    passes: [
      ['every row', table('| 1 | 规范收费 | 税务总局 |')],
      [
        'a table without assignments',
        table(
          '| 1 | 规范收费 | 全国 |\n| 2 | 优化服务 | 全国 |',
          '| 序号 | 事项 | 推广范围 |\n|--|--|--|',
        ),
      ],
    ],
  },
  'item-stands-once': {
    flags: [['a row twice', table('| 1 | 规范收费 | 税务总局 |\n| 2 | 规范收费 | 财政部 |')]],
    passes: [
      [
        'names that are alike',
        table('| 1 | 规范收费管理 | 税务总局 |\n| 2 | 规范收费公示 | 财政部 |'),
      ],
    ],
  },
  'number-year-agrees-with-date': {
    flags: [['another year', notice('一、做好工作。', '\n国务院\n\n2025年3月5日\n')]],
    passes: [
      ['the same year', notice('一、做好工作。')],
      [
        'a number of December, signed in January',
        notice('一、做好工作。', '\n国务院\n\n2025年1月3日\n'),
      ],
    ],
  },
  'secret-is-handled-elsewhere': {
    flags: [['a secrecy mark', `机密★1年\n\n${notice('一、做好工作。')}`]],
    passes: [
      ['none', notice('一、做好工作。')],
      ['a word in the text', notice('一、做好机密文件管理。')],
    ],
  },
  'support-has-lead': {
    flags: [
      ['a bracket of support', notice('一、规范收费。（财政部、税务总局配合）')],
      [
        'support alone',
        table(
          '| 1 | 规范收费 | / | 财政部 |',
          '| 序号 | 事项 | 牵头单位 | 配合单位 |\n|--|--|--|--|',
        ),
      ],
    ],
    passes: [
      [
        'lead and support',
        table(
          '| 1 | 规范收费 | 税务总局 | 财政部 |',
          '| 序号 | 事项 | 牵头单位 | 配合单位 |\n|--|--|--|--|',
        ),
      ],
    ],
  },
}

describe('the rules of check', () => {
  it('each have cases of what they flag and of what they must not, and stand in the catalogue', () => {
    expect(Object.keys(cases).sort()).toEqual(checkRules.map(({ id }) => id).sort())
    for (const { id } of checkRules) expect(Object.keys(catalogue)).toContain(id)
  })

  for (const [rule, { flags, passes }] of Object.entries(cases)) {
    it.each(flags)(`${rule} flags: %s`, (_, text) => {
      expect(found(rule, text)).toHaveLength(1)
    })
    it.each(passes)(`${rule} passes: %s`, (_, text) => {
      expect(found(rule, text)).toEqual([])
    })
  }

  const dated = (year: number, agency: string) =>
    table(`| 1 | 规范收费 | ${agency} |`).replaceAll('2024', String(year))

  it('agency-still-exists flags: a body that has another name today', () => {
    expect(found('agency-still-exists', dated(2020, '中国银保监会'))).toEqual([
      expect.stringContaining('「中国银保监会」现为「金融监管总局」'),
    ])
  })

  it('agency-has-one-successor asks a person, where there are several', () => {
    expect(found('agency-has-one-successor', dated(2024, '质检总局'))).toHaveLength(1)
    expect(found('agency-has-one-successor', dated(2024, '海关总署'))).toEqual([])
  })

  it('attachment-is-noted tells of an attachment that the notice does not list', () => {
    const text = table('| 1 | 规范收费 | 税务总局 |')
    const extra = text.replace('\n附件\n', '\n附件1\n')
    const noted = `${extra}\n\n附件2\n\n名单\n\n甲县、乙县。`
    expect(found('attachment-is-noted', noted)).toHaveLength(1)
    expect(found('attachment-is-noted', text)).toEqual([])
  })

  it('agencies-are-known tells once of all that no registry holds', () => {
    const text = table('| 1 | 规范收费 | 宏图港口集团、远山水务集团 |')
    expect(found('agencies-are-known', text)).toHaveLength(1)
  })
})
