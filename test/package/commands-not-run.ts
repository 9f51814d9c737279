/** Command lines of the documents that the test leaves out, and why. */
export const notRun: readonly { readonly form: RegExp; readonly why: string }[] = [
  {
    form: /^npm ci$/u,
    why: 'needs the lock file of a clone, and is what the test itself was installed with',
  },
  { form: /^npm start$/u, why: 'compiles a clone: `make` and the rest of these tests do' },
  { form: /^git clone /u, why: 'needs the network and a place where the project is published' },
  { form: /^cd fengong$/u, why: 'enters that clone' },
  { form: /--watch\b/u, why: 'goes on until it is stopped; test/build/watch.test.ts watches' },
  { form: /--open\b/u, why: 'opens a browser; test/cli/open-page.test.ts says which page' },
  { form: /^sudo |^apt(?:-get)? /u, why: 'changes the machine' },
]

/** Files that the documents speak of as the reader’s own, by their paths, so that the commands about them find one. */
export function written(notice: string): Readonly<Record<string, string>> {
  return {
    'sources/your-notice.md': notice.replace('国函〔2023〕56号', '国函〔2023〕57号'),
    'notice.md': notice,
    'my-templates/README.md': 'Files here stand before those of the package.\n',
  }
}
