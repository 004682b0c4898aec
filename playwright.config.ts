import { defineConfig } from '@playwright/test';

/**
 * End to end on real Electron. Each test starts its own app with its own data folder and types at a hand's pace, which
 * leaves a core idle half of the time: two tests side by side on two cores.
 */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.e2e.ts',
  workers: 2,
  fullyParallel: true,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  // A renderer that a loaded machine starves gets one more try; the list reporter names it as flaky.
  retries: 1,
  reporter: [['list']],
});
