import { readFileSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'

/** A block of commands in a document for users. */
export interface CommandBlock {
  /** README.md:35 */
  readonly at: string
  readonly lines: readonly string[]
}

const isDocument = (path: string): boolean =>
  /^(?:README(?:\.zh-CN)?|CONTRIBUTING|SECURITY)\.md$/u.test(path) || /^docs\/.*\.md$/u.test(path)

/** The documents that users read, by their paths in the checkout. */
export function documentsOf(root: string): readonly string[] {
  const below = readdirSync(join(root, 'docs'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
  return [...readdirSync(root), ...below].filter(isDocument).sort()
}

/** A comment behind a command, or a line of its own; `\` at the end goes on in the next line. */
function commandsIn(text: string): readonly string[] {
  return text
    .replace(/\\\n\s*/gu, '')
    .split('\n')
    .map((line) => line.replace(/(^|\s)#\s.*$/u, '').trim())
    .filter((line) => line !== '')
}

/** Every block marked `sh` of a document. */
export function commandBlocks(root: string, path: string): readonly CommandBlock[] {
  const text = readFileSync(join(root, path), 'utf8')
  return [...text.matchAll(/^```sh\n([\s\S]*?)^```$/gmu)].map((found) => ({
    at: `${path}:${text.slice(0, found.index).split('\n').length + 1}`,
    lines: commandsIn(found[1] ?? ''),
  }))
}

/** What stands in running text and tables as `fengong …`, where it holds no placeholder. */
export function inlineCommands(root: string, path: string): readonly string[] {
  const text = readFileSync(join(root, path), 'utf8').replace(/^```[\s\S]*?^```$/gmu, '')
  return [...text.matchAll(/`((?:npx )?fengong [^`\n]+)`/gu)]
    .map(([, command = '']) => command.replace(/^npx /u, ''))
    .filter((command) => !/[[\]…〈〉<>|A-Z]{2,}|…|[[\]〈〉<>|]/u.test(command))
}
