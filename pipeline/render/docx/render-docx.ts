import { Document } from 'docx'

import {
  noStopwatch,
  type Finding,
  type Flow,
  type FlowBlock,
  type Run,
  type Stopwatch,
} from '../../model/index.js'
import { makeFinding } from '../../messages/index.js'
import { settleFlow } from '../../typeset/index.js'
import { cleanStrings } from '../seal/clean-strings.js'
import { sealOoxml } from '../seal/seal-ooxml.js'
import { packDocument } from './pack-document.js'
import { patchPart } from './patches.js'
import { isFollowable } from './runs.js'
import { mergeStyles, readReference, withFacesOf } from './reference.js'
import { sectionOf } from './section.js'
import { documentDefaultsOf, paragraphStylesOf } from './styles.js'
import { fontOf } from './characters.js'

/** Names for the bookmarks of a flow’s anchors, in their order: Word takes 40 characters at most, and no spaces. */
function bookmarksOf(flow: Flow): ReadonlyMap<string, string> {
  const anchors = flow.sections
    .flatMap((section) => section.blocks)
    .flatMap((block) =>
      (block.type === 'text' || block.type === 'table') && block.anchor !== null
        ? [block.anchor]
        : [],
    )
  return new Map([...new Set(anchors)].map((anchor, index) => [anchor, `_Fengong${index + 1}`]))
}

function runsOf(block: FlowBlock): readonly Run[] {
  if (block.type === 'text') return block.runs
  if (block.type === 'signature') return [...block.issuers.flat(), ...block.date]
  if (block.type !== 'table') return []
  return [...block.head, ...block.rows].flatMap((row) =>
    row.cells.flatMap((cell) => cell.paragraphs.flat()),
  )
}

function findingsOf(flow: Flow, removed: readonly string[]): readonly Finding[] {
  const addresses = flow.sections
    .flatMap((section) => section.blocks.flatMap(runsOf))
    .flatMap((run) => (run.type === 'text' && run.link !== null ? [run.link] : []))
    .filter((link) => !link.startsWith('#') && !isFollowable(link))
  return [
    ...(removed.length === 0
      ? []
      : [
          makeFinding('characters-can-be-written', {
            values: { characters: [...new Set(removed)], count: removed.length },
          }),
        ]),
    ...[...new Set(addresses)].map((address) =>
      makeFinding('links-can-be-followed', { values: { address } }),
    ),
  ]
}

/** The file’s object model, from a flow whose strings are clean. */
function documentOf(flow: Flow): Document {
  const { properties, style } = flow
  const bookmarks = bookmarksOf(flow)
  const faces = (role: 'hei' | 'fang') => ({
    latin: style.faces[role].word,
    eastAsia: style.faces[role].word,
    complexScript: style.faces[role].word,
  })
  return new Document({
    title: properties.title,
    subject: properties.subject,
    creator: properties.author,
    lastModifiedBy: properties.author,
    keywords: properties.keywords.join('; '),
    evenAndOddHeaderAndFooters: true,
    theme: { fonts: { headings: faces('hei'), body: faces('fang') } },
    styles: {
      default: {
        document: documentDefaultsOf(style),
        strong: { run: { font: fontOf(style, 'hei') } },
      },
      paragraphStyles: [...paragraphStylesOf(style)],
    },
    sections: flow.sections.map((section, index) =>
      sectionOf(flow, section, index === 0, bookmarks),
    ),
  })
}

/**
 * A flow as a Word file that an office can go on with: styles under their Chinese names, faces by name, lines and characters on the
 * grid of GB/T 9704-2012. What stands in the flow stands in the file, in its order; what no file can hold is told. The same flow gives
 * the same bytes. `fit` is not promised here: how many pages a text fills is for whoever’s Word has whoever’s faces.
 *
 * @example const { bytes, findings } = await renderDocx(flow)
 */
export function renderDocx(
  flow: Flow,
  stopwatch: Stopwatch = noStopwatch,
): Promise<{ readonly bytes: Uint8Array; readonly findings: readonly Finding[] }> {
  const reference = readReference(flow.style)
  const style = withFacesOf(flow.style, reference)
  const { value: clean, removed } = cleanStrings(settleFlow({ ...flow, style }))
  const packed = packDocument(documentOf(clean))
  const bytes = stopwatch('seal', () =>
    sealOoxml(packed, {
      date: clean.properties.date,
      mend: (part, xml) => {
        const merged = part === 'word/styles.xml' ? mergeStyles(xml, reference) : xml
        return patchPart(part, merged, clean.style)
      },
    }),
  )
  return Promise.resolve({ bytes, findings: findingsOf(clean, removed) })
}
