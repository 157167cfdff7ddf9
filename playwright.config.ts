import { defineConfig } from '@playwright/test';

const executablePath = process.env.CHROMIUM;

export default defineConfig({
  testDir: 'tests',
  testMatch: ['journeys/**/*.spec.ts', 'sandbox/**/*.spec.ts', 'replay/**/*.spec.ts'],
  outputDir: 'build/journeys',
  timeout: 120_000,
  expect: { timeout: 30_000 },
  fullyParallel: true,
  // A journey that passes the second time only is named as such by `npm test`.
  retries: 1,
  workers: 2,
  use: {
    browserName: 'chromium',
    viewport: { width: 1440, height: 900 },
    // A trace of every test would cost as much as two thirds of the test: `--trace=on` where one is wanted.
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: ['--disable-gpu', '--disable-background-networking', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    },
  },
});
