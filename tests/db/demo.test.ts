import { describe, expect, it } from 'vitest';
import type { CaseFile } from '@/lib/appeals/case-file';
import { statuses } from '@/lib/appeals/lifecycle';
import { loadCaseFile } from '@/lib/appeals/load';
import { viewCase } from '@/lib/appeals/queries/case-view';
import { readInbox } from '@/lib/appeals/queries/inbox';
import { loadRules } from '@/lib/appeals/rules';
import { alreadyOrdered, causeHolds } from '@/lib/appeals/supervision-causes';
import { db } from '@/lib/db/client';
import { databaseClock } from '@/lib/db/clock';
import { verifyChains } from '@/lib/integrity/verify-chains';
import { beginning } from '@/lib/jobs/sweep';
import { sweepAll } from '@/lib/jobs/sweep-all';
import { namedBy } from '@/lib/jobs/sweep-supervision';
import { type HeadlineKey, headlineKeys } from '@/lib/measures/define';
import { lastDays, periodBefore } from '@/lib/measures/period';
import { overview } from '@/lib/measures/queries';
import { mintPerson, type PersonActor } from '@/lib/people/actor';
import { clashOf } from '@/lib/people/roles';
import { recount } from '@/lib/recount/recount';
import { isSound } from '@/lib/recount/results';
import { wholePeriod } from '@/lib/recount/whole-period';
import { seedDemo } from '@/prisma/seed/demo';
import { ready } from '../support/county';

/** The demo as it lies in the database after the first start. */

const zone = 'Asia/Shanghai';
await ready();
await seedDemo();
const until = new Date();

async function signedIn(login: string): Promise<PersonActor> {
  const person = await db().person.findUniqueOrThrow({ where: { login }, include: { unit: true } });
  return mintPerson({ ...person, unitPath: person.unit.path });
}

describe('the county', () => {
  it('has its units, people and categories, and keeps apart what must be', async () => {
    expect(await db().unit.count()).toBeGreaterThanOrEqual(40);
    const people = await db().person.findMany();
    expect(people.length).toBeGreaterThanOrEqual(60);
    expect(people.map((it) => clashOf(it.roles)).filter(Boolean)).toEqual([]);
    expect(people.filter((it) => it.disabledAt)).toHaveLength(1);
    const depths = (await db().category.findMany()).map((it) => it.path.split('/').length - 1);
    expect([...new Set(depths)].sort()).toEqual([1, 2, 3]);
    expect(depths.length).toBeGreaterThanOrEqual(60);
    const levels = await db().supervisionOfficer.findMany({ distinct: ['level'] });
    expect(levels.map((it) => it.level).sort()).toEqual([1, 2, 3]);
    expect(await db().absence.count()).toBeGreaterThan(2);
  });

  it('is left alone once something has been filed', async () => {
    const before = await db().appeal.count();
    await seedDemo();
    expect(await db().appeal.count()).toBe(before);
  });
});

describe('its complaints about those who handle complaints', () => {
  const find = (what: string) =>
    db().appeal.findFirstOrThrow({ where: { detail: { what: { contains: what } } } });

  it('are kept from a street, and the supervision office handled it to the end', async () => {
    const { caseNumber, status } = await find('当着大家的面把材料扔回来');
    expect(status).toBe('closed');
    for (const login of ['wangxiulan', 'zhaolimin']) {
      expect(await viewCase(await signedIn(login), caseNumber)).toBeNull();
    }
    expect(await viewCase(await signedIn('chenjing'), caseNumber)).not.toBeNull();
  });

  it('are kept from the hotline, and lie with the two fallbacks', async () => {
    const { caseNumber, fallbackIds } = await find('没登记就挂了');
    expect(fallbackIds).toHaveLength(2);
    expect(await viewCase(await signedIn('chenjing'), caseNumber)).toBeNull();
  });
});

