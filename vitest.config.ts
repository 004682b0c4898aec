import { defineConfig } from 'vitest/config';

/** Unit and integration tests. Forms run in jsdom (they say so in their first line); everything else in plain Node. */
export default defineConfig({
  test: {
    include: ['tests/**/*.spec.ts', 'tests/**/*.spec.tsx'],
    exclude: ['tests/e2e/**', 'tests/bench/**', 'node_modules/**'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Vitest leaves one core to its watcher, which on two cores means one spec at a time while the other core is idle.
    maxWorkers: '100%',
  },
});
