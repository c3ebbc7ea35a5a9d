import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { detectDue } from '@/lib/detectors/run';
import { write } from '@/scripts/simulate-fraud/rows';
import { type Noticed, noScore, score, sharesOf } from '@/scripts/simulate-fraud/score';
import { type SimulatedYear, simulate } from '@/scripts/simulate-fraud/year';
import { lookAtYear } from '@/scripts/try-detectors/try-out';
import { type OwnDatabase, ownDatabase } from '../support/database';

/** A sample of `npm run detect -- --simulate`: one county in which five units cheat, and one in which nobody does. */

const size = { units: 27, cases: 160, year: 2025, month: 11, dose: 0.3 };

let own: OwnDatabase;
let cheating: { made: SimulatedYear; noticed: Noticed[] };
let honest: { made: SimulatedYear; noticed: Noticed[] };

async function played(seed: number, cheats: number) {
  const made = simulate({ ...size, seed, cheating: cheats });
  await write(own.ownerUrl, made.rows);
  return { made, noticed: await lookAtYear() };
}

const told = ({ made, noticed }: typeof cheating, without = '') =>
  sharesOf(
    score(
      noScore(),
      made,
      noticed.filter((it) => it.detector !== without),
    ),
  );

beforeAll(async () => {
  own = await ownDatabase();
  const { installReferenceData } = await import('@/prisma/seed/reference');
  await installReferenceData();
  honest = await played(1003, 0);
  cheating = await played(3, 1);
}, 120_000);

it('of those that cheat nineteen in twenty are noticed, and of the others one in fifty at most', () => {
  expect(cheating.made.cases).toBeGreaterThan(3000);
  expect([...cheating.made.truth.values()].filter((it) => it !== null)).toHaveLength(5);
  expect(told(cheating).recall).toBeGreaterThanOrEqual(0.95);
  expect(told(cheating).honest).toBeLessThanOrEqual(0.02);
});

it('control: where nobody cheats one unit in fifty is noticed at most', () => {
  expect([...honest.made.truth.values()].every((it) => it === null)).toBe(true);
  expect(told(honest).honest).toBeLessThanOrEqual(0.02);
});

it.each(['afterContact', 'withdrawn'])('control: without %s somebody is overlooked', (detector) => {
  expect(told(cheating, detector).recall).toBeLessThanOrEqual(0.8);
});

it('control: the same noticed in the wrong place is worth nothing', () => {
  const [first = ''] = cheating.made.truth.keys();
  const elsewhere = cheating.noticed.map((it) => ({ ...it, unitId: first }));
  const shares = sharesOf(score(noScore(), cheating.made, elsewhere));
  expect(shares.recall).toBeLessThanOrEqual(0.2);
});

describe('what is found is kept', () => {
  it('once for the same facts, with its cases, however often it is looked for', async () => {
    const at = new Date('2026-03-03T02:00:00Z');
    const made = await detectDue(at);
    expect(made).toBeGreaterThan(0);
    expect(await detectDue(at)).toBe(0);
    const signals = await db().signal.findMany({ include: { cases: true } });
    expect(signals).toHaveLength(made);
    const { truth } = cheating.made;
    for (const it of signals) {
      expect(truth.get(it.unitId) ?? null).not.toBeNull();
      expect(it.state).toBe('open');
      expect(it.cases.length).toBeGreaterThan(0);
      // Numbers alone: no word of a case, and nothing that says who somebody is.
      expect(Object.keys(it.numbers as object).toSorted()).toEqual(['k', 'n', 'tail', 'usual']);
      expect(Object.values(it.numbers as object).every((one) => typeof one === 'number')).toBe(
        true,
      );
    }
    expect(await db().signalRun.count()).toBe(3);
  });

  it('not again while its days overlap with those of the one before', async () => {
    const before = await db().signal.findMany();
    await detectDue(new Date('2026-04-03T02:00:00Z'));
    const later = (await db().signal.findMany()).filter((it) => it.toOn === '2026-03-31');
    for (const it of later) {
      expect(
        before.filter(
          (one) =>
            one.detector === it.detector && one.unitId === it.unitId && one.toOn >= it.fromOn,
        ),
      ).toEqual([]);
    }
  });
});
