import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { root } from '@/scripts/launcher/root';

const folder = mkdtempSync(join(tmpdir(), 'huiyin-bundled-'));
afterAll(() => rmSync(folder, { recursive: true }));

mkdirSync(join(folder, 'scripts'));
writeFileSync(join(folder, 'scripts/one.ts'), `export const one: number = 1;\n`);

/** As `npm run generate` does it: in a process that learns TypeScript while it runs, with an esbuild of its own. */
const asked = (ask: string) => {
  const script = join(folder, 'ask.mts');
  writeFileSync(script, ask);
  return spawnSync(process.execPath, ['--import', 'tsx', script], {
    cwd: root,
    encoding: 'utf8',
    timeout: 20_000,
    killSignal: 'SIGKILL',
  });
};

test('a script that learns TypeScript while it runs can make another into one file', () => {
  const { stdout, signal } = asked(
    `import { bundled } from ${JSON.stringify(join(root, 'scripts/launcher/bundled.mjs'))};
     console.log(bundled(${JSON.stringify(folder)}, 'scripts/one.ts'));`,
  );
  expect(signal).toBeNull();
  expect(stdout.trim()).toBe(join(folder, '.next/cache/scripts/one.mjs'));
});

test('whoever asks has no thread and no process of the bundler beside it afterwards, and its settings as before', () => {
  const { stdout } = asked(
    `const before = process.env.ESBUILD_WORKER_THREADS;
     const { bundled } = await import(${JSON.stringify(join(root, 'scripts/launcher/bundled.mjs'))});
     const resources = process.getActiveResourcesInfo().toSorted().join();
     bundled(${JSON.stringify(folder)}, 'scripts/one.ts');
     console.log(process.getActiveResourcesInfo().toSorted().join() === resources, process.env.ESBUILD_WORKER_THREADS === before);`,
  );
  expect(stdout.trim()).toBe('true true');
});
