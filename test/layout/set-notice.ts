import { readdirSync, readFileSync } from 'node:fs'

import { indexAgencies } from '../../pipeline/agencies/index.js'
import { loadTemplates } from '../../pipeline/compose/index.js'
import { composeNotice } from '../../pipeline/compose/notice/compose-notice.js'
import type { Finding, Flow, OfficialDocument, TemplateFile } from '../../pipeline/model/index.js'
import { readDocument } from '../../pipeline/read/read-document.js'

const folder = new URL('../../templates/', import.meta.url)
export const agencies = indexAgencies()

function templateFiles(): readonly TemplateFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = `${entry.parentPath}/${entry.name}`
      const name = path.slice(folder.pathname.length).replace(/^\/+/u, '')
      return { name, path, text: readFileSync(path, 'utf8'), origin: 'package' as const }
    })
}

export const { templates } = loadTemplates(templateFiles())
const page = templates.products.find(({ product }) => product === 'notice')
if (page?.type !== 'page') throw new Error('no product 通知')
const { style } = page

export const marks = templates.words.mark as Readonly<Record<string, string>>
export const footText = '据公开文本重排，以原件为准'

/** A notice as it is read from a file of this name; null where the file is none. */
export function tryNotice(name: string, bytes: Uint8Array): OfficialDocument | null {
  return readDocument({
    path: name,
    bytes,
    corrections: null,
    correctionsPath: null,
    agencies,
  }).document
}

/** A notice as it is read from a file of this name. */
export function readNotice(name: string, bytes: Uint8Array): OfficialDocument {
  const document = tryNotice(name, bytes)
  if (document === null) throw new Error(`${name} is no notice`)
  return document
}

/** A notice set anew, as 通知 sets it. */
export function setNotice(
  document: OfficialDocument,
  head: 'mark' | 'none' = 'mark',
): { readonly flow: Flow; readonly findings: readonly Finding[] } {
  const { sections, findings } = composeNotice(document, style, {
    form: 'auto',
    head,
    marks,
    foot: footText,
  })
  const flow: Flow = {
    type: 'flow',
    style,
    properties: {
      title: document.title ?? '',
      subject: footText,
      author: document.issuers.join('、'),
      keywords: [],
      date: document.issueDate,
      lang: 'zh-CN',
    },
    draftMark: null,
    secrecy: document.secrecy,
    urgency: document.urgency,
    sections,
  }
  return { flow, findings }
}
