import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { readSignal, readSignals, recordFinding } from '@/lib/detectors/signals';
import { mintPerson } from '@/lib/people/actor';
import { newId, person, ready, unitId } from '../support/county';

let id: string;

beforeAll(async () => {
  await ready();
  id = newId();
  await db().signal.create({
    data: {
      ...{ id, detector: 'noContact', unitId: unitId('liuwan'), state: 'open' },
      ...{ fromOn: '2026-08-01', toOn: '2026-10-31', firstAt: new Date() },
      numbers: { n: 40, k: 14, usual: 0.09, tail: 2.4e-6 },
    },
  });
});

/** A supervisor who sits in the unit it is about. */
const supervisorThere = async () => {
  const unit = await db().unit.findUniqueOrThrow({ where: { code: 'liuwan' } });
  const facts = { id: newId(), name: '督办员', unitId: unit.id, roles: ['supervisor'] };
  return mintPerson({ ...facts, unitPath: unit.path });
};

const given = { state: 'explained', finding: '逐件听了录音，办完以后都打过电话。' };

describe('a signal', () => {
  it('is told to supervisors and inspectors, and to nobody of the unit it is about', async () => {
    for (const login of ['zhoumin', 'shenhuaiyuan']) {
      expect((await readSignals(person(login))).map((it) => it.id)).toEqual([id]);
      expect((await readSignal(person(login), id))?.signal.numbers.k).toBe(14);
    }
    for (const actor of [person('zhaolimin'), person('wangxiulan'), await supervisorThere()]) {
      expect(await readSignals(actor)).toEqual([]);
      expect(await readSignal(actor, id)).toBeNull();
      expect(await recordFinding(actor, id, given)).toMatchObject({ code: 'notFound' });
    }
    expect(await readSignal(person('zhoumin'), 'no key at all')).toBeNull();
  });

  it('is looked into by one person, once, in words of their own', async () => {
    const nothing = await recordFinding(person('zhoumin'), id, { state: 'explained', finding: '' });
    expect(nothing).toMatchObject({ code: 'badInput', problems: [{ field: 'finding' }] });
    const both = await Promise.all([
      recordFinding(person('zhoumin'), id, given),
      recordFinding(person('shenhuaiyuan'), id, { ...given, state: 'confirmed' }),
    ]);
    expect(both.map((it) => it.ok).toSorted()).toEqual([false, true]);
    expect(both.find((it) => !it.ok)).toMatchObject({ code: 'lookedInto' });
    const [told] = await readSignals(person('shenhuaiyuan'));
    expect(told?.state).not.toBe('open');
    expect(told?.finding?.words).toBe(given.finding);
  });
});
