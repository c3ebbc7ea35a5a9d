import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { ruleFiles } from './scripts/checks/rules-covered.mjs';

const pure = ['tests/lib/**/*.test.ts', 'tests/*.test.ts'];

/** What puts something in the place of a module, of the time or of the environment, which the other files would find there. */
const notShared =
  /\bvi\.(mock|doMock|resetModules|useFakeTimers|stub\w+)\(|process\.env(\.\w+)? = |assign\((process\.env|settings\()/;

const alone = readdirSync(join(import.meta.dirname, 'tests/lib'), { recursive: true })
  .map((it) => join('tests/lib', String(it)))
  .filter(
    (it) =>
      it.endsWith('.test.ts') &&
      notShared.test(readFileSync(join(import.meta.dirname, it), 'utf8')),
  );

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
          include: pure,
          exclude: alone,
          // They share what they read of ours: a third of their time was spent on beginning anew for each file.
          isolate: false,
          sequence: { groupOrder: 1 },
          // How fast a machine is fails no test: what hangs is told all the same.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'pure-alone',
          include: alone,
          sequence: { groupOrder: 2 },
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
          sequence: { groupOrder: 3 },
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
          sequence: { groupOrder: 4 },
          testTimeout: 600_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
