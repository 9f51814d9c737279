import { crc32, deflateSync, inflateSync } from 'node:zlib'

/*
 * Pictures for the documents are pages of text: few colours, and much that repeats. With a palette of sixteen colours they take a third of what a
 * true-colour PNG takes, and read the same.
 */
interface Pixels {
  readonly width: number
  readonly height: number
  /** Three bytes a pixel. */
  readonly rgb: Uint8Array
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

function* chunksOf(png: Buffer): Generator<readonly [string, Buffer], void> {
  for (let at = signature.length; at < png.length;) {
    const length = png.readUInt32BE(at)
    yield [png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + length)]
    at += length + 12
  }
}

/** PNG, 9.4: what is nearest of left, above, and above left to their gradient. */
function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner
  const [a, b, c] = [guess - left, guess - above, guess - corner].map(Math.abs) as [
    number,
    number,
    number,
  ]
  return a <= b && a <= c ? left : b <= c ? above : corner
}

/** Rows without their filters. PNG, 9.2. */
function unfilter(data: Buffer, height: number, bytesPerRow: number, step: number): Uint8Array {
  const out = new Uint8Array(height * bytesPerRow)
  for (let y = 0; y < height; y += 1) {
    const filter = data[y * (bytesPerRow + 1)] ?? 0
    for (let x = 0; x < bytesPerRow; x += 1) {
      const at = y * bytesPerRow + x
      const left = x < step ? 0 : (out[at - step] ?? 0)
      const above = y === 0 ? 0 : (out[at - bytesPerRow] ?? 0)
      const corner = x < step || y === 0 ? 0 : (out[at - bytesPerRow - step] ?? 0)
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter] ?? 0
      out[at] = (data[y * (bytesPerRow + 1) + 1 + x] ?? 0) + guess
    }
  }
  return out
}

/** @throws for a PNG that neither pdftoppm nor a browser writes: other than eight bits a channel, or interlaced */
function readPng(png: Buffer): Pixels {
  const chunks = [...chunksOf(png)]
  const head = chunks[0]?.[1] ?? Buffer.alloc(13)
  const [width, height, depth, kind] = [
    head.readUInt32BE(0),
    head.readUInt32BE(4),
    head[8],
    head[9],
  ]
  const step = kind === 6 ? 4 : kind === 2 ? 3 : 0
  if (depth !== 8 || step === 0 || head[12] !== 0) throw new Error('not a plain true-colour PNG')
  const packed = Buffer.concat(chunks.filter(([name]) => name === 'IDAT').map(([, data]) => data))
  const bytes = unfilter(inflateSync(packed), height, width * step, step)
  if (step === 3) return { width, height, rgb: bytes }
  const rgb = new Uint8Array(width * height * 3)
  for (let at = 0; at < width * height; at += 1)
    rgb.set(bytes.subarray(at * step, at * step + 3), at * 3)
  return { width, height, rgb }
}

type Colour = readonly [red: number, green: number, blue: number]

const colours = 16
/** Channels are rounded to this before they are counted: what is left of an anti-aliased edge. */
const grain = 0x11

const distance = (a: Colour, b: Colour): number =>
  (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2

/** Colours that stand for all: by how often they occur, the weightier the farther from those that were taken. */
function paletteOf(counts: ReadonlyMap<number, number>): readonly Colour[] {
  const toColour = (key: number): Colour => [key >> 16, (key >> 8) & 0xff, key & 0xff]
  const open = [...counts].map(([key, count]) => ({ colour: toColour(key), count, gap: Infinity }))
  const palette: Colour[] = []
  while (palette.length < Math.min(colours, counts.size)) {
    const weight = ({ count, gap }: (typeof open)[number]) =>
      gap === Infinity ? count : Math.sqrt(count) * gap
    const next = open.reduce((best, each) => (weight(each) > weight(best) ? each : best))
    palette.push(next.colour)
    for (const each of open) each.gap = Math.min(each.gap, distance(each.colour, next.colour))
  }
  return palette
}

const keyAt = (rgb: Uint8Array, at: number): number =>
  [0, 1, 2].reduce((key, channel) => {
    const rounded = Math.round((rgb[at * 3 + channel] ?? 0) / grain) * grain
    return (key << 8) | rounded
  }, 0)

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

/** The picture with a palette of sixteen colours. */
export function smallPng(png: Buffer): Buffer {
  const { width, height, rgb } = readPng(png)
  const counts = new Map<number, number>()
  const keys = Array.from({ length: width * height }, (_, at) => keyAt(rgb, at))
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  const palette = paletteOf(counts)
  const nearest = new Map<number, number>()
  for (const key of counts.keys()) {
    const colour: Colour = [key >> 16, (key >> 8) & 0xff, key & 0xff]
    const gaps = palette.map((each) => distance(each, colour))
    nearest.set(key, gaps.indexOf(Math.min(...gaps)))
  }
  const bytesPerRow = Math.ceil(width / 2)
  const rows = Buffer.alloc(height * (bytesPerRow + 1))
  keys.forEach((key, at) => {
    const [x, y] = [at % width, Math.floor(at / width)]
    const place = y * (bytesPerRow + 1) + 1 + (x >> 1)
    const index = nearest.get(key) ?? 0
    rows[place] = (rows[place] ?? 0) | (x % 2 === 0 ? index << 4 : index)
  })
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([4, 3, 0, 0, 0], 8)
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('PLTE', Uint8Array.from(palette.flat())),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ])
}
