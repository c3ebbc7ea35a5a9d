import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { wordOrder } from '@/components/appeals/story-words';
import { audiences, reading } from '@/lib/appeals/audience';
import { clockKinds } from '@/lib/appeals/clocks';
import { closedAsWords, statuses, verbs } from '@/lib/appeals/lifecycle';
import { refusalCodes } from '@/lib/appeals/refusals';
import { transitions } from '@/lib/appeals/transitions';
import * as words from '@/lib/appeals/words';
import { roleNames } from '@/lib/people/roles';
import { limitUnits } from '@/lib/rules/limit-checks';

type Tree = { [key: string]: string | Tree };
const read = (locale: string, namespace: string): Tree =>
  JSON.parse(readFileSync(join('messages', locale, `${namespace}.json`), 'utf8'));

describe.each(['zh', 'en'])('words in %s', (locale) => {
  it.each(verbs)(
    '%s has name, hint, confirmation and a sentence for residents and staff',
    (verb) => {
      const entry = read(locale, 'verbs')[verb] as Tree;
      expect(Object.keys(entry ?? {})).toEqual(['name', 'hint', 'done']);
      const story = read(locale, 'story');
      expect((story.voice as Tree)[verb]).toBeTruthy();
      expect((story.staff as Tree)[verb]).toBeTruthy();
    },
  );

  it('names every status, way of closing, clock, role and choice', () => {
    const all = read(locale, 'words');
    const names = (key: string) => Object.keys(all[key] as Tree);
    expect(names('status')).toEqual([...statuses]);
    expect(names('residentStatus')).toEqual([...statuses]);
    expect(names('closedAs')).toEqual([...closedAsWords]);
    expect(names('clock').toSorted()).toEqual(clockKinds.toSorted());
    expect(names('role').toSorted()).toEqual(roleNames.toSorted());
    expect(names('urgency')).toEqual([...words.urgencies]);
    expect(names('kind')).toEqual([...words.appealKinds]);
    expect(names('outcome')).toEqual([...words.outcomes]);
    expect(names('solved')).toEqual([...words.solvedWords]);
    expect(names('satisfaction')).toEqual([...words.satisfactions]);
    expect(names('declineClass')).toEqual([...words.declineClasses]);
    expect(names('exclusionClass')).toEqual([...words.exclusionClasses]);
    expect(names('contactWay')).toEqual([...words.contactWays]);
    expect(names('missWay')).toEqual([...words.missWays]);
    expect(names('reportOutcome')).toEqual([...words.reportOutcomes]);
    expect(names('callRating')).toEqual([...words.callRatings]);
  });

  it('names every clock and unit of time wherever rules are set, shown or logged', () => {
    const named = (namespace: string, ...path: string[]) =>
      Object.keys(path.reduce((at, key) => at[key] as Tree, read(locale, namespace)));
    for (const path of ['kind', 'meaning']) {
      expect(named('adminLimits', path).toSorted()).toEqual(clockKinds.toSorted());
    }
    expect(named('setUp', 'rules', 'limit').toSorted()).toEqual(clockKinds.toSorted());
    expect(named('audit', 'values')).toEqual(
      expect.arrayContaining([...clockKinds, ...limitUnits]),
    );
    for (const [namespace, path] of [
      ['adminLimits', 'unit'],
      ['words', 'limitUnit'],
      ['words', 'unitOnly'],
    ] as const) {
      expect(named(namespace, path)).toEqual([...limitUnits]);
    }
  });

  it('names every kind of words a step has in the story', () => {
    const named = read(locale, 'story').field as Tree;
    expect(wordOrder.filter((it) => !(it in named))).toEqual([]);
  });

  it('says every refusal', () => {
    const said = read(locale, 'refusals');
    expect(refusalCodes.filter((code) => !said[code])).toEqual([]);
  });
});

describe('every verb', () => {
  it.each(verbs)('%s has a rule of its own and a reader for each of its words', (verb) => {
    expect(transitions[verb].input).toBeTruthy();
    const { seen, words: kept } = reading[verb];
    expect(seen.length).toBeGreaterThan(0);
    for (const readers of Object.values(kept)) {
      expect(readers.every((it) => seen.includes(it) && audiences.includes(it))).toBe(true);
    }
  });

  it.each(verbs)('%s is named in at least one test', (verb) => {
    const named = testTexts().some((text) => text.includes(`'${verb}'`));
    expect(named).toBe(true);
  });
});

function testTexts(): string[] {
  const files = [
    'rules',
    'erasure',
    'look-back',
    'rounds',
    'requests',
    'supervision',
    'recusals',
    'sequences',
    'decide',
    'holds',
    'causes',
    'calls',
    'voices',
    'power',
    'showing',
    'neighbours',
    'spot-check',
    'exclusions',
  ].map((name) => join('tests', 'lib', 'appeals', `${name}.test.ts`));
  return files.map((file) => readFileSync(file, 'utf8'));
}

/** Both languages hold the same keys: a word added to one is missing in the other. */
describe('languages', () => {
  it.each(['verbs', 'words', 'refusals', 'story'])('%s', (namespace) => {
    const keys = (tree: Tree, at = ''): string[] =>
      Object.entries(tree).flatMap(([key, value]) =>
        typeof value === 'string' ? [`${at}${key}`] : keys(value, `${at}${key}.`),
      );
    expect(keys(read('en', namespace))).toEqual(keys(read('zh', namespace)));
  });
});
