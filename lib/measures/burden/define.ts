import { lifecycle, type Verb, verbs } from '@/lib/appeals/lifecycle';

/**
 * What is counted of the burden on staff, each number defined once. A **form** is a step of a case taken by a
 * person of staff in the period: one form sent, one step, with whoever's unit sent it. A step on two cases at once
 * (a merge) is one form; one form sent for many cases is one of each.
 *
 * - forms: all of them, of every kind and origin.
 * - texts: fields of these forms that were filled with words. Choices, dates and ticks are no texts.
 * - cases: cases that at least one of these forms was about.
 * - again: forms that give account of work (`accounts`) and that the same unit had sent before in the same round of
 *   the same case; of requests, a request of the same kind.
 * - copied: texts of ten characters or more, spaces aside, that the same unit had written before in the same case.
 * - questions, asked: questions put to residents; of those the ones in a case where one had been put before.
 */
export const burdenKeys = [
  'forms',
  'texts',
  'cases',
  'again',
  'copied',
  'questions',
  'asked',
] as const;
export type BurdenKey = (typeof burdenKeys)[number];
export type BurdenCount = Record<BurdenKey, number>;

/** What is printed of the counts, each with both of its numbers: `part ÷ whole`. */
export const burdenMeasures = {
  formsPerCase: { part: 'forms', whole: 'cases', as: 'ratio' },
  textsPerCase: { part: 'texts', whole: 'cases', as: 'ratio' },
  again: { part: 'again', whole: 'forms', as: 'share' },
  copied: { part: 'copied', whole: 'texts', as: 'share' },
  askedAgain: { part: 'asked', whole: 'questions', as: 'share' },
} as const satisfies Record<string, { part: BurdenKey; whole: BurdenKey; as: 'ratio' | 'share' }>;
export type BurdenMeasure = keyof typeof burdenMeasures;
export const burdenMeasureKeys = Object.keys(burdenMeasures) as BurdenMeasure[];

/** Forms by which a unit gives account: once a round is asked for, more is asked again. */
export const accounts = [
  'sendBack',
  'accept',
  'contact',
  'askFor',
  'resolve',
  'reportIn',
  'arrive',
  'reportBack',
] as const satisfies readonly Verb[];

/** Forms that a unit sends because another one called it. */
export const calledForms = ['reportIn', 'arrive', 'reportBack'] as const satisfies readonly Verb[];

/** Steps that staff may take and the system takes too, wherever it can: out of the table of verbs. */
export const eitherVerbs: readonly Verb[] = verbs.filter((verb) => {
  const by: readonly string[] = lifecycle[verb].by;
  return by.includes('system') && by.some((party) => party.includes(':'));
});

/** Units whose staff are the grassroots: streets and townships, communities and villages. */
export const grassrootsKinds = ['community', 'street'] as const;

/** Fewest characters, spaces aside, of a text that can be copied: shorter ones are alike by chance. */
export const leastCopied = 10;

/** What was made in the period without anybody being asked to make it: reports, and pages for everybody. */
export const selfMadeKinds = ['day', 'week', 'month', 'openMonth', 'openQuarter'] as const;
export type SelfMade = Record<(typeof selfMadeKinds)[number], number>;
