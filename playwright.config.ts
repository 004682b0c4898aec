import { defineConfig } from '@playwright/test';

/** End to end on real Electron. One worker: two cores, and each test starts its own app with its own data folder. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.e2e.ts',
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  // A renderer that a loaded machine starves gets one more try; the list reporter names it as flaky.
  retries: 1,
  reporter: [['list']],
});
