import { resolveAgency, type AgencyIndex } from '../agencies/index.js'
import { makeFinding, type FindingParts, type RuleId } from '../messages/index.js'
import {
  distributionSchema,
  type Distribution,
  type DistributionList,
  type Finding,
} from '../model/index.js'
import { readCopyNumbers, writeCopyNumbers, type CopyNumbers } from '../text/index.js'
import { readYaml, type YamlReading } from './read-yaml.js'
import type { SettingsFile } from './settings-files.js'

type Path = readonly (string | number)[]
type Placed = Pick<YamlReading<unknown>, 'placeAt'> & { readonly path: string }

function finding(
  rule: RuleId,
  file: Placed,
  at: Path,
  parts: Pick<FindingParts, 'values' | 'related'>,
): Finding {
  return makeFinding(rule, { ...parts, path: file.path, place: file.placeAt(at) })
}

/** A run of copies as it is written: where it stands, and whose it is. */
interface Batch {
  readonly at: Path
  readonly copies: number
  readonly written: number | string | undefined
}

interface Numbered {
  readonly at: Path
  readonly numbers: CopyNumbers
}

function numbersOf(file: Placed, { at, copies, written }: Batch): readonly [Numbered[], Finding[]] {
  if (written === undefined) return [[], []]
  const numbers = readCopyNumbers(written)
  const found = String(written)
  if (numbers === null)
    return [[], [finding('copy-numbers-readable', file, [...at, 'numbers'], { values: { found } })]]
  const counted = numbers.to - numbers.from + 1
  const values = { found, counted, copies }
  const agrees = counted === copies
  return [
    [{ at, numbers }],
    agrees ? [] : [finding('copy-numbers-agree', file, [...at, 'numbers'], { values })],
  ]
}

/** Runs that share a number, each with the earlier one that has it. */
function overlaps(file: Placed, all: readonly Numbered[]): readonly Finding[] {
  return all.flatMap(({ at, numbers }, index) => {
    const other = all
      .slice(0, index)
      .find((each) => each.numbers.from <= numbers.to && numbers.from <= each.numbers.to)
    if (other === undefined) return []
    const place = file.placeAt([...other.at, 'numbers'])
    const values = { numbers: writeCopyNumbers(numbers), other: writeCopyNumbers(other.numbers) }
    return [
      finding('copy-numbers-once', file, [...at, 'numbers'], {
        values,
        related: [{ values: { other: values.other }, place }],
      }),
    ]
  })
}

function unknownRecipients(
  file: Placed,
  list: DistributionList,
  at: Path,
  index: AgencyIndex,
): readonly Finding[] {
  const context = { level: null, place: null, date: null }
  return list.recipients.flatMap(({ recipient }, number) => {
    const resolution = resolveAgency(index, recipient, context)
    if (resolution.type !== 'unknown') return []
    const values = { recipient, nearest: resolution.nearest ?? '—' }
    const where = [...at, 'recipients', number, 'recipient']
    return [finding('distribution-recipients-known', file, where, { values })]
  })
}

function checkList(
  file: Placed,
  list: DistributionList,
  at: Path,
  index: AgencyIndex,
): readonly Finding[] {
  const batches: readonly Batch[] = [
    ...list.recipients.map(({ copies, numbers }, number) => ({
      at: [...at, 'recipients', number],
      copies,
      written: numbers,
    })),
    ...(list.kept === undefined
      ? []
      : [{ at: [...at, 'kept'], copies: list.kept.copies, written: list.kept.numbers }]),
  ]
  const read = batches.map((batch) => numbersOf(file, batch))
  const counted = batches.reduce((sum, { copies }) => sum + copies, 0)
  const { printed } = list
  const total =
    printed === undefined || printed === counted
      ? []
      : [
          finding('copies-agree-with-total', file, [...at, 'printed'], {
            values: { printed, counted },
          }),
        ]
  return [
    ...unknownRecipients(file, list, at, index),
    ...read.flatMap(([, findings]) => findings),
    ...overlaps(
      file,
      read.flatMap(([numbered]) => numbered),
    ),
    ...total,
  ]
}

/** Reads distribution.yaml: names that nobody has, numbers given twice, and totals that do not agree are errors where they stand. */
export function readDistribution(
  { path, bytes }: SettingsFile,
  index: AgencyIndex,
): { readonly distribution: Distribution | null; readonly findings: readonly Finding[] } {
  if (bytes === null) return { distribution: null, findings: [] }
  const { value, findings, placeAt } = readYaml(path, bytes, distributionSchema)
  if (value === null) return { distribution: null, findings }
  const file = { path, placeAt }
  const checked = [
    ...checkList(file, value, [], index),
    ...Object.entries(value.documents).flatMap(([id, list]) =>
      checkList(file, list, ['documents', id], index),
    ),
  ]
  return { distribution: value, findings: [...findings, ...checked] }
}
