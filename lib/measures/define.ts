/** Whether an answer adds to the numerator. Every answer adds to the denominator; silence to neither. */
export type CountsAs = 'yes' | 'no';

interface Measure {
  /**
   * Of what it is a share. `voices`: each Voice invited at the resolving of a round, once a round.
   * `limits`: each clock of its kind, kept or fallen due. `promises`: each promise kept or fallen due, by what
   * became of it before. `leads`: each naming of a unit. `rounds`: each answered round.
   */
  population: 'voices' | 'limits' | 'promises' | 'leads' | 'rounds';
  /** Every answer there can be, and what it counts as. population.ts says how each is found. */
  answers: Readonly<Record<string, CountsAs>>;
}

const kept = { kept: 'yes', broken: 'no', owed: 'no' } as const;
const lasting = { lasts: 'yes', reopened: 'no', recurred: 'no', struckOff: 'no' } as const;
const satisfaction = { satisfied: 'yes', neutral: 'no', dissatisfied: 'no' } as const;

/**
 * Every measure there is, each defined once; its words are `measure.<key>` of the namespace supervision, and
 * docs/measures.md explains them.
 *
 * - response: contacted, or tried twice at different hours, before the limit ÷ contact limits kept or
 *   broken. A limit counts on the day it was kept or fell due, so a late call never mends a past month.
 *   One that became void
 *   before it was over counts nowhere; passing a case on afterwards mends nothing.
 * - solved: *yes* ÷ answered. *Partly* is not yes. Where the unit said it cannot be done, an answer
 *   counts as not solved whatever it says, for the resident was asked whether it was explained. A round
 *   that was concluded is due, answered or not, and not solved.
 * - satisfied, with the result and with the handling: *satisfied* ÷ answered. *Neutral* is not yes.
 *
 * - firstSolved: as solved, of first rounds alone.
 * - promise, accept, dispatch: kept ÷ kept or broken, counted as contact limits are. A promise is with whoever
 *   held it when it was kept or fell due.
 * - sentBack: sent back ÷ namings that could be sent back, when the unit made up its mind or its time was over.
 * - reopened: another round after the case was closed ÷ rounds whose rating ended.
 * - unrated: nobody judged ÷ rounds whose rating ended and of which somebody could be asked.
 * - handedOver: sent back or redispatched at least once ÷ rounds whose rating ended.
 * - extended, parked: with more time, or parked, at least once ÷ promises kept or fallen due.
 * - decide: requests and objections decided within the limit ÷ decided or fallen due.
 * - lasting30, lasting90, lasting180: neither reopened nor followed by a new case at the same place and about the
 *   same subject ÷ fixes of which that many days are over and whose place and subject are known. What somebody
 *   struck off is still no yes here; the page of these measures shows both.
 *
 * Voices are due in the period in which their round's rate clock ended; an answer given later counts for
 * that round. An interview fills no verdict and stands in its own column.
 */
export const measures = {
  response: {
    population: 'limits',
    answers: { met: 'yes', tried: 'yes', late: 'no', waiting: 'no' },
  },
  solved: {
    population: 'voices',
    answers: { yes: 'yes', partly: 'no', no: 'no', cannot: 'no', concluded: 'no' },
  },
  satisfiedResult: { population: 'voices', answers: satisfaction },
  satisfiedHandling: { population: 'voices', answers: satisfaction },
  firstSolved: {
    population: 'voices',
    answers: { yes: 'yes', partly: 'no', no: 'no', cannot: 'no', concluded: 'no' },
  },
  reopened: { population: 'rounds', answers: { reopened: 'yes', goneOn: 'no', rests: 'no' } },
  sentBack: { population: 'leads', answers: { sentBack: 'yes', stayed: 'no' } },
  unrated: { population: 'rounds', answers: { unrated: 'yes', rated: 'no' } },
  handedOver: { population: 'rounds', answers: { handedOver: 'yes', stayedPut: 'no' } },
  promise: { population: 'limits', answers: kept },
  extended: { population: 'promises', answers: { extended: 'yes', asPromised: 'no' } },
  parked: { population: 'promises', answers: { parked: 'yes', notParked: 'no' } },
  accept: { population: 'limits', answers: kept },
  dispatch: { population: 'limits', answers: kept },
  decide: { population: 'limits', answers: kept },
  lasting30: { population: 'rounds', answers: lasting },
  lasting90: { population: 'rounds', answers: lasting },
  lasting180: { population: 'rounds', answers: lasting },
} as const satisfies Record<string, Measure>;

export type MeasureKey = keyof typeof measures;

export const measureKeys = Object.keys(measures) as MeasureKey[];

/** What residents say and whether they were contacted: with the period before, by unit and by origin. */
export const headlineKeys = [
  'response',
  'solved',
  'satisfiedResult',
  'satisfiedHandling',
] as const satisfies MeasureKey[];
export type HeadlineKey = (typeof headlineKeys)[number];

export const isHeadlineKey = (name: string): name is HeadlineKey =>
  headlineKeys.some((key) => key === name);

/** All others, in one table. */
export const furtherKeys = [
  'firstSolved',
  'reopened',
  'unrated',
  'handedOver',
  'sentBack',
  'promise',
  'extended',
  'parked',
  'accept',
  'dispatch',
  'decide',
  'lasting30',
  'lasting90',
  'lasting180',
] as const satisfies Exclude<MeasureKey, HeadlineKey>[];
export type FurtherKey = (typeof furtherKeys)[number];

/** Measures of clocks that end when something is done. */
export const timedKeys = [
  'dispatch',
  'accept',
  'response',
  'promise',
  'decide',
] as const satisfies MeasureKey[];
export type TimedKey = (typeof timedKeys)[number];

export const isMeasureKey = (name: string): name is MeasureKey => Object.hasOwn(measures, name);

export function countsAs(measure: MeasureKey, answer: string): CountsAs {
  const answers: Readonly<Record<string, CountsAs>> = measures[measure].answers;
  const counts = answers[answer];
  if (!counts) throw new Error(`${measure} knows no answer ${answer}`);
  return counts;
}

/** The answers that count as given, for asking the database for the cases behind a number. */
export const answersThatCount = (measure: MeasureKey, as: CountsAs): string[] =>
  Object.entries(measures[measure].answers).flatMap(([answer, it]) => (it === as ? [answer] : []));

/** Rounds whose filers came by themselves make the headline; the others stand beside it. */
export const origins = ['own', 'forCaller', 'imported'] as const;
export type Origin = (typeof origins)[number];
