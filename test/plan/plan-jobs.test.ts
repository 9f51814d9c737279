import { describe, expect, it } from 'vitest'

import { sha256, type ManifestFile } from '../../pipeline/model/index.js'
import { planJobs, type PlanInput } from '../../pipeline/plan/index.js'
import { entry, fingerprinted, flow, job, paragraph } from './layouts.js'

const [old] = fingerprinted(job('函.docx', flow(paragraph('一'))))
const [now] = fingerprinted(job('函.docx', flow(paragraph('二'))))
if (old === undefined || now === undefined) throw new Error('there are two jobs')

const ours = sha256('ours')
const theirs = sha256('theirs')
const whole = (hash: typeof ours) => ({ sha256: hash, whole: true })

const plan = (input: Partial<PlanInput>) =>
  planJobs({
    jobs: [now],
    blocked: new Set(),
    recorded: {},
    salvaged: new Set(),
    files: new Map(),
    complete: true,
    force: false,
    ...input,
  }).map(({ path, action, reason }) => [path, action, reason])

const one = (recorded: ManifestFile | null, lying: Partial<PlanInput['files']> | null, more = {}) =>
  plan({
    recorded: recorded === null ? {} : { '函.docx': recorded },
    files: (lying ?? new Map()) as PlanInput['files'],
    ...more,
  })[0]?.slice(1)

const lies = (hash: typeof ours, isWhole = true) =>
  new Map([['函.docx', { sha256: hash, whole: isWhole }]])

describe('planJobs', () => {
  it('makes what is new and what was deleted', () => {
    expect(one(null, null)).toEqual(['make', { type: 'new' }])
    expect(one(entry(now, { sha256: ours }), null)).toEqual(['make', { type: 'missing' }])
  })

  it('keeps a file whose fingerprint and bytes are what they were', () => {
    expect(one(entry(now, { sha256: ours }), lies(ours))).toEqual(['keep', { type: 'fresh' }])
  })

  it('makes a file whose layout changed, and says where', () => {
    expect(one(entry(old, { sha256: ours }), lies(ours))).toEqual([
      'make',
      { type: 'changed', first: '正文 第1段' },
    ])
  })

  it('leaves a person’s file, and writes beside it once the layout changes', () => {
    expect(one(entry(now, { sha256: ours }), lies(theirs))).toEqual([
      'keep',
      { type: 'edited-fresh' },
    ])
    expect(one(entry(old, { sha256: ours }), lies(theirs))).toEqual([
      'make-beside',
      { type: 'edited-changed' },
    ])
    expect(one(null, lies(theirs))).toEqual(['make-beside', { type: 'edited-changed' }])
  })

  it('makes a file that is empty or cut off', () => {
    expect(one(entry(now, { sha256: ours }), lies(theirs, false))).toEqual([
      'make',
      { type: 'damaged' },
    ])
  })

  it('takes what a killed build left for ours, whether old or new, and makes it again', () => {
    const inFlux = entry(now, { sha256: null, alsoOurs: [ours, sha256('new')] })
    expect(one(inFlux, lies(ours))).toEqual(['make', { type: 'damaged' }])
    expect(one(inFlux, lies(sha256('new')))).toEqual(['make', { type: 'damaged' }])
    expect(one(inFlux, lies(theirs))).toEqual(['make-beside', { type: 'edited-changed' }])
  })

  it('takes a file for fresh by the recorded bytes alone, not by others of ours', () => {
    const recorded = entry(now, { sha256: ours, alsoOurs: [sha256('older')] })
    expect(one(recorded, lies(sha256('older')))).toEqual(['make', { type: 'damaged' }])
  })

  it('takes bytes that a damaged manifest still names for ours', () => {
    expect(one(null, lies(ours), { salvaged: new Set([ours]) })).toEqual([
      'make',
      { type: 'damaged' },
    ])
  })

  it('makes everything by force', () => {
    expect(one(entry(now, { sha256: ours }), lies(ours), { force: true })).toEqual([
      'make',
      { type: 'forced' },
    ])
    expect(one(entry(now, { sha256: ours }), lies(theirs), { force: true })).toEqual([
      'make',
      { type: 'forced' },
    ])
  })

  it('leaves what a message blocks', () => {
    expect(
      one(entry(old, { sha256: ours }), lies(ours), { blocked: new Set(['函.docx']) }),
    ).toEqual(['keep', { type: 'blocked' }])
  })

  describe('of a file that no job names', () => {
    const recorded = { '旧函.docx': entry(old, { sha256: ours }) }
    const files = (hash: typeof ours) => new Map([['旧函.docx', whole(hash)]])

    it('removes it if it is ours and the plan is complete', () => {
      expect(plan({ recorded, files: files(ours) })[1]).toEqual([
        '旧函.docx',
        'remove',
        { type: 'orphaned' },
      ])
      expect(plan({ recorded, files: files(ours), complete: false })).toHaveLength(1)
    })

    it('leaves it if a person edited it', () => {
      expect(plan({ recorded, files: files(theirs) })[1]).toEqual([
        '旧函.docx',
        'keep',
        { type: 'edited-fresh' },
      ])
    })

    it('says nothing of it if it is gone already', () => {
      expect(plan({ recorded })).toHaveLength(1)
    })
  })

  describe('of our new file beside a person’s', () => {
    const beside = (base: Partial<ManifestFile>, made = now) => ({
      '函.docx': entry(made, { sha256: ours, owner: 'person', ...base }),
      '函.新.docx': entry(made, { sha256: ours }),
    })
    const files = (base: typeof ours) =>
      new Map([
        ['函.docx', whole(base)],
        ['函.新.docx', whole(ours)],
      ])

    it('leaves it as long as the person’s file is left', () => {
      expect(plan({ recorded: beside({}), files: files(theirs) })[1]).toEqual([
        '函.新.docx',
        'keep',
        { type: 'edited-fresh' },
      ])
    })

    it('removes it once the person has taken it over', () => {
      expect(
        plan({ recorded: beside({}), files: files(ours) }).map((each) => each.slice(0, 2)),
      ).toEqual([
        ['函.docx', 'keep'],
        ['函.新.docx', 'remove'],
      ])
    })

    it('leaves it to be replaced where a newer one is to be written', () => {
      expect(plan({ recorded: beside({}, old), files: files(theirs) })).toEqual([
        ['函.docx', 'make-beside', { type: 'edited-changed' }],
      ])
    })
  })
})
