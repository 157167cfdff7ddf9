import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'playground/**/*.test.{ts,tsx}',
      'site/**/*.test.{ts,tsx}',
      'runtime/**/*.test.ts',
      'lessons/**/*.test.ts',
      'tests/{architecture,boundary,checks,compare-with-emcc,embind,javascript,practice,replay,same-bytes,views,wasi}/**/*.test.ts',
    ],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