describe('its appeals', () => {
  it('are about four hundred, in every status, closed in every way but by merging', async () => {
    expect(await db().appeal.count()).toBeGreaterThan(370);
    const found = await db().appeal.groupBy({ by: ['status'], _count: true });
    expect(found.map((it) => it.status).sort()).toEqual([...statuses].sort());
    const closed = await db().appeal.findMany({
      where: { status: 'closed' },
      distinct: ['closedAs'],
      select: { closedAs: true },
    });
    expect(closed.map((it) => it.closedAs).sort()).toEqual(
      ['concluded', 'declined', 'heard', 'judged', 'lapsed', 'withdrawn'].sort(),
    );
    expect(await db().appeal.count({ where: { round: { gte: 3 } } })).toBeGreaterThan(2);
    const kinds = await db().request.findMany({ distinct: ['kind', 'outcome'] });
    const asked = kinds.map((it) => `${it.kind} ${it.outcome}`).sort();
    expect(asked).toEqual(
      expect.arrayContaining([
        'conclude granted',
        'extend granted',
        'extend null',
        'extend refused',
        'object granted',
        'object null',
        'object refused',
        'park granted',
      ]),
    );
    const watched = await db().supervision.findMany({ where: { releasedAt: null } });
    expect(new Set(watched.map((it) => it.level))).toEqual(new Set([1, 2, 3]));
    expect(watched.some((it) => it.leaderId)).toBe(true);
  });

  it('carry a log that adds up', async () => {
    const { appeals, faults } = await verifyChains();
    expect(appeals).toBe(await db().appeal.count());
    expect(faults).toEqual([]);
  });

  it('count up within each day in the order of filing', async () => {
    const list = await db().appeal.findMany({ orderBy: { caseNumber: 'asc' } });
    const filedAt = list.map((it) => it.filedAt.getTime());
    expect(filedAt).toEqual(filedAt.toSorted((a, b) => a - b));
  });

  it('are told in nobody else’s words: nothing empty, twice, unfinished or of the future', async () => {
    const details = await db().detail.findMany();
    const texts = await db().text.findMany();
    const whats = details.map((it) => it.what);
    expect(new Set(whats).size).toBe(whats.length);
    const words = [...details.flatMap((it) => [it.what, it.place, it.title]), ...bodies(texts)];
    expect(words.filter((it) => it.trim() === '')).toEqual([]);
    expect(words.filter((it) => /[{}<>]|undefined|null|NaN|TODO|XX/.test(it))).toEqual([]);
    expect(await db().event.count({ where: { at: { gt: until } } })).toBe(0);
    expect(await db().appeal.count({ where: { filedAt: { gt: until } } })).toBe(0);
  });

  it('are marked with the language they are written in', async () => {
    const voices = await db().voice.findMany({
      include: { appeal: { include: { detail: true } } },
    });
    const chinese = /[\u4e00-\u9fff]/;
    for (const { locale, appeal } of voices) {
      expect(chinese.test(appeal.detail?.what ?? ''), appeal.detail?.what).toBe(locale === 'zh');
    }
    expect(voices.filter((it) => it.locale === 'en').length).toBeGreaterThan(3);
  });
});

const bodies = (texts: readonly { body: string | null }[]) => texts.map((it) => it.body ?? '');

describe('today', () => {
  it('every street, department and utility with people has had something, most have work', async () => {
    const units = await db().unit.findMany({
      where: {
        kind: { in: ['street', 'department', 'utility'] },
        people: { some: { roles: { hasSome: ['handler'] } } },
      },
      include: { _count: { select: { assignments: true, turns: true } } },
    });
    expect(units.filter((it) => it._count.assignments === 0).map((it) => it.code)).toEqual([]);
    const busy = units.filter((it) => it._count.turns > 0);
    expect(busy.length).toBeGreaterThan(units.length * 0.8);
  });

  it.each([
    ['zhaolimin', 'unit'],
    ['hewei', 'unit'],
    ['jiangbo', 'unit'],
    ['chenjing', 'dispatch'],
    ['linxiao', 'interview'],
  ] as const)('the inbox of %s has work on one or two pages', async (login, desk) => {
    const inbox = await readInbox(await signedIn(login), desk, 'all', null, zone);
    expect(inbox.total).toBeGreaterThan(2);
    expect(inbox.total).toBeLessThan(50);
  });

  it('something is overdue, due today and coming in the county', async () => {
    const due = await db().clock.findMany({
      where: { kind: 'promise', stoppedAt: null, dueAt: { not: null } },
      select: { dueAt: true },
    });
    const hours = due.map((it) => ((it.dueAt?.getTime() ?? 0) - until.getTime()) / 3_600_000);
    expect(hours.filter((it) => it < 0).length).toBeGreaterThan(3);
    // Limits of days end on working days: over a long holiday the next one is some way off.
    expect(hours.filter((it) => it >= 0 && it < 48).length).toBeGreaterThan(0);
    expect(hours.filter((it) => it > 48).length).toBeGreaterThan(10);
  });

  it('no measure is at nought or at a hundred, and satisfied is not the same as solved', async () => {
    const period = lastDays(60, until, zone);
    const found = await overview(await signedIn('zhoumin'), {
      period,
      compareWith: periodBefore(period, zone),
      unit: null,
      at: until,
    });
    if (!found.ok) throw new Error(found.code);
    const share = (key: HeadlineKey) => found.all.own[key].yes / found.all.own[key].answered;
    for (const key of headlineKeys) {
      expect(found.all.own[key].answered, key).toBeGreaterThan(40);
      expect(share(key), key).toBeGreaterThan(0.4);
      expect(share(key), key).toBeLessThan(0.99);
    }
    expect(share('satisfiedHandling')).not.toBe(share('solved'));
    const shares = found.byUnit
      .filter((it) => it.tallies.solved.answered >= 5)
      .map((it) => it.tallies.solved.yes / it.tallies.solved.answered);
    expect(Math.max(...shares) - Math.min(...shares)).toBeGreaterThan(0.2);
  });
});

