import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['tests/other-browsers/**/*.test.ts'], testTimeout: 180_000, fileParallelism: false },
});
