// ASVS 5.0: 15.1.2
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

type Entry = { optionalDependencies?: Record<string, string>; resolved?: string };

const path = resolve(import.meta.dirname, '../package-lock.json');
const entries = Object.entries(
  (JSON.parse(readFileSync(path, 'utf8')) as { packages: Record<string, Entry> }).packages,
);
const present = new Set(entries.map(([folder]) => folder));

// A lock made against a registry that lags leaves platforms out, and npm ci then fails on all of them.
test('every optional package the lock names is in it', () => {
  const missing = entries.flatMap(([folder, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter(
        (name) => !foldersAbove(folder).some((at) => present.has(`${at}node_modules/${name}`)),
      )
      .map((name) => `${name}, wanted by ${folder || 'the project'}`),
  );
  expect(missing).toEqual([]);
});

test('the lock names no registry', () => {
  expect(entries.filter(([, { resolved }]) => resolved?.includes('://'))).toEqual([]);
});

/** Where Node looks for what a package wants: beside it, then ever further up. */
function foldersAbove(folder: string): string[] {
  const parts = folder.split('/node_modules/');
  const above = parts.map((_, index) =>
    parts.slice(0, parts.length - index).join('/node_modules/'),
  );
  return [...above.filter(Boolean).map((at) => `${at}/`), ''];
}
