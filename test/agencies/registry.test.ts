import { describe, expect, it } from 'vitest'

import { entryOf, formKey, indexAgencies, registryAsOf } from '../../pipeline/agencies/index.js'
import { localBodies, localStems } from '../../pipeline/agencies/registry/local-stems.js'
import { provinceOfCity, provinces } from '../../pipeline/agencies/registry/places.js'

const index = indexAgencies()

describe('the registry', () => {
  it('says up to which day it knows', () => {
    expect(registryAsOf).toBe('2023-03-16')
  })

  it('names no two agencies by one form, but for a name that passed from one to the next', () => {
    const shared = [...index.byForm].filter(([, named]) => named.length > 1)
    expect(
      shared.map(([form, named]) => [form, ...named.map(({ agency }) => agency.name)]),
    ).toEqual([['交通部', '交通运输部', '交通部']])
  })

  it('gives every short name to one agency', () => {
    const shorts = index.entries.map(({ short }) => formKey(short))
    expect(new Set(shorts).size).toBe(shorts.length)
  })

  it('has a place of its own in the protocol order for everybody', () => {
    const orders = index.entries.map(({ order }) => order)
    expect(new Set(orders).size).toBe(orders.length)
    expect(orders).toEqual([...orders].sort((a, b) => a - b))
  })

  it('refers to agencies that it has: houses, parents, successors', () => {
    for (const { deliverTo, parent, successors, short } of index.entries) {
      const named = [...successors, ...[deliverTo, parent].filter((name) => name !== null)]
      for (const name of named) expect(entryOf(index, name), `${short} → ${name}`).not.toBeNull()
    }
  })

  it('gives a house and successors by their short names, as the model says', () => {
    for (const { deliverTo, successors } of index.entries)
      for (const name of [...successors, ...(deliverTo === null ? [] : [deliverTo])])
        expect(entryOf(index, name)?.short).toBe(name)
  })

  it('names a successor for everybody that is no more, and an end for everybody with one', () => {
    for (const { until, successors } of index.entries)
      expect(until === null).toBe(successors.length === 0)
  })

  it('lets every chain of successors end at somebody who still is', () => {
    const endOf = (short: string, steps: number): boolean => {
      const entry = entryOf(index, short)
      if (entry === null || steps === 0) return false
      return entry.until === null || entry.successors.every((next) => endOf(next, steps - 1))
    }
    for (const { short } of index.entries) expect(endOf(short, 6), short).toBe(true)
  })

  it('has the bodies of each kind', () => {
    const count = (kind: string): number =>
      index.entries.filter((entry) => entry.kind === kind && entry.until === null).length
    expect(count('department')).toBe(26)
    expect(count('sasac')).toBe(1)
    expect(count('directly-under')).toBe(14)
    expect(index.entries.filter(({ parent }) => parent !== null)).toHaveLength(17)
  })
})

describe('local names', () => {
  it('have one field for each form', () => {
    const named = new Map<string, Set<string>>()
    for (const { forms, endings, short } of localStems)
      for (const form of forms)
        for (const ending of endings.flatMap((each) => each.split('/'))) {
          const key = `${form}${ending}`
          named.set(key, (named.get(key) ?? new Set()).add(short))
        }
    for (const [short, ...more] of localBodies)
      for (const form of [short, ...more])
        named.set(form, (named.get(form) ?? new Set()).add(short))
    const shared = [...named].filter(([, shorts]) => shorts.size > 1).map(([form]) => form)
    expect(shared).toEqual([])
  })

  it('are no full name of a central body', () => {
    const locals = new Set(
      localStems.flatMap(({ forms, endings }) =>
        forms.flatMap((form) =>
          endings.flatMap((ending) => ending.split('/').map((each) => `${form}${each}`)),
        ),
      ),
    )
    expect(index.entries.map(({ name }) => name).filter((name) => locals.has(name))).toEqual([])
  })

  it('know 34 provinces, and a province for every city', () => {
    expect(provinces).toHaveLength(34)
    expect(provinceOfCity.get('宁波市')).toBe('浙江省')
    expect(provinceOfCity.get('凉山彝族自治州')).toBe('四川省')
    for (const province of provinceOfCity.values()) expect(provinces).toContain(province)
  })
})
