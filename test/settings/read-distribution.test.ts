import { describe, expect, it } from 'vitest'

import { memoryHost } from '../../pipeline/host/memory-host.js'
import { relatedSentencesOf, sentenceOf } from '../../pipeline/messages/index.js'
import { fetchSettings } from '../../pipeline/settings/fetch.js'
import { readSettings } from '../../pipeline/settings/index.js'

const settingsWith = async (text: string) =>
  readSettings(await fetchSettings(memoryHost({ 'sources/distribution.yaml': text }), 'sources'))

/** `line:column rule sentence`, with the related places behind it. */
const say = async (text: string) => {
  const { findings } = await settingsWith(text)
  return findings.map((finding) => {
    const at = (place: (typeof finding)['place']) =>
      place === null ? '-' : `${place.start.line}:${place.start.column}`
    const related = finding.related.map(
      (each, index) => ` ← ${at(each.place)} ${relatedSentencesOf(finding, 'zh')[index] ?? ''}`,
    )
    return `${at(finding.place)} ${finding.rule} ${sentenceOf(finding, 'zh')}${related.join('')}`
  })
}

describe('distribution.yaml', () => {
  it('says who gets how many copies, how they are sent, and what is kept', async () => {
    const { distribution, findings } = await settingsWith(
      [
        'recipients:',
        '  - { recipient: 海关总署, copies: 3, kind: 机要交换, numbers: 1-3 }',
        '  - recipient: 广东省财政厅',
        'kept: { copies: 2, numbers: 000009—000010 }',
        'printed: 6',
      ].join('\n'),
    )
    expect(findings).toEqual([])
    expect(distribution).toMatchObject({
      recipients: [
        { recipient: '海关总署', copies: 3, kind: '机要交换', numbers: '1-3' },
        { recipient: '广东省财政厅', copies: 1 },
      ],
      kept: { copies: 2 },
      printed: 6,
    })
  })

  it('is not asked for', async () => {
    const { distribution, findings } = readSettings(await fetchSettings(memoryHost(), 'sources'))
    expect([distribution, findings]).toEqual([null, []])
  })

  it('refuses a recipient that nobody knows, with the nearest name', async () => {
    expect(await say('recipients:\n  - recipient: 海关总暑\n')).toEqual([
      '2:16 distribution-recipients-known 收文单位「海关总暑」不认识，最接近的是「海关总署」。请核对名称，或在 agencies.yaml 中补充。',
    ])
  })

  it('refuses a number that two copies would have, and shows both places', async () => {
    const text = [
      'recipients:',
      '  - { recipient: 海关总署, copies: 3, numbers: 1-3 }',
      '  - { recipient: 税务总局, copies: 2, numbers: 3-4 }',
      'kept: { copies: 1, numbers: 4 }',
    ].join('\n')
    expect(await say(text)).toEqual([
      '3:44 copy-numbers-once 份号000003—000004与000001—000003有重号。每份只能有一个号，请改正。 ← 2:44 000001—000003写在这里。',
      '4:29 copy-numbers-once 份号000004与000003—000004有重号。每份只能有一个号，请改正。 ← 3:44 000003—000004写在这里。',
    ])
  })

  it.each([
    [
      'recipients: [{ recipient: 海关总署, copies: 2, numbers: 1-3 }]',
      '1:53 copy-numbers-agree 份号「1-3」共3个，与份数2不符。请改正其一。',
    ],
    [
      'recipients: [{ recipient: 海关总署, numbers: 一号 }]',
      '1:42 copy-numbers-readable 份号「一号」读不懂。请写一个号或起止号，如 7、1-3、000001—000003。',
    ],
    [
      'recipients: [{ recipient: 海关总署, copies: 2 }]\nkept: { copies: 1 }\nprinted: 4',
      '3:10 copies-agree-with-total 印数写的是4份，分发与存档合计3份。请核对。',
    ],
    [
      'documents: { a: { recipients: [{ recipient: 海关总暑 }] } }',
      '1:45 distribution-recipients-known 收文单位「海关总暑」不认识，最接近的是「海关总署」。请核对名称，或在 agencies.yaml 中补充。',
    ],
  ])('refuses %s', async (text, expected) => {
    expect((await say(text))[0]).toBe(expected)
  })

  it('names the key that is meant', async () => {
    expect(await say('recipients: [{ recipient: 海关总署, copie: 2 }]\n')).toEqual([
      '1:33 settings-keys-known 键「recipients › #1 › copie」不认识，此处可用：copies。请改正或删去。',
    ])
  })
})