/** The same rules twice: as SQL that finds cases, and as what the verb asks of each of them. */
describe('supervision by rule', () => {
  const asked = [
    ['redCard', 0],
    ['overdue', 0],
    ['overdue', 2],
    ['overdue', 7],
    ['unsolvedRounds', 1],
    ['unsolvedRounds', 2],
    ['unsolvedRounds', 3],
    ['handOvers', 1],
    ['handOvers', 2],
    ['pressed', 1],
    ['silent', 1],
    ['silent', 5],
  ] as const;

  it('finds exactly the cases of which a rule is true, and some of nearly every kind', async () => {
    const rules = await loadRules();
    const files: CaseFile[] = [];
    for (const { id } of await db().appeal.findMany({ select: { id: true } })) {
      const loaded = await loadCaseFile(db(), id);
      if (loaded) files.push(loaded.file);
    }
    const at = await databaseClock(db());
    const empty: string[] = [];
    for (const [cause, threshold] of asked) {
      for (const level of [1, 2, 3]) {
        const rule = { cause, threshold, level };
        const expected = files
          .filter((file) => causeHolds(rule, file, at, rules) && !alreadyOrdered(rule, file))
          .map((file) => file.appeal.id);
        const found = await namedBy(rule, at, rules)(beginning);
        expect(
          [...new Set(found.map((it) => it.appealId))].sort(),
          `${cause} ${threshold}`,
        ).toEqual(expected.sort());
        if (level === 3 && expected.length === 0) empty.push(`${cause} ${threshold}`);
      }
    }
    // Rules of which the demo has no case would prove nothing.
    expect(empty.length, empty.join()).toBeLessThanOrEqual(2);
  });

  it('and a pressed resident is nobody’s business but the supervisors’', async () => {
    await sweepAll();
    const pressed = await db().supervision.findFirstOrThrow({
      where: { cause: 'pressed' },
      include: { appeal: { include: { assignments: { include: { unit: true } } } } },
    });
    const { caseNumber, assignments } = pressed.appeal;
    const unitId = assignments[0]?.unitId ?? '';
    const colleague = await db().person.findFirstOrThrow({
      where: { unitId, disabledAt: null, roles: { hasSome: ['handler', 'leader'] } },
    });
    const seenBy = async (login: string) => {
      const view = await viewCase(await signedIn(login), caseNumber);
      return view?.story.filter((it) => it.facts.cause === 'pressed').length;
    };
    expect(await seenBy('zhoumin')).toBe(1);
    expect(await seenBy(colleague.login)).toBe(0);
    expect(await seenBy('chenjing')).toBe(0);
    const order = await db().event.findFirstOrThrow({
      where: {
        appealId: pressed.appealId,
        verb: 'supervise',
        data: { path: ['cause'], equals: 'pressed' },
      },
    });
    const told = (unit: boolean) =>
      db().notice.count({
        where: {
          appealId: pressed.appealId,
          seq: order.seq,
          unitId: unit ? { not: null } : null,
        },
      });
    expect(await told(true)).toBe(0);
    expect(await told(false)).toBeGreaterThan(0);
  });
});

it('shows no figure that its log does not bear out', async () => {
  const found = await recount({ period: wholePeriod(null, null, zone), zone, at: new Date() });
  expect(found.differences).toEqual([]);
  expect(found.cases).toBe(await db().appeal.count());
  expect(found.counts.length).toBeGreaterThan(50);
  expect(isSound(found)).toBe(true);
});
