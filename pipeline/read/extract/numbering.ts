import { makeFinding } from '../../messages/index.js'
import type { Finding } from '../../model/index.js'
import type { LabelStyle } from './label.js'
import { hullOf, type Line } from './line.js'
import type { Section } from './outline.js'

interface Printed {
  readonly number: number
  readonly line: Line
}

/** Numbers may go on across sections (（五）…（八） under 二、), or begin again at 1 anywhere. */
export function numberingFindings(root: Section): readonly Finding[] {
  const findings: Finding[] = []
  const running = new Map<LabelStyle, Printed>()
  const visit = (section: Section, last: Map<LabelStyle, Printed>): void => {
    for (const child of section.children) {
      if (child.label !== null && child.labelLine !== null) {
        const { style, number } = child.label
        const here: Printed = { number, line: child.labelLine }
        const before = last.get(style)
        const found =
          before === undefined ? begins(here, running.get(style)) : follows(here, before)
        if (found !== null) findings.push(found)
        last.set(style, here)
        running.set(style, here)
      }
      visit(child, new Map())
    }
  }
  visit(root, new Map())
  return findings
}

/** The first number under a heading: 1, or the next of the series that runs through the text. */
function begins(here: Printed, running: Printed | undefined): Finding | null {
  const expected = running === undefined ? 1 : running.number + 1
  if (here.number === 1 || here.number === 0 || here.number === expected) return null
  return gap(here, running, expected)
}

function follows(here: Printed, before: Printed): Finding | null {
  if (here.number === before.number + 1 || here.number === 1) return null
  if (here.number === before.number) {
    return makeFinding('numbering-unique', {
      span: hullOf(here.line),
      values: { label: here.line.text },
      related: [{ span: hullOf(before.line), values: { label: before.line.text } }],
    })
  }
  return gap(here, before, before.number + 1)
}

function gap(here: Printed, before: Printed | undefined, expected: number): Finding {
  return makeFinding('numbering-continuous', {
    span: hullOf(here.line),
    values: { label: here.line.text, expected },
    related:
      before === undefined
        ? []
        : [{ span: hullOf(before.line), values: { label: before.line.text } }],
  })
}
