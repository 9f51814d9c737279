import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A change that a document shows: a new file, or lines of one that is there. */
export interface Recipe {
  readonly path: string
  readonly isNew: boolean
  readonly body: string
}

/** The fenced blocks of a document that name a file: ```ts new=PATH, or ```diff file=PATH. */
export function recipesOf(markdown: string): readonly Recipe[] {
  const fence = /^```\w+ (new|file)=(\S+)\n([\s\S]*?)^```$/gm
  return [...markdown.matchAll(fence)].map(([, kind = '', path = '', body = '']) => ({
    path,
    isNew: kind === 'new',
    body,
  }))
}

/**
 * The text with one hunk applied. Lines that begin with a blank or `-` must follow each other in it, once.
 *
 * @throws where they stand nowhere, or more than once
 */
function applyHunk(text: string, hunk: string, path: string): string {
  const lines = hunk.replace(/\n$/, '').split('\n')
  const side = (dropped: string) =>
    lines
      .filter((line) => !line.startsWith(dropped))
      .map((line) => `${line.slice(1)}\n`)
      .join('')
  const [before, after] = [side('+'), side('-')]
  const places = text.split(before).length - 1
  if (places !== 1)
    throw new Error(`${path}: these lines stand in it ${String(places)} times:\n${before}`)
  return text.replace(before, () => after)
}

/** Applies a change to a tree. */
export function applyRecipe({ path, isNew, body }: Recipe, tree: string): void {
  const file = join(tree, path)
  if (isNew) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, body, { flag: 'wx' })
    return
  }
  const hunks = body.split(/^@@\n/m)
  writeFileSync(
    file,
    hunks.reduce((text, hunk) => applyHunk(text, hunk, path), readFileSync(file, 'utf8')),
  )
}
