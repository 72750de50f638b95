import { defineConfig } from 'vitest/config';

/**
 * Groups run one after the other, so that nothing else keeps the machine busy while pages and the deployed stack are timed; units
 * and integration, which time nothing, run two files at once even on two cores. Time-outs are there for what hangs, and far from
 * what a busy machine needs: no test may fail because something else ran beside it.
 */
export default defineConfig({
  test: {
    // What is waited for comes in a moment, or never: a second, which is usual, is short for a machine that does much else.
    expect: { poll: { timeout: 30_000 } },
    reporters: process.env.CI ? ['default', ['json', { outputFile: '.holdfast/test-results.json' }]] : ['default'],
    projects: [
      {
        test: {
          name: 'unit',
          maxWorkers: 2,
          include: ['test/unit/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'integration',
          maxWorkers: 2,
          include: ['test/integration/**/*.test.ts', 'test/faults/**/*.test.ts', 'test/year/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'console',
          include: ['test/console/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 600_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 600_000,
          hookTimeout: 600_000,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
