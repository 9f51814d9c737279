import type { StyleSheet, TextStyleName } from '../model/index.js'
import type { Measure } from './items.js'
import { resolvePitch, type PageGeometry, type ResolvedStyle } from './page-geometry.js'

/** What every block of a section is set with. */
export interface Setting {
  readonly style: StyleSheet
  readonly measure: Measure
  readonly area: PageGeometry
  /** Width of the type area, pt. */
  readonly width: number
  readonly text: (name: TextStyleName) => ResolvedStyle
}

export function makeSetting(style: StyleSheet, measure: Measure, area: PageGeometry): Setting {
  const resolved = new Map<TextStyleName, ResolvedStyle>()
  return {
    style,
    measure,
    area,
    width: area.right - area.left,
    text: (name) => {
      let found = resolved.get(name)
      if (found === undefined)
        resolved.set(name, (found = resolvePitch(style, style.text[name], area)))
      return found
    },
  }
}
