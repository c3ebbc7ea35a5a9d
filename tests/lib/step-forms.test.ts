import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { deskVerbs, labelKeyOf, stepFields } from '@/components/steps/fields';
import { lifecycle, type Verb, verbs } from '@/lib/appeals/lifecycle';
import { transitions } from '@/lib/appeals/transitions';

const notOfTheDesk: readonly Verb[] = [
  'askErasure',
  'askNeighbours',
  'card',
  'consent',
  'entrust',
  'erase',
  'file',
  'judge',
  'lapse',
  'leave',
  'lookBack',
  'object',
  'objectExclusion',
  'pick',
  'repromise',
  'stamp',
  'withdraw',
  'witness',
];

/** What only the system says with a step. */
const systems: Partial<Record<Verb, readonly string[]>> = {
  assign: ['because', 'forPersonId'],
  join: ['locale'],
  supervise: ['cause'],
};

type Words = { [key: string]: string | Words };
const wordsOf = (locale: string): Words =>
  JSON.parse(readFileSync(`messages/${locale}/steps.json`, 'utf8'));

const asksOf = (verb: Verb): string[] => {
  const { input } = transitions[verb];
  if (!(input instanceof z.ZodObject)) throw new Error(`${verb} asks no object`);
  return Object.keys(input.shape).filter((it) => !systems[verb]?.includes(it));
};

describe('forms of the desk', () => {
  it('are there for every verb that a person may use', () => {
    const byPeople = verbs.filter((verb) =>
      lifecycle[verb].by.some((party) => /^(office|lead|over|everLead|neutral):/.test(party)),
    );
    expect(byPeople.filter((verb) => !deskVerbs.includes(verb))).toEqual(['file']);
    expect(verbs.filter((verb) => stepFields[verb] === null).toSorted()).toEqual(notOfTheDesk);
  });

  it.each(deskVerbs)('%s has a field for everything the step asks', (verb) => {
    expect(stepFields[verb]?.names.toSorted()).toEqual(asksOf(verb).toSorted());
  });

  it.each(['zh', 'en'])('have words in %s for every field, button and consequence', (locale) => {
    const words = wordsOf(locale);
    for (const verb of deskVerbs) {
      const own = words[verb];
      if (typeof own !== 'object') throw new Error(`${verb} has no words in ${locale}`);
      const fields = stepFields[verb]?.names.map((name) => labelKeyOf(name).key) ?? [];
      for (const key of ['submit', 'next', ...fields]) {
        expect(own[key], `${locale} ${verb}.${key}`).toBeTypeOf('string');
      }
    }
    expect(Object.keys(words).toSorted()).toEqual(deskVerbs.toSorted());
  });
});
