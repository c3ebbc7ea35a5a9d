import { defineConfig } from 'vitest/config';
import { ruleFiles } from './scripts/checks/rules-covered.mjs';

export default defineConfig({
  resolve: { alias: [{ find: /^@\//, replacement: `${import.meta.dirname}/` }] },
  test: {
    env: { HUIYIN_SECRET: 'known to everyone, for tests alone', LOG_LEVEL: 'silent' },
    setupFiles: ['tests/support/no-surprises.ts'],
    // Asked for by `npm run coverage` alone. Pages are walked by the browser, which it does not see.
    coverage: {
      provider: 'v8',
      include: ['lib/**/*.ts'],
      exclude: ['lib/db/generated/**'],
      reporter: ['text-summary', 'json', 'json-summary'],
      reportOnFailure: true,
      thresholds: Object.fromEntries(ruleFiles.map((it) => [it, { branches: 100 }])),
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['tests/lib/**/*.test.ts', 'tests/*.test.ts'],
          sequence: { groupOrder: 1 },
          // How fast a machine is fails no test: what hangs is told all the same.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          include: ['tests/db/**/*.test.ts', 'tests/launcher/**/*.test.ts'],
          globalSetup: ['tests/support/cluster.ts'],
          pool: 'forks',
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'served',
          include: ['tests/served/**/*.test.ts'],
          globalSetup: ['tests/support/cluster.ts', 'tests/support/served/build.ts'],
          pool: 'forks',
          // The server they ask is the other half of two cores.
          maxWorkers: 1,
          sequence: { groupOrder: 3 },
          testTimeout: 600_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
