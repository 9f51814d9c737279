import { dirname } from 'node:path'

import { faceRoles, type FaceRole, type StyleSheet } from '../../pipeline/model/index.js'
import type { FaceSet } from '../../pipeline/typeset/index.js'

/** The family under which the font program finds each open face; title and Song by weights whose families have names of their own. */
const families: Readonly<Record<FaceRole, string>> = {
  fang: 'Fengong Fang',
  kai: 'Fengong Kai',
  hei: 'Noto Sans SC Medium',
  title: 'Noto Serif SC SemiBold',
  song: 'Noto Serif SC Light',
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

function mapped(name: string, family: string): string {
  return `<match target="pattern"><test qual="any" name="family"><string>${escaped(name)}</string></test><edit name="family" mode="assign" binding="strong"><string>${escaped(family)}</string></edit></match>`
}

/**
 * A fontconfig file that knows the five open faces of the project alone, and maps the names that a Word file gives to them: each face of the page
 * differs from the others, as an office’s own would, on whatever machine this runs.
 *
 * @param serif folders of the fonts for titles and Song, beside those of the set
 * @param cache folder for fontconfig’s own notes
 */
export function fontConfiguration(
  style: StyleSheet,
  faces: FaceSet,
  serif: readonly string[],
  cache: string,
): string {
  const paths = faceRoles
    .filter((role) => role !== 'song' && role !== 'title')
    .map((role) => faces.roles[role].find(({ role: own }) => own === role)?.path ?? '')
  const folders = [...new Set([...paths.map((path) => dirname(path)), ...serif])]
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
${folders.map((folder) => `<dir>${escaped(folder)}</dir>`).join('\n')}
<cachedir>${escaped(cache)}</cachedir>
${faceRoles.map((role) => mapped(style.faces[role].word, families[role])).join('\n')}
</fontconfig>
`
}
