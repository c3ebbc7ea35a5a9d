import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { messagesOf } from '@/lib/i18n/messages';
import { furtherKeys, headlineKeys, measureKeys } from '@/lib/measures/define';

const doc = readFileSync('docs/measures.md', 'utf8');
const documented = [...doc.matchAll(/^\| `(\w+)` \| ([^|]+) \|/gm)].map(([, key, name]) => [
  key,
  name,
]);

test('every measure stands in docs/measures.md under the name the page has, and no other does', async () => {
  const { supervision } = (await messagesOf('zh')) as {
    supervision: { measure: Record<string, { name: string }> };
  };
  expect(documented).toEqual(measureKeys.map((key) => [key, supervision.measure[key]?.name]));
});

test('every measure is shown in one place', () => {
  expect([...headlineKeys, ...furtherKeys].toSorted()).toEqual(measureKeys.toSorted());
});
