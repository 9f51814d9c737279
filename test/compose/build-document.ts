import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { indexAgencies } from '../../pipeline/agencies/index.js'
import {
  composeDocument,
  loadTemplates,
  type ComposeInput,
  type Composed,
} from '../../pipeline/compose/index.js'
import {
  officeSchema,
  sha256,
  type Duty,
  type Item,
  type ItemId,
  type Office,
  type OfficialDocument,
  type Responsibility,
  type Role,
  type TemplateFile,
} from '../../pipeline/model/index.js'

export const index = indexAgencies()

/** A body that is named for a task: `by('财政部', 'lead')`. */
export function by(
  name: string,
  role: Role = 'responsible',
  part: string | null = null,
): Responsibility {
  return {
    agency: name,
    name,
    text: name,
    word: null,
    kind: 'agency',
    role,
    part,
    statement: 0,
    from: 'notice',
  }
}

/** Bodies without a name: `generic('各有关部门')`. */
export function generic(text: string): Responsibility {
  return { ...by(text), kind: 'generic' }
}

/** An item of an annex, with everything that is not given absent. */
export function item(serial: number | null, title: string, parts: Partial<Item> = {}): Item {
  return {
    id: `附件/${serial ?? '-'}/${title}` as ItemId,
    serial,
    label: null,
    title,
    content: null,
    category: null,
    scope: null,
    deadlines: [],
    responsibilities: [],
    persons: [],
    open: false,
    children: [],
    origins: ['annex'],
    ...parts,
  }
}

/** Something that running text asks. */
export function duty(text: string, responsibilities: Responsibility[]): Duty {
  return { id: `正文/${text.slice(0, 8)}` as ItemId, text, responsibilities, deadlines: [] }
}

/** A notice of the State Council with nothing in it but what is given. */
export function notice(parts: Partial<OfficialDocument> = {}): OfficialDocument {
  const text = parts.text ?? ''
  return {
    schemaVersion: 1,
    id: 'guofa-2023-1',
    source: {
      path: 'sources/guofa-2023-1.md',
      sha256: sha256(text),
      format: 'markdown',
      encoding: 'utf-8',
    },
    text,
    parts: [],
    dropped: [],
    markup: [],
    title: '国务院关于做好水网建设工作的通知',
    documentNumber: { text: '国发〔2023〕1号', series: '国发', year: 2023, serial: 1 },
    secrecy: null,
    urgency: null,
    copyNumber: null,
    signers: [],
    issuers: ['国务院'],
    issuerLevel: 'central',
    issuerPlace: null,
    mainRecipients: ['国务院各部委'],
    issueDate: '2023-05-06',
    notes: ['此件公开发布'],
    attachments: [],
    copiesTo: [],
    printedBy: null,
    printedOn: null,
    items: [],
    duties: [],
    counts: [],
    rules: [],
    corrections: [],
    places: {},
    ...parts,
  }
}

/** An office with the defaults of its schema. */
export function office(parts: Partial<Office> = {}): Office {
  return officeSchema.parse(parts)
}

function filesIn(folder: URL, under = ''): readonly TemplateFile[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const name = `${under}${entry.name}`
    if (entry.isDirectory()) return filesIn(new URL(`${entry.name}/`, folder), `${name}/`)
    const path = fileURLToPath(new URL(entry.name, folder))
    return [
      { name, path: `templates/${name}`, text: readFileSync(path, 'utf8'), origin: 'package' },
    ]
  })
}

/** The package’s own template files. */
export const packageFiles = filesIn(new URL('../../templates/', import.meta.url))
const packageTemplates = loadTemplates(packageFiles)
export const { templates } = packageTemplates

/** Composes with the package’s templates. */
export function compose(
  document: OfficialDocument,
  more: Partial<Omit<ComposeInput, 'document'>> = {},
): Composed {
  return composeDocument({
    document,
    findings: [],
    office: null,
    agencies: index,
    templates: packageTemplates.templates,
    ...more,
  })
}
