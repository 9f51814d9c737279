import { makeFinding } from '../messages/index.js'
import type { Colour, FaceRole, Finding, Run } from '../model/index.js'
import { columnsOf } from '../text/index.js'
import { clustersOf } from './clusters.js'
import { chooseFaces, type FaceChooser } from './faces/choose-face.js'
import type { Face, FaceSet } from './faces/face.js'
import { isClosing, isOpening } from './line-edges.js'

/** What a line is made of: a cluster with its width, a space to write on, or a forced end of line. */
export interface Item {
  /** wide: a character of the grid; narrow: a letter or digit, part of a word. */
  readonly kind: 'wide' | 'narrow' | 'space' | 'blank' | 'newline'
  readonly text: string
  readonly face: Face | null
  /** pt */
  readonly width: number
  readonly glyphs: number
  readonly size: number
  readonly colour: Colour
  readonly link: string | null
  /** Which half of its box is blank. */
  readonly blankHalf: 'left' | 'right' | null
}

/** The look of runs that name none of their own. */
export interface Look {
  readonly face: FaceRole
  readonly size: number
  readonly colour: Colour
}

/** Measures text with the faces of a run, and notes what no face has. One for each flow. */
export interface Measure {
  readonly items: (runs: readonly Run[], look: Look) => readonly Item[]
  /** Errors about faces and characters, each kind once. */
  readonly findings: () => readonly Finding[]
}

interface Missing {
  readonly context: string
  count: number
}

const newline = /^(?:\r\n|[\n\r\u0085\u2028\u2029])/u
const white = /^\s/u

function kindOf(text: string): Item['kind'] {
  if (newline.test(text)) return 'newline'
  if (white.test(text)) return text.startsWith('\u3000') ? 'wide' : 'space'
  return columnsOf(text) >= 2 ? 'wide' : 'narrow'
}

function blankHalfOf(text: string, width: number, size: number): Item['blankHalf'] {
  // A face whose own mark is narrow has no blank half to take away.
  if (width < 0.9 * size) return null
  return isClosing(text) ? 'right' : isOpening(text) ? 'left' : null
}

function codePointsOf(cluster: string): string {
  return Array.from(cluster)
    .map((each) => `U+${(each.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
    .join(' ')
}

function findingsOf(missing: ReadonlyMap<string, Missing>): Finding[] {
  return [...missing].map(([character, { count, context }]) =>
    makeFinding('character-has-a-face', {
      values: { character, codePoint: codePointsOf(character), count, context },
    }),
  )
}

function blankItem(run: Extract<Run, { type: 'blank' }>, look: Look): Item {
  const { size, colour } = look
  const none = { text: '', face: null, glyphs: 0, link: null, blankHalf: null } as const
  return { ...none, kind: 'blank', width: run.width * size, size, colour }
}

type Shelf = Map<string, Item>

/** What a set of faces makes of clusters: the same for every flow that is set with it, so that the files of a run share it. */
class Shelves {
  private readonly choose: FaceChooser
  private readonly fallback: Face | null
  private readonly shelves = new Map<string, Shelf>()
  /** Clusters that no face has. */
  readonly lacking = new Set<string>()

  constructor(faces: FaceSet) {
    this.choose = chooseFaces(faces)
    this.fallback = faces.byId.values().next().value ?? null
  }

  /** Items of a look. */
  shelf(look: Look): Shelf {
    const key = `${look.face} ${look.size} ${look.colour}`
    let shelf = this.shelves.get(key)
    if (shelf === undefined) this.shelves.set(key, (shelf = new Map<string, Item>()))
    return shelf
  }

  item(shelf: Shelf, text: string, look: Look): Item {
    let item = shelf.get(text)
    if (item === undefined) shelf.set(text, (item = this.make(text, look)))
    return item
  }

  private make(text: string, look: Look): Item {
    const { size, colour } = look
    const kind = kindOf(text)
    const base = { kind, text, size, colour, link: null }
    if (kind === 'newline') return { ...base, face: null, width: 0, glyphs: 0, blankHalf: null }
    const found = this.choose(look.face, text)
    if (found === null && kind !== 'space') this.lacking.add(text)
    const face = found ?? this.fallback
    const shape = face?.shape(text) ?? { advance: 1, glyphs: [] }
    const width = shape.advance * size
    const blankHalf = blankHalfOf(text, width, size)
    return { ...base, face, width, glyphs: shape.glyphs.length, blankHalf }
  }
}

const shelvesOfSets = new WeakMap<FaceSet, Shelves>()

function shelvesOf(faces: FaceSet): Shelves {
  let shelves = shelvesOfSets.get(faces)
  if (shelves === undefined) shelvesOfSets.set(faces, (shelves = new Shelves(faces)))
  return shelves
}

/** A measure over a set of faces. */
export function makeMeasure(faces: FaceSet): Measure {
  const shelves = shelvesOf(faces)
  const missing = new Map<string, Missing>()
  const missingRoles = new Map<FaceRole, Finding>()

  const noteMissing = (cluster: string, runText: string): void => {
    const known = missing.get(cluster)
    if (known !== undefined) known.count += 1
    else {
      const at = runText.indexOf(cluster)
      missing.set(cluster, { count: 1, context: runText.slice(Math.max(0, at - 6), at + 8) })
    }
  }

  const textItems = (run: Extract<Run, { type: 'text' }>, look: Look): Item[] => {
    const role = run.face ?? look.face
    const absent = faces.missing.get(role)
    if (absent !== undefined) missingRoles.set(role, absent)
    const own = { face: role, size: look.size, colour: run.colour ?? look.colour }
    const shelf = shelves.shelf(own)
    const { link } = run
    return clustersOf(run.text).map((text) => {
      const item = shelves.item(shelf, text, own)
      if (shelves.lacking.has(text)) noteMissing(text, run.text)
      return link === null ? item : { ...item, link }
    })
  }

  const items = (runs: readonly Run[], look: Look): readonly Item[] =>
    runs.flatMap((run) => (run.type === 'text' ? textItems(run, look) : [blankItem(run, look)]))

  return { items, findings: () => [...missingRoles.values(), ...findingsOf(missing)] }
}

/** A run of plain text in the look of its paragraph. */
export const plainRun = (text: string): Run => ({
  type: 'text',
  text,
  face: null,
  colour: null,
  link: null,
})
