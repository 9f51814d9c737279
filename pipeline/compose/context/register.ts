import { resolveAgency, type AgencyIndex } from '../../agencies/index.js'
import type { Distribution, DistributionList, OfficialDocument } from '../../model/index.js'
import { readCopyNumbers, writeCopyNumbers } from '../../text/index.js'
import type { Context } from './context-schema.js'
import type { HouseOf } from './tasks.js'

type Register = Context['register']
type Row = Register['rows'][number]

/** What a register is made from. */
export interface RegisterInput {
  readonly document: OfficialDocument
  readonly distribution: Distribution | null
  readonly index: AgencyIndex
  readonly houseOf: HouseOf
  /** Who gets papers, in protocol order. */
  readonly recipients: readonly string[]
}

const numbersOf = (written: number | string | undefined): string | null => {
  const numbers = written === undefined ? null : readCopyNumbers(written)
  return numbers === null ? null : writeCopyNumbers(numbers)
}

function rowsOf(list: DistributionList, input: RegisterInput): readonly Row[] {
  const { issuerLevel: level, issuerPlace: place, issueDate: date } = input.document
  const sent = list.recipients.map(({ recipient, copies, kind, numbers, note }): Row => {
    const resolved = resolveAgency(input.index, recipient, { level, place, date })
    const name = 'name' in resolved ? resolved.name : recipient
    return {
      recipient,
      house: input.houseOf(name) ?? name,
      copies,
      numbers: numbersOf(numbers),
      kind: kind ?? null,
      note: note ?? null,
      kept: false,
    }
  })
  const { kept } = list
  if (kept === undefined) return sent
  const { copies, numbers, note } = kept
  const filed: Row = {
    recipient: null,
    house: null,
    copies,
    numbers: numbersOf(numbers),
    kind: null,
    note: note ?? null,
    kept: true,
  }
  return [...sent, filed]
}

const sum = (rows: readonly Row[]): number => rows.reduce((all, { copies }) => all + copies, 0)

/** Who gets how many copies: as distribution.yaml says, for this document or for all; without one, one copy for each agency and no numbers. */
export function registerOf(input: RegisterInput): Register {
  const { distribution, document, recipients } = input
  const list = distribution?.documents[document.id] ?? distribution
  const said = list !== null && (list.recipients.length > 0 || list.kept !== undefined)
  const rows: readonly Row[] = said
    ? rowsOf(list, input)
    : recipients.map((recipient) => ({
        recipient,
        house: recipient,
        copies: 1,
        numbers: null,
        kind: null,
        note: null,
        kept: false,
      }))
  return {
    rows: [...rows],
    copies: sum(rows),
    sent: sum(rows.filter(({ kept }) => !kept)),
    kept: sum(rows.filter(({ kept }) => kept)),
    distributed: said,
  }
}

/** An agency’s own copies; null where the register does not have it. */
export function copiesFor(register: Register, house: string): Context['recipient'] {
  const own = register.rows.filter((row) => row.house === house)
  if (own.length === 0) return null
  const joined = (values: readonly (string | null)[]): string | null => {
    const said = [...new Set(values.filter((value) => value !== null))]
    return said.length === 0 ? null : said.join('、')
  }
  return {
    copies: sum(own),
    numbers: joined(own.map(({ numbers }) => numbers)),
    kind: joined(own.map(({ kind }) => kind)),
  }
}
