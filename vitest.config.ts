import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/fix-seed.ts'],
    // Clouds, browsers and child processes start several times slower on a loaded machine: a limit is there to end what
    // hangs, not to judge what is slow.
    testTimeout: 120_000,
    hookTimeout: 180_000,
    // Servers and child processes of several test files at once would starve each other on two cores.
    maxWorkers: 2,
  },
});
