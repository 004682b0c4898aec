import { defineConfig } from 'vitest/config';

/** Specs that draw in jsdom (they say so in their first line): each in a world of its own, as a page is. */
const pages = ['tests/renderer/**/*.spec.ts', 'tests/renderer/**/*.spec.tsx', 'tests/print/*.spec.tsx'];
const never = ['tests/e2e/**', 'tests/bench/**', 'node_modules/**'];

/** Unit and integration tests. */
export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Vitest leaves one core to its watcher, which on two cores means one spec at a time while the other core is idle.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['tests/**/*.spec.ts'],
          exclude: [...never, ...pages],
          // Every office is its own object on its own database, so specs share the loaded modules of a worker: reading
          // them anew for each of a hundred files took longer than the tests.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'pages', include: pages, exclude: never } },
    ],
  },
});
