import { describe, expect, it } from 'vitest';
import { handOversOf, leadOf, supervisionOf } from '@/lib/appeals/case-file';
import { type Filed, fileAppeal } from '@/lib/appeals/file';
import { isFinal } from '@/lib/appeals/hand-overs';
import type { Verb } from '@/lib/appeals/lifecycle';
import { loadCaseFile } from '@/lib/appeals/load';
import { perform } from '@/lib/appeals/perform';
import { readInbox } from '@/lib/appeals/queries/inbox';
import { db } from '@/lib/db/client';
import { verifyChains } from '@/lib/integrity/verify-chains';
import { type Actor, mintResident } from '@/lib/people/actor';
import { installCounty } from '@/prisma/seed/install-county';
import { newId, person, ready, unitId } from '../support/county';

const zone = 'Asia/Shanghai';
const county = await installCounty(await ready(), new Date());
const colleagues = ['xujiayi', 'pengbo', 'dingning'];

/** Somebody of the whole county. */
function who(login: string) {
  const found = county.actors.get(login);
  if (!found) throw new Error(`nobody is called ${login}`);
  return found;
}

const first = person('chenjing');
const second = who('xujiayi');
const cadreOf: Record<string, string> = {
  liuwan: 'zhaolimin',
  chengguan: 'maqiang',
  housing: 'hewei',
};

type FiledCase = Extract<Filed, { ok: true }>;

async function filed(): Promise<FiledCase> {
  const input = { what: '挡土墙鼓出来了', place: `东墙外 ${newId()}`, phone: '13812345678' };
  const done = await fileAppeal({ input }, mintResident());
  if (!done.ok) throw new Error(done.code);
  return done;
}

const tried = ({ appealId }: FiledCase, verb: Verb, input: object, by: Actor) =>
  perform({ appealId, verb, input }, by);

async function take(it: FiledCase, verb: Verb, input: object, by: Actor) {
  const done = await tried(it, verb, input, by);
  if (!done.ok) throw new Error(`${verb}: ${done.code} ${JSON.stringify(done.problems)}`);
  return done.file;
}

const name = (it: FiledCase, unit: string, by: Actor, reason = '') =>
  take(it, 'dispatch', { unitId: unitId(unit), reason }, by);

const back = (it: FiledCase, unit: string, better: string) =>
  take(
    it,
    'sendBack',
    { betterUnitId: unitId(better), reason: '不归我们管' },
    person(cadreOf[unit] ?? ''),
  );

async function returned(): Promise<FiledCase> {
  const it = await filed();
  await name(it, 'liuwan', first);
  await back(it, 'liuwan', 'chengguan');
  return it;
}

const again = (unit: string, reason = '') => ({ unitId: unitId(unit), reason });

const rowOf = async (login: string, caseNumber: string) =>
  (await readInbox(person(login), 'unit', 'all', null, zone)).rows.find(
    (it) => it.caseNumber === caseNumber,
  );

describe('a return is decided by another dispatcher', () => {
  it('by two of them at once: one decides, the other is told', async () => {
    for (let nth = 0; nth < 10; nth++) {
      const it = await returned();
      const step = (await loadCaseFile(db(), it.appealId))?.file.appeal.step;
      const done = await Promise.all(
        [second, who('pengbo')].map((by) =>
          perform({ appealId: it.appealId, verb: 'dispatch', input: again('chengguan'), step }, by),
        ),
      );
      expect(done.map((one) => (one.ok ? 'ok' : one.code)).toSorted()).toEqual([
        'changedMeanwhile',
        'ok',
      ]);
    }
  });

  it('alone, with a written reason, where every other is away, gone or barred', async () => {
    const it = await returned();
    const [away, gone, barred] = colleagues.map((login) => who(login).personId);
    const days = { fromOn: '2020-01-01', untilOn: '2999-12-31', createdAt: new Date() };
    const absence = { id: newId(), personId: away ?? '', ...days };
    await db().absence.create({ data: absence });
    await db().person.update({ where: { id: gone ?? '' }, data: { disabledAt: new Date() } });
    expect(await tried(it, 'dispatch', again('chengguan', '看过了'), first)).toMatchObject({
      code: 'ownNaming',
    });
    const kept = { whom: 'person', personId: barred, reason: '居民是他的亲戚' };
    await take(it, 'recuse', kept, first);
    expect(await tried(it, 'dispatch', again('chengguan'), first)).toMatchObject({
      problems: [{ field: 'reason', code: 'required' }],
    });
    await name(it, 'chengguan', first, '看了图，归城关');
    await db().absence.update({ where: { id: absence.id }, data: { cancelledAt: new Date() } });
    await db().person.update({ where: { id: gone ?? '' }, data: { disabledAt: null } });
  });
});

describe('three hand-overs', () => {
  async function thrice(): Promise<FiledCase> {
    const it = await returned();
    await name(it, 'chengguan', second);
    await back(it, 'chengguan', 'housing');
    await name(it, 'housing', first);
    await back(it, 'housing', 'heating');
    return it;
  }

  it('make the next naming final: no return, no redispatch but by a supervisor', async () => {
    const it = await thrice();
    const named = await name(it, 'heating', second);
    expect([isFinal(named), handOversOf(named)]).toEqual([true, 3]);
    expect(await db().assignment.count({ where: { appealId: it.appealId, final: true } })).toBe(1);
    const better = { betterUnitId: unitId('liuwan'), reason: '不归我们' };
    const refused = await tried(it, 'sendBack', better, person('guotao'));
    expect(refused).toMatchObject({ code: 'namedFinally' });
    const elsewhere = { unitId: unitId('liuwan'), reason: '看错了' };
    expect(await tried(it, 'redispatch', elsewhere, first)).toMatchObject({ code: 'namedFinally' });
    expect(await rowOf('guotao', it.caseNumber)).toMatchObject({ handOvers: 3 });
    const moved = await take(it, 'redispatch', elsewhere, person('zhoumin'));
    expect(leadOf(moved)).toMatchObject({ unitId: unitId('liuwan'), final: true });
    expect(supervisionOf(moved)).toMatchObject({ cause: 'handOvers' });
    expect((await verifyChains()).faults).toEqual([]);
  });
});
