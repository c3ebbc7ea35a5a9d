import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { runProgram } from './checks/program';
import { ruleFiles } from './checks/rules-covered.mjs';
import { endOnSignals } from './launcher/ending';
import { haveClient } from './launcher/prisma-client';
import { runScript } from './launcher/refusal';
import { root } from './launcher/root';
import { say } from './launcher/say';

interface Measured {
  lines: { pct: number; total: number; covered: number };
  branches: { pct: number; total: number; covered: number };
}

/** As istanbul has them: of each branch its ways, with how often each was taken. */
interface Branched {
  branchMap: Record<
    string,
    { type: string; locations: { start: { line?: number } }[]; line: number }
  >;
  b: Record<string, number[]>;
}

/** How many of the least covered files are named. */
const named = 40;

/**
 * How much of `lib` the pure and the database tests run through: `npm run coverage`, or with names of test files for
 * those alone. Fails where a test does, or where a rule of cases has a branch no test takes (vitest.config.ts).
 */
await runScript(async () => {
  endOnSignals(1);
  await haveClient();
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-coverage-'));
  try {
    const args = ['run', '--project', 'pure*', '--project', 'db', '--coverage'];
    const code = await runProgram('vitest', [
      ...args,
      `--coverage.reportsDirectory=${folder}`,
      ...process.argv.slice(2),
    ]);
    const summary = join(folder, 'coverage-summary.json');
    if (existsSync(summary)) {
      tell(JSON.parse(readFileSync(summary, 'utf8')));
      tellMissing(JSON.parse(readFileSync(join(folder, 'coverage-final.json'), 'utf8')));
    }
    return code;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

function tell({ total, ...files }: Record<string, Measured>): void {
  if (!total) return;
  const least = Object.entries(files)
    .filter(([, { lines }]) => lines.covered < lines.total)
    .toSorted(([, a], [, b]) => b.lines.total - b.lines.covered - (a.lines.total - a.lines.covered))
    .slice(0, named);
  for (const [file, { lines }] of least) {
    say(`${relative(root, file)}: ${lines.total - lines.covered} of ${lines.total} lines`);
  }
  const { lines, branches } = total;
  say(
    `lines ${lines.pct} % (${lines.covered} of ${lines.total}), branches ${branches.pct} % (${branches.covered} of ${branches.total})`,
  );
}

/** Where a rule has a way nobody went. */
function tellMissing(files: Record<string, Branched>): void {
  for (const file of ruleFiles) {
    const found = files[join(root, file)];
    for (const [id, { type, locations, line }] of Object.entries(found?.branchMap ?? {})) {
      for (const [nth, { start }] of locations.entries()) {
        if (found?.b[id]?.[nth] === 0) say(`${file}:${start.line ?? line}: ${type} ${nth + 1}`);
      }
    }
  }
}
