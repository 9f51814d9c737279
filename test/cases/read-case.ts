import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

import type { ReadOptions } from '../../pipeline/index.js'
import { buildDocx, type DocxParts } from '../read/parse/docx-builder.js'

/** The folder that holds the situations. */
export const casesFolder = new URL('.', import.meta.url).pathname

/** The names of all situations, in order. */
export function situations(): readonly string[] {
  return readdirSync(casesFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

/** The path of a situation’s notice. */
export function noticeOf(situation: string): string {
  const input = join(casesFolder, situation, 'input')
  return join(input, readdirSync(input).find((name) => !name.endsWith('.yaml')) ?? '')
}

/** An office’s own agencies.yaml beside a notice, where the reader looks for it. */
export function settingsOf(situation: string): Readonly<Record<string, Uint8Array>> {
  const path = join(casesFolder, situation, 'input', 'agencies.yaml')
  return existsSync(path) ? { 'sources/agencies.yaml': readFileSync(path) } : {}
}

/** The bytes of a notice: those of the file, or of the Word file that a module describes. */
export async function bytesOf(path: string): Promise<Uint8Array> {
  if (!path.endsWith('.docx.ts')) return readFileSync(path)
  const module = (await import(path)) as { readonly parts: DocxParts }
  return buildDocx(module.parts)
}

/** What a person would have said on the command line. */
export function optionsOf(situation: string): ReadOptions {
  const path = join(casesFolder, situation, 'options.json')
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as ReadOptions) : {}
}
