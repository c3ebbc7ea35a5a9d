import { beforeAll, expect, test } from 'vitest';
import { fileAppeal } from '@/lib/appeals/file';
import { performAll, performWhile } from '@/lib/appeals/perform';
import { db } from '@/lib/db/client';
import { mintResident } from '@/lib/people/actor';
import { newId, person, ready, unitId } from '../support/county';

/** Several steps of one case in one transaction: all of them, or none. */

beforeAll(ready);

async function filed(): Promise<string> {
  const done = await fileAppeal(
    { input: { what: '井盖松了', place: '东街 1 号' } },
    mintResident(),
  );
  if (!done.ok) throw new Error('not filed');
  return done.appealId;
}

const statusOf = async (id: string) =>
  (await db().appeal.findUniqueOrThrow({ where: { id } })).status;

const dispatched = (appealId: string) => ({
  ...{ appealId, verb: 'dispatch' as const, actor: person('chenjing') },
  input: { unitId: unitId('liuwan'), reason: '归他们' },
});
const accepted = (appealId: string) => ({
  ...{ appealId, verb: 'accept' as const, actor: person('zhaolimin'), input: {} },
});

test('are all taken', async () => {
  const id = await filed();
  expect(await performAll([dispatched(id), accepted(id)])).toMatchObject({ ok: true });
  expect(await statusOf(id)).toBe('accepted');
});

test('are undone together by the first that is refused', async () => {
  const id = await filed();
  const done = await performAll([dispatched(id), { ...accepted(id), verb: 'resolve' }]);
  expect(done).toMatchObject({ ok: false, code: 'wrongStatus' });
  expect(await statusOf(id)).toBe('filed');
  expect(await db().event.count({ where: { appealId: id } })).toBe(1);
});

test('none given, or a database that is gone, is no refusal', async () => {
  await expect(performAll([])).rejects.toThrow('no step given');
  const id = await filed();
  const broken = { ...dispatched(id), appealId: 'no id' };
  await expect(performAll([broken])).rejects.toThrow();
});

test('while one is named they are taken, from wherever the case stands', async () => {
  const id = await filed();
  const { appealId: _, ...first } = dispatched(id);
  const once = await performWhile(id, ({ appeal }) => (appeal.status === 'filed' ? first : null));
  expect(once).toMatchObject({ ok: true, again: false });
  expect(await statusOf(id)).toBe('dispatched');
  expect(await performWhile(id, () => null)).toMatchObject({ ok: true, again: true });
  expect(await performWhile(id, () => first)).toMatchObject({ ok: false, code: 'wrongStatus' });
  const stranger = { ...first, actor: mintResident() };
  expect(await performWhile(id, () => stranger)).toMatchObject({ ok: false, code: 'notFound' });
  expect(await performWhile(newId(), () => first)).toMatchObject({ ok: false, code: 'notFound' });
});
