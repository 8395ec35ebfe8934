import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Folders whose files start clouds, browsers or processes, the longest first; one of these run last would run alone. */
const LONG = ['/test/soak/', '/test/cli/', '/test/local/', '/test/web/', '/test/dresses/', '/test/pdf/'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = LONG.findIndex((folder) => moduleId.includes(folder));
      return at < 0 ? LONG.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

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
    sequence: { sequencer: LongestFirst },
  },
});
