import { describe, expect, it } from 'vitest'

import type { BuildOptions } from '../../pipeline/build.js'
import type { SharedParts } from '../../pipeline/build/run.js'
import type { Host } from '../../pipeline/host/host.js'
import type { MemoryHost } from '../../pipeline/host/memory-host.js'
import type { KeyParts } from '../../pipeline/plan/document-key.js'
import { builtWorkshop, notice, run } from './workshop.js'

/** What a person does that changes one part of the document key, and the run that follows. */
interface Case {
  readonly change: (host: MemoryHost) => { readonly host?: Host; readonly options?: BuildOptions }
  /** Why this part is in the key although a change of it need not change an output. */
  readonly cautious?: string
}

const put = (path: string, text: string) => (host: MemoryHost) => {
  host.put(path, text)
  return {}
}
const withVariable = (name: string, value: string) => (host: MemoryHost) => ({
  host: { ...host, variable: (asked: string) => (asked === name ? value : host.variable(asked)) },
})

/** What all documents of a build share stands in the key as one hash: each of its parts has its line, too. */
const sharedParts: Readonly<Record<keyof SharedParts, Case>> = {
  office: { change: put('sources/office.yaml', 'name: 某某办公室\nphone: 010-00000000\n') },
  agencies: {
    change: put('sources/agencies.yaml', 'agencies:\n  - name: 商务部\n    short: 商务部机关\n'),
  },
  distribution: {
    change: put('sources/distribution.yaml', 'recipients:\n  - { recipient: 商务部, copies: 3 }\n'),
  },
  templates: {
    change: (host) => {
      host.put('mine/核对.md', '---\nproduct: check\ntitle: 核对\nper: [document]\n---\n')
      return { options: { templates: 'mine' } }
    },
  },
  faces: {
    change: (host) => {
      host.put('/fonts/package.json', '{ "version": "9.9.9" }')
      const resolvePackageFile = (_: string, file: string) =>
        file === 'package.json' ? `/fonts/${file}` : null
      return { host: { ...host, resolvePackageFile } }
    },
    cautious:
      'a package of fonts counts by its description, which can change while its fonts do not; a file’s fingerprint holds the fonts themselves',
  },
}

/** Every part has its line: the type asks for it. */
const parts: Readonly<Record<Exclude<keyof KeyParts, 'shared'>, Case>> = {
  path: {
    change: (host) => {
      const text = host.files.get('/desk/sources/a.md') ?? ''
      host.put('elsewhere/a.md', text)
      return { options: { sources: ['elsewhere/a.md'] } }
    },
  },
  source: { change: put('sources/a.md', notice().replace('开展乙工作', '全面开展乙工作')) },
  corrections: {
    change: put(
      'sources/a.corrections.yaml',
      'corrections:\n  - item: 2\n    was: { agencies: [商务部] }\n    set: { agencies: [税务总局] }\n    why: 原件为税务总局\n',
    ),
  },
  attachments: {
    change: put('sources/a.attachments/扫描件.pdf', '%PDF-1.4\n%%EOF\n'),
    cautious:
      'packets bind them, and packets are PDFs: where no faces are, as here, none is made; test/build/fetch-notice.test.ts changes one that is bound',
  },
  encoding: {
    change: () => ({ options: { encoding: 'utf-8' } }),
    cautious: 'a label under which the bytes read as they did before changes nothing',
  },
  revisions: {
    change: () => ({ options: { revisions: 'reject' } }),
    cautious: 'a notice that is no Word file, or has no revisions, reads the same',
  },
  build: {
    change: (host) => ({
      host: {
        ...host,
        readTree: async (folder, isWanted) => {
          const files = await host.readTree(folder, isWanted)
          return new Map([...files, ['another.ts', new Uint8Array()]])
        },
      },
    }),
  },
  epoch: { change: withVariable('SOURCE_DATE_EPOCH', '1700000000') },
}

describe('the document key', () => {
  it.each(Object.entries({ ...parts, ...sharedParts }))(
    'holds %s: a change of it is looked into, and changes an output unless the part is cautious',
    async (_, { change, cautious }) => {
      const built = await builtWorkshop({ 'sources/a.md': notice() })
      const changed = change(built)
      const told = await run(changed.host ?? built, changed.options)
      expect(
        told.events.filter((event) => event.type === 'document-read' && event.fresh),
        'it is read again',
      ).toEqual([])
      if (cautious === undefined) expect(told.made.length).toBeGreaterThan(0)
      else expect(told.made, cautious).toEqual([])
    },
    120_000,
  )
})
