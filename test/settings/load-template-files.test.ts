import { describe, expect, it } from 'vitest'

import { memoryHost } from '../../pipeline/host/memory-host.js'
import { loadTemplates } from '../../pipeline/compose/index.js'
import { nodeHost } from '../../pipeline/host/node-host.js'
import { loadTemplateFiles } from '../../pipeline/settings/fetch.js'

const bytes = new Uint8Array([80, 75, 3, 4, 0xfe, 0xff])

const reference = async (files: Readonly<Record<string, string | Uint8Array>>) => {
  const host = memoryHost(files)
  const { files: found, findings } = await loadTemplateFiles(host, 'package', 'office')
  return { names: found.map(({ name }) => name), found, findings }
}

describe('loadTemplateFiles', () => {
  it('takes a Word file beside a style with its bytes, and no lock file or other Word file', async () => {
    const { names, found, findings } = await reference({
      'package/a.md': 'a',
      'office/styles/document.docx': bytes,
      'office/styles/~$cument.docx': bytes,
      'office/letter.docx': bytes,
    })
    expect(findings).toEqual([])
    expect(names).toEqual(['a.md', 'styles/document.docx'])
    expect(new Uint8Array(Buffer.from(found[1]?.text ?? '', 'base64'))).toEqual(bytes)
  })

  it('gives it to the style of its name, so that the files made with it are made anew when it changes', async () => {
    const ours = await loadTemplateFiles(nodeHost(), 'templates', null)
    const word = {
      name: 'styles/document.docx',
      path: 'x',
      text: 'QUJD',
      origin: 'office',
    } as const
    const { templates, findings } = loadTemplates([...ours.files, word])
    expect(findings).toEqual([])
    const styles = templates.products.flatMap((each) => (each.type === 'page' ? [each] : []))
    const notice = styles.find(({ product }) => product === 'notice')
    const brief = styles.find(({ product }) => product === 'brief')
    expect([notice?.style.reference, brief?.style.reference]).toEqual(['QUJD', undefined])
  })
})
