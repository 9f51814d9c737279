import { spawnSync } from 'node:child_process'
import process from 'node:process'

/** openpyxl as a second reader, with the system’s own Python. */

const runs = (command: string, ...args: readonly string[]) =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0

/** A Python that has openpyxl; undefined where none has. */
export const python = ['/usr/bin/python3', 'python3'].find((each) =>
  runs(each, '-c', 'import openpyxl'),
)

/** Prints, for each file, every cell as [sheet, address, type, value, locked] and every validation as [sheet, range, type, formula]. */
const script = `
import json, sys, openpyxl
read = []
for path in sys.argv[1:]:
    book = openpyxl.load_workbook(path)
    cells, validations, merges = [], [], []
    for sheet in book:
        for line in sheet.iter_rows():
            for cell in line:
                if cell.value is not None:
                    value = cell.value.isoformat()[:10] if cell.is_date else cell.value
                    cells.append([sheet.title, cell.coordinate, cell.data_type, value, cell.protection.locked])
        for rule in sheet.data_validations.dataValidation:
            validations.append([sheet.title, str(rule.sqref), rule.type, rule.formula1])
        merges += [[sheet.title, str(area)] for area in sheet.merged_cells.ranges]
    read.append({'cells': cells, 'validations': validations, 'merges': merges,
        'titles': [sheet.print_title_rows for sheet in book], 'title': book.properties.title})
print(json.dumps(read))
`

/** What openpyxl read of a workbook. */
export interface ReadByOpenpyxl {
  readonly cells: readonly (readonly [string, string, string, string | number, boolean])[]
  readonly validations: readonly (readonly [string, string, string, string])[]
  readonly merges: readonly (readonly [string, string])[]
  readonly titles: readonly (string | null)[]
  readonly title: string
}

/** Reads files with one start of Python. Throws where openpyxl refuses one. */
export function readWithOpenpyxl(paths: readonly string[]): readonly ReadByOpenpyxl[] {
  const run = spawnSync(python ?? '', ['-c', script, ...paths], {
    encoding: 'utf8',
    env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
    maxBuffer: 256 * 1024 * 1024,
  })
  if (run.status !== 0) throw new Error(run.stderr)
  return JSON.parse(run.stdout) as readonly ReadByOpenpyxl[]
}
