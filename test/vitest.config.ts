import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.ts'],
    // What needs npm and its network has a run of its own: make package.
    exclude: ['test/package/**'],
    // Every core: the tests start processes that wait, so that no core is to spare for a watcher.
    maxWorkers: '100%',
    // One set of modules for all files: fonts and libraries load once a worker, not once a file, as in a build.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    coverage: {
      provider: 'v8',
      include: ['pipeline/**/*.ts'],
      reporter: ['text-summary'],
      reportsDirectory: 'coverage',
    },
  },
})
