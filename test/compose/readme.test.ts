import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

import { contextSchema, taskSchema } from '../../pipeline/compose/context/context-schema.js'
import { directives } from '../../pipeline/compose/flow/directives/index.js'
import { allowedTags } from '../../pipeline/compose/liquid/engine.js'
import { ownFilters } from '../../pipeline/compose/liquid/filters.js'
import { itemSchema } from '../../pipeline/model/index.js'

const readme = readFileSync(new URL('../../pipeline/compose/README.md', import.meta.url), 'utf8')

it('the README names every directive, tag, filter of ours and key that templates see', () => {
  const ofTask = Object.keys(taskSchema.shape).filter(
    (key) => !Object.hasOwn(itemSchema.shape, key),
  )
  const names = [
    ...Object.keys(directives).filter((name) => !name.startsWith('heading')),
    ...allowedTags.filter((tag) => tag !== '#'),
    ...Object.keys(ownFilters),
    ...Object.keys(contextSchema.shape),
    ...ofTask,
  ]
  expect(names.filter((name) => !new RegExp(`\\b${name}\\b`, 'u').test(readme))).toEqual([])
  expect(readme.split('\n').length).toBeLessThanOrEqual(61)
})
