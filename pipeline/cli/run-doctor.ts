import process from 'node:process'

import type { Host } from '../host/index.js'
import { examineMachine, type FaceReport, type MachineReport } from '../build/examine-machine.js'
import { doctorWording } from './doctor-wording.js'
import type { Finding } from '../index.js'
import { formatFinding } from './format-finding.js'
import type { Language } from './language.js'
import type { DoctorArguments } from './parse-arguments.js'
import { messageOf } from './run-inspect.js'
import type { ExitCode, Terminal } from './terminal.js'

interface Line {
  readonly sound: boolean
  readonly text: string
}

/** The command that installs a face, as the finding about it says. */
function installOf({ wanted }: FaceReport, findings: readonly Finding[]): string {
  const about = findings.find(
    ({ rule, values }) => rule === 'face-installed' && values.face === wanted,
  )
  return String(about?.values.install ?? 'npm install')
}

function faceLines({ faces, findings }: MachineReport, language: Language): readonly Line[] {
  const words = doctorWording[language]
  return faces.flatMap((face): readonly Line[] => {
    if (face.found === null)
      return [{ sound: false, text: words.noFace(face.wanted, installOf(face, findings)) }]
    const { common, rare } = face.found.lacks
    const line = { sound: true, text: words.face(face) }
    if (common === 0 && rare.length === 0) return [line]
    return [line, { sound: true, text: words.lacks(common, rare, face.found.next) }]
  })
}

function linesOf(report: MachineReport, language: Language): readonly Line[] {
  const words = doctorWording[language]
  const list = report.libraries.map(({ name, version }) => `${name} ${version ?? '—'}`).join(', ')
  return [
    { sound: report.node.fits, text: words.node(report.node, report.version) },
    ...(report.node.fits ? [] : [{ sound: false, text: words.nodeOld(report.node.wanted) }]),
    ...faceLines(report, language),
    { sound: true, text: words.word(report.wordFaces) },
    ...report.folders.map(({ what, path, refused }) =>
      refused === null
        ? { sound: true, text: words.folder(what, path) }
        : { sound: false, text: words.refused(what, path, refused) },
    ),
    {
      sound: true,
      text: report.libreOffice === null ? words.noOffice : words.office(report.libreOffice),
    },
    {
      sound: report.libraries.every(({ version }) => version !== null),
      text: report.libraries.every(({ version }) => version !== null)
        ? words.libraries(list)
        : words.librariesMissing(list),
    },
  ]
}

/** `fengong doctor`: what the machine has and lacks, each with what to do. 1 where something keeps files from being made. */
export async function runDoctor(
  args: DoctorArguments,
  language: Language,
  terminal: Terminal,
  host: Host,
): Promise<ExitCode> {
  const words = doctorWording[language]
  const { out: output, templates } = args
  const report = await examineMachine(host, process.version, {
    output,
    ...(templates === undefined ? {} : { templates }),
  })
  const lines = linesOf(report, language)
  const sound = lines.every((line) => line.sound)
  const messages = report.findings.map((finding) => messageOf(finding, language))
  if (args.json)
    terminal.out(
      `${JSON.stringify({ ...report, findings: messages, checks: lines, sound }, null, 2)}\n`,
    )
  else {
    for (const { sound: good, text } of lines) terminal.out(`${good ? '✓' : '✗'} ${text}\n`)
    for (const finding of report.findings.filter(({ severity }) => severity !== 'info')) {
      terminal.err(`${formatFinding(finding, language, terminal.colour)}\n`)
    }
    terminal.err(`${sound ? words.next : words.nextFaults}\n`)
  }
  return sound ? 0 : 1
}
