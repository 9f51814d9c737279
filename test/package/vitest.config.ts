import { defineConfig } from 'vitest/config'

/** The newcomer’s way, with npm and its network: apart from the other tests, which need neither (`make package`). */
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/package/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
