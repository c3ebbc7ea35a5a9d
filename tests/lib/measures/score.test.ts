import { describe, expect, it } from 'vitest';
import { scoreOf, scoreParts, type Weights } from '@/lib/measures/score/score-of';
import type { Tally } from '@/lib/measures/tally';
import { wilson } from '@/lib/measures/wilson';

const tally = (yes: number, answered: number): Tally => ({
  due: answered,
  answered,
  yes,
  late: 0,
  heard: 0,
  heardYes: 0,
});

const tallies = {
  response: tally(90, 100),
  solved: tally(30, 40),
  satisfiedResult: tally(20, 40),
  satisfiedHandling: tally(2, 4),
};
const weights: Weights = { response: 30, solved: 35, satisfiedResult: 35, satisfiedHandling: 0 };
const scored = (some: Weights, of = tallies) => scoreOf(scoreParts(of, some));

describe('a score', () => {
  it('is the weighted mean of the rates, and of the ends of their intervals', () => {
    const score = scored(weights);
    // 0.30 × 0.9 + 0.35 × 0.75 + 0.35 × 0.5
    expect(score?.value).toBeCloseTo(0.7075, 12);
    const [a, b, c] = [wilson(90, 100), wilson(30, 40), wilson(20, 40)];
    expect(score?.low).toBeCloseTo(0.3 * a.low + 0.35 * b.low + 0.35 * c.low, 12);
    expect(score?.high).toBeCloseTo(0.3 * a.high + 0.35 * b.high + 0.35 * c.high, 12);
  });

  it('leaves out what weighs nothing, however few answered it', () => {
    expect(scoreParts(tallies, weights).map((it) => it.key)).toEqual([
      'response',
      'solved',
      'satisfiedResult',
    ]);
  });

  it('is none where one of the weighed rates has too few answers', () => {
    const other = { response: 30, solved: 35, satisfiedResult: 30, satisfiedHandling: 5 };
    expect(scored(other)).toBeNull();
    expect(scored(other, { ...tallies, satisfiedHandling: tally(2, 5) })).not.toBeNull();
  });

  it('of one rate alone is that rate', () => {
    const alone = { response: 0, solved: 100, satisfiedResult: 0, satisfiedHandling: 0 };
    expect(scored(alone)).toEqual({ value: 0.75, ...wilson(30, 40) });
  });
});
