import { makeFinding } from '../../messages/index.js'
import { noStopwatch, type Finding, type Stopwatch, type Workbook } from '../../model/index.js'
import { cleanStrings } from '../seal/clean-strings.js'
import { sealOoxml } from '../seal/seal-ooxml.js'
import { defineNames } from './defined-names.js'
import { mendingOf, partMender } from './mend-parts.js'
import { placeWorkbook } from './place-workbook.js'
import { writeWorkbook } from './write-workbook.js'

export interface RenderedXlsx {
  readonly bytes: Uint8Array
  readonly findings: readonly Finding[]
}

/** Where characters were left out, by sheet and line of the layout; looked for only when there are any. */
function placesOfRemovals({ sheets, ...rest }: Workbook): readonly string[] {
  const places: readonly (readonly [string, unknown])[] = [
    [rest.properties.title, rest],
    ...sheets.flatMap(({ rows, ...sheet }): (readonly [string, unknown])[] => [
      [sheet.name, sheet],
      ...rows.map(
        (row, index) => [`${sheet.name}!${sheet.above.length + index + 2}`, row] as const,
      ),
    ]),
  ]
  return places.flatMap(([place, value]) =>
    cleanStrings(value).removed.length === 0 ? [] : [place],
  )
}

function removalFindings(workbook: Workbook, removed: readonly string[]): readonly Finding[] {
  if (removed.length === 0) return []
  return [
    makeFinding('characters-can-be-written', {
      values: { count: removed.length, characters: [...new Set(removed)] },
      related: placesOfRemovals(workbook).map((place) => ({ values: { place } })),
    }),
  ]
}

/** Up to exceljs’s own file; what comes back no longer holds the rows, which sealing needs the room of. */
async function draw(workbook: Workbook) {
  const placed = placeWorkbook(workbook)
  const { names, findings } = defineNames(workbook.names)
  const mending = mendingOf(placed, names)
  const { bytes, styles } = await writeWorkbook(placed)
  return { bytes, styles, mending, findings: [...placed.findings, ...findings] }
}

/**
 * A workbook → the bytes of an .xlsx, sealed: the same workbook gives the same bytes whatever was made before. Nothing of it is cut:
 * what Excel has no room for goes on in rows below, and what had to give way is told. Throws on a workbook without sheets and on cells
 * that overlap: bugs of whoever made the layout.
 */
export async function renderXlsx(
  workbook: Workbook,
  stopwatch: Stopwatch = noStopwatch,
): Promise<RenderedXlsx> {
  if (workbook.sheets.length === 0) throw new Error('a workbook has at least one sheet')
  const { value, removed } = cleanStrings(workbook)
  const { bytes, styles, mending, findings } = await draw(value)
  return {
    bytes: stopwatch('seal', () =>
      sealOoxml(bytes, {
        date: workbook.properties.date,
        mend: partMender(mending, styles),
      }),
    ),
    findings: [...removalFindings(workbook, removed), ...findings],
  }
}
