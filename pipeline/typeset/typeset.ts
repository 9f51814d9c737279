import { makeFinding } from '../messages/index.js'
import type { Finding, Flow, FlowSection, StyleSheet } from '../model/index.js'
import { closeUpSteps } from './close-up.js'
import type { FaceSet } from './faces/face.js'
import { mirrorPage } from './mirror-page.js'
import { makeMeasure, type Measure } from './items.js'
import { pageGeometry } from './page-geometry.js'
import { setDraftMark, setPageNumber, showsNumber } from './page-furniture.js'
import { newPageDraft, type PageDraft, type SetPage } from './set-page.js'
import type { HeadLine } from './set-head.js'
import { setSection } from './set-section.js'
import { makeSetting, type Setting } from './setting.js'

/** Pages as they will be seen. Where a finding is an error, they must not be printed. */
interface TypesetResult {
  readonly pages: readonly SetPage[]
  readonly findings: readonly Finding[]
}

interface SetSection {
  readonly setting: Setting
  readonly pages: readonly PageDraft[]
}

function headLines(flow: Flow): readonly HeadLine[] {
  return [
    ...(flow.secrecy === null ? [] : [{ key: 'secrecy', text: flow.secrecy }]),
    ...(flow.urgency === null ? [] : [{ key: 'urgency', text: flow.urgency }]),
  ]
}

/** Sets a section in its style; one that should fit some pages, on as few as closing it up can make it take, and no closer than that needs. */
function fitSection(
  style: StyleSheet,
  measure: Measure,
  section: FlowSection,
  index: number,
  head: readonly HeadLine[],
): SetSection {
  const area = pageGeometry(style, section.orientation)
  const set = (sheet: StyleSheet): SetSection => {
    const setting = makeSetting(sheet, measure, area)
    return { setting, pages: setSection(setting, section, index, head) }
  }
  let best = set(style)
  if (section.fit === null) return best
  for (const sheet of closeUpSteps(style)) {
    if (best.pages.length === 1) return best
    // Closed up and not on a page fewer: what cannot be had is not paid for with small type.
    const closer = set(sheet)
    if (closer.pages.length < best.pages.length) best = closer
  }
  return best
}

/** Pages and numbers of all sections, in order. */
class Assembly {
  readonly pages: SetPage[] = []
  private number = 0

  constructor(private readonly flow: Flow) {}

  add(section: FlowSection, { setting, pages }: SetSection): void {
    if (section.start === 'odd' && this.pages.length % 2 === 1) {
      this.number += 1
      this.page(setting, newPageDraft(), null)
    }
    if (section.numbering === 'restart') this.number = 0
    pages.forEach((draft, index) => {
      this.number += 1
      this.page(setting, draft, showsNumber(section, index) ? this.number : null)
    })
  }

  private page(setting: Setting, draft: PageDraft, number: number | null): void {
    const blank = draft.marks.length === 0 && draft.shapes.length === 0
    if (number !== null) setPageNumber(setting, draft, number)
    if (this.flow.draftMark !== null && !blank) setDraftMark(setting, draft, this.flow.draftMark)
    const { width, height } = setting.area
    const even = (number ?? this.pages.length + 1) % 2 === 0
    const mirrored = setting.style.mirrored === true && even ? mirrorPage(setting, draft) : draft
    this.pages.push({ width, height, number, ...mirrored })
  }
}

/**
 * Sets a flow on pages: lines broken by us, 避头尾 kept, tables parted, numbers and marks put. A pure function of flow and faces; takes
 * time linear in the flow.
 *
 * Errors among the findings: a face that is missing, a character that no face has.
 */
export function typeset(flow: Flow, faces: FaceSet): TypesetResult {
  const measure = makeMeasure(faces)
  const assembly = new Assembly(flow)
  const findings: Finding[] = []
  flow.sections.forEach((section, index) => {
    const head = index === 0 ? headLines(flow) : []
    const set = fitSection(flow.style, measure, section, index, head)
    if (section.fit !== null && set.pages.length > section.fit)
      findings.push(
        makeFinding('pages-fit', { values: { pages: set.pages.length, wanted: section.fit } }),
      )
    assembly.add(section, set)
  })
  return { pages: assembly.pages, findings: [...measure.findings(), ...findings] }
}
