import type { FaceRole } from '../../model/index.js'
import { bundledPackages } from './bundled-packages.js'
import { imitateFang } from './imitate-fang.js'
import { mergeSlices } from './merge-slices.js'

/** A face that an installed package holds, or that is built from one. */
export interface BundledFace {
  readonly role: FaceRole
  readonly family: string
  readonly licence: string
  /** What it is, for whoever asks why the page does not look like the named font. */
  readonly standIn: string
  readonly packageName: string
  readonly version: string
  /** The one file; or, of a sliced font, the first slice, whose folder holds the others. */
  readonly file: string
  readonly sliced: boolean
  /** Makes the font from its sources (of slices: decompressed); null: the file is taken as it is. */
  readonly build: ((sources: readonly Uint8Array[]) => Uint8Array) | null
}

const openFontLicence = 'SIL Open Font License 1.1'
const licenceText =
  'This Font Software is licensed under the SIL Open Font License, Version 1.1. https://openfontlicense.org'

/** Records of the name table. A built font keeps its sources’ notices and takes a name of its own: OFL 1.1, 2 and 3. */
const namesOf = (
  family: string,
  postScript: string,
  copyright: string,
  description: string,
): ReadonlyMap<number, string> =>
  new Map([
    [0, copyright],
    [1, family],
    [2, 'Regular'],
    [3, `${postScript};1`],
    [4, family],
    [5, 'Version 1.000'],
    [6, postScript],
    [10, description],
    [13, licenceText],
    [14, 'https://openfontlicense.org'],
  ])

const fangNames = namesOf(
  'Fengong Fang',
  'FengongFang',
  '(c) 2017-2024 Adobe (http://www.adobe.com/).',
  'A stand-in for 仿宋, made from Noto Serif SC Light: Han characters narrowed to 90 % and sheared upward by 4.5 %.',
)
const kaiNames = namesOf(
  'Fengong Kai',
  'FengongKai',
  'Copyright 2021-2026 LXGW (https://github.com/lxgw/LxgwWenKai)\nCopyright 2020 The Klee Project Authors (https://github.com/fontworks-fonts/Klee)',
  'LXGW WenKai 1.522, put together from the slices of its web package, without hinting.',
)

const serif = { packageName: bundledPackages.serif, version: '0.4.3' }
const sans = { packageName: bundledPackages.sans, version: '0.4.3' }
const whole = { licence: openFontLicence, sliced: false } as const

/** The open faces that the project installs, one a role. */
export const bundledFaces: readonly BundledFace[] = [
  {
    ...serif,
    ...whole,
    role: 'fang',
    family: 'Fengong Fang',
    standIn: 'Fengong Fang (Noto Serif SC Light, 90 %)',
    file: '300Light/NotoSerifSC_300Light.ttf',
    build: ([light]) => imitateFang(light ?? new Uint8Array(), fangNames),
  },
  {
    role: 'kai',
    family: 'Fengong Kai',
    licence: openFontLicence,
    standIn: 'LXGW WenKai',
    packageName: bundledPackages.kai,
    version: '1.522.0',
    file: 'lxgwwenkai-regular/0.woff2',
    sliced: true,
    build: (slices) => mergeSlices(slices, 400, kaiNames),
  },
  {
    ...sans,
    ...whole,
    role: 'hei',
    family: 'Noto Sans SC Medium',
    standIn: 'Noto Sans SC Medium',
    file: '500Medium/NotoSansSC_500Medium.ttf',
    build: null,
  },
  {
    ...serif,
    ...whole,
    role: 'title',
    family: 'Noto Serif SC Bold',
    standIn: 'Noto Serif SC Bold',
    file: '700Bold/NotoSerifSC_700Bold.ttf',
    build: null,
  },
  {
    ...serif,
    ...whole,
    role: 'song',
    family: 'Noto Serif SC',
    standIn: 'Noto Serif SC Regular',
    file: '400Regular/NotoSerifSC_400Regular.ttf',
    build: null,
  },
]
