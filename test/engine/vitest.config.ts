import { defineConfig } from 'vitest/config';

/** Tests against a real cluster of three nodes: they need Java and Maven, so they have a command of their own. */
export default defineConfig({
  test: {
    name: 'engine',
    include: ['test/engine/**/*.test.ts'],
    // One cluster for all files; faults come last, on clusters of their own.
    globalSetup: ['test/engine/setup.ts'],
    fileParallelism: false,
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
