import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/fix-seed.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Servers and child processes of several test files at once would starve each other on two cores.
    maxWorkers: 2,
  },
});
