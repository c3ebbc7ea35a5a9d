import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { stackAsWritten } from '@/lib/as-written.mjs';
import { plainError } from '@/lib/plain-error.mjs';
import { bundled } from '@/scripts/launcher/bundled.mjs';

const folder = mkdtempSync(join(tmpdir(), 'huiyin-as-written-'));
afterAll(() => rmSync(folder, { recursive: true }));

const source = `
export type Words = string;
export const comma = (words: Words) => /^\\，+$/.test(words);
export const rare = (words: Words) => /^[𠀀·\\\\（]+$/u.test(words);

export function broken(): never {
  throw new Error('nothing works');
}
`;

mkdirSync(join(folder, 'scripts'));
writeFileSync(join(folder, 'scripts/broken.ts'), source);
const made = bundled(folder, 'scripts/broken.ts');
const { comma, rare, broken } = (await import(
  /* @vite-ignore */ pathToFileURL(made).href
)) as Record<string, (words: string) => boolean> & { broken(): never };

function thrown(): Error {
  try {
    return broken();
  } catch (error) {
    return error as Error;
  }
}

test('a stack tells the file and the line somebody wrote, where a map lies beside what runs', () => {
  const error = thrown();
  const [, first = ''] = (error.stack ?? '').split('\n');
  expect(first).toContain('broken.mjs');
  expect(first).not.toContain('broken.ts');
  const [words, frame] = stackAsWritten(error.stack ?? '').split('\n');
  expect(words).toBe('Error: nothing works');
  expect(frame).toMatch(/at .*broken \(scripts\/broken\.ts:7:9\)$/);
  expect(plainError(error).stack).toContain('scripts/broken.ts:7:9');
});

test('without a map, or with one that cannot be read, a stack stays as it is', () => {
  rmSync(`${made}.map`);
  const without = thrown().stack?.replaceAll(':', ':0') ?? '';
  expect(stackAsWritten(without)).toBe(without);
  writeFileSync(`${made}.map`, 'nothing');
  const unreadable = (thrown().stack ?? '').replaceAll('broken (', 'another (');
  expect(stackAsWritten(unreadable)).toBe(unreadable);
});

test('what is made holds one byte a letter and says the same', () => {
  expect(readFileSync(made, 'utf8')).toMatch(/^\p{ASCII}+$/u);
  expect([comma?.('，，'), comma?.(',')]).toEqual([true, false]);
  expect([rare?.('𠀀·\\（'), rare?.('a')]).toEqual([true, false]);
});
