import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          // Pure functions share nothing that a test could change: modules are loaded once.
          isolate: false,
          setupFiles: ['test/setup-seed.ts'],
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**', 'test/engine/**'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/browser/setup/global.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          // What a page does comes when it comes: only what never comes is wrong.
          expect: { poll: { timeout: 20_000 } },
          // One browser at a time: the pages are many and the machines small.
          fileParallelism: false,
        },
      },
    ],
  },
});
