import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '@/scripts/launcher/root';
import { requirementsWith, tableOf, tagsOfTests, withTable } from '@/scripts/security/asvs';

const { all, unknown } = requirementsWith(tagsOfTests());

it('every tag of a test names a requirement', () => {
  expect(unknown).toEqual([]);
});

it('every requirement is held by a test, or says why by none, and stands once', () => {
  expect(all.filter(({ tests, why }) => tests.length === 0 && !why).map(({ id }) => id)).toEqual(
    [],
  );
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
});

it('the table of docs/security.md is as the tests say; `npm run security -- --table` writes it', () => {
  const document = readFileSync(join(root, 'docs/security.md'), 'utf8');
  expect(withTable(document, tableOf(all)) === document).toBe(true);
});

it('control: a tag more, a tag less and one of nothing are seen', () => {
  const tags = tagsOfTests();
  const table = tableOf(all);
  const [, files = []] = [...tags][0] ?? [];
  expect(tableOf(requirementsWith(new Map([...tags, ['1.1.1', files]])).all)).not.toBe(table);
  expect(tableOf(requirementsWith(new Map([...tags].slice(1))).all)).not.toBe(table);
  expect(requirementsWith(new Map([...tags, ['99.9.9', files]])).unknown).toEqual(['99.9.9']);
});
