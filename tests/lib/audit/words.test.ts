import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { subjects } from '@/lib/audit/record-change';
import { settingKeys } from '@/lib/rule-sets/preset';
import en from '@/messages/en/audit.json';
import zh from '@/messages/zh/audit.json';

const sources = readdirSync('lib', { recursive: true, encoding: 'utf8' })
  .filter((it) => it.endsWith('.ts') && !it.startsWith(join('db', 'generated')))
  .map((it) => readFileSync(join('lib', it), 'utf8'))
  .filter((text) => text.includes('audit/record-change'));

/** Every action written out in a file that writes to the log, conditional ones too. */
const recorded = new Set(
  sources.flatMap((text) =>
    [...text.matchAll(/\baction:([^,\n}]*)/g)].flatMap(([, value = '']) =>
      [...value.replace(/=== '\w+'/g, '').matchAll(/'(\w+)'/g)].map(([, name = '']) => name),
    ),
  ),
);

describe('words of the log of changes', () => {
  it('finds the places that write to it', () => {
    expect(recorded).toContain('added');
    expect(recorded).toContain('switched');
    expect(sources.length).toBeGreaterThan(5);
  });

  it.each([
    ['zh', zh],
    ['en', en],
  ])('%s has words for every subject, action and setting recorded', (_, words) => {
    expect(subjects.filter((it) => !(it in words.subjects))).toEqual([]);
    expect([...recorded].filter((it) => !(it in words.actions))).toEqual([]);
    expect(settingKeys.filter((it) => !(it in words.values))).toEqual([]);
    for (const sentence of Object.values(words.actions)) expect(sentence).toContain('{name}');
  });
});
