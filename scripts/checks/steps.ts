import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { needWholeLanguages } from '@/lib/i18n/complete';
import { haveClient } from '../launcher/prisma-client';
import { runProgram } from './program';
import { haveRouteTypes } from './route-types';
import { readPlaywrightReport, readVitestReport, type Tally } from './tally';
import { withTestServer } from './test-server';

/** Part of a run: takes names of test files where it has such, gives its tally. */
export type Step = { name: string; run(files: string[]): Promise<Tally> };

/** What the code must satisfy without any server. */
export const CHECKS: Step[] = [
  check('format', () => runProgram('biome', ['format', '--reporter=summary'])),
  check('lint', () => runProgram('biome', ['check', '--formatter-enabled=false'])),
  check('types', async () => {
    await haveClient();
    await haveRouteTypes();
    return runProgram('typescript', ['--noEmit']);
  }),
  check('unused code', () => runProgram('knip', ['--no-progress'])),
  check('languages', async () => {
    await needWholeLanguages();
    return 0;
  }),
  { name: 'pure', run: (files) => vitest('pure*', files) },
];

/** What needs a database, a running server or a browser. */
export const HEAVY: Step[] = [
  { name: 'database', run: (files) => vitest('db', files) },
  { name: 'served', run: (files) => vitest('served', files) },
  { name: 'browser', run: (files) => withTestServer((server) => playwright(server, files)) },
];

function check(name: string, run: () => Promise<number>): Step {
  return {
    name,
    run: async () => {
      const passed = (await run()) === 0;
      return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
    },
  };
}

function vitest(project: string, files: string[]): Promise<Tally> {
  return withReport(async (report) => {
    const args = ['run', '--project', project, '--reporter=default', '--reporter=json'];
    const code = await runProgram('vitest', [...args, `--outputFile.json=${report}`, ...files]);
    return soberly(code, readVitestReport(report));
  });
}

function playwright(environment: Record<string, string>, files: string[]): Promise<Tally> {
  return withReport(async (report) => {
    const args = ['test', '--reporter=list,json', ...files];
    const code = await runProgram('playwright', args, {
      ...environment,
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    });
    return soberly(code, readPlaywrightReport(report));
  });
}

/** A runner that ends badly without naming a failed test has failed all the same. */
function soberly(code: number, tally: Tally | undefined): Tally {
  if (!tally) return { passed: 0, failed: 1, skipped: 0 };
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

async function withReport<T>(run: (path: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-report-'));
  try {
    return await run(join(folder, 'report.json'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
