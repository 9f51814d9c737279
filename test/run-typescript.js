/*
 * Runs a TypeScript file of this folder on any Node that the package supports, with the compiler that is installed already:
 *
 *     node --import ./test/run-typescript.js test/score/score.ts
 *
 * Types are taken off, not checked: `make types` does that.
 */
import { readFile } from 'node:fs/promises'
import { register } from 'node:module'
import { isMainThread } from 'node:worker_threads'

// The hooks below run in a thread of their own, which loads this same file.
if (isMainThread) register(import.meta.url)

/** A relative `.js` that is not there is the `.ts` of the same name. */
export async function resolve(specifier, context, next) {
  try {
    return await next(specifier, context)
  } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND' || !/^\.{1,2}\/.*\.js$/.test(specifier)) throw error
    return next(specifier.replace(/\.js$/, '.ts'), context)
  }
}

export async function load(url, context, next) {
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context)
  const { default: typescript } = await import('typescript')
  const { outputText } = typescript.transpileModule(await readFile(new URL(url), 'utf8'), {
    compilerOptions: {
      target: typescript.ScriptTarget.ES2023,
      module: typescript.ModuleKind.ESNext,
      verbatimModuleSyntax: true,
    },
  })
  return { format: 'module', shortCircuit: true, source: outputText }
}
