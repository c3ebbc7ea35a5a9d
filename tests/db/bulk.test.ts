import { expect, it } from 'vitest';
import { fileAppeal } from '@/lib/appeals/file';
import { perform } from '@/lib/appeals/perform';
import { db } from '@/lib/db/client';
import {
  type BulkCase,
  type BulkVerb,
  mostAtOnce,
  readBulkCases,
  readTicked,
  writeBulkCase,
} from '@/lib/desk/bulk';
import { foresee, movedBy } from '@/lib/desk/foresee';
import { performBulk } from '@/lib/desk/perform-bulk';
import { mintResident, type PersonActor } from '@/lib/people/actor';
import { newId, person, ready, unitId } from '../support/county';

await ready();

/** Fresh cases, dispatched to a unit where one is named. */
async function cases(count: number, unit?: string): Promise<string[]> {
  const numbers: string[] = [];
  for (let nth = 1; nth <= count; nth++) {
    const input = { what: `第 ${nth} 盏路灯不亮`, place: '柳湾中路' };
    const filed = await fileAppeal({ input }, mintResident());
    if (!filed.ok) throw new Error('not filed');
    numbers.push(filed.caseNumber);
    if (!unit) continue;
    const dispatch = {
      appealId: filed.appealId,
      verb: 'dispatch',
      input: { unitId: unitId(unit) },
    };
    await perform({ ...dispatch, verb: 'dispatch' }, person('chenjing'));
  }
  return numbers;
}

async function marked(
  actor: PersonActor,
  verb: BulkVerb,
  input: Record<string, string>,
  numbers: readonly string[],
): Promise<BulkCase[]> {
  const { cases: seen } = await foresee(actor, verb, input, numbers);
  return seen.map(({ caseNumber, step }) => ({ caseNumber, step, formKey: newId() }));
}

const standing = (numbers: string[]) =>
  db().appeal.findMany({
    where: { caseNumber: { in: numbers } },
    orderBy: { caseNumber: 'asc' },
    select: { id: true, caseNumber: true, status: true, lastSeq: true },
  });

it('what is foreseen is what happens, and looking writes nothing', async () => {
  const actor = person('zhaolimin');
  const numbers = await cases(3, 'liuwan');
  const before = await standing(numbers);
  const seen = await foresee(actor, 'accept', {}, numbers);
  expect(seen.cases.map((it) => it.caseNumber)).toEqual(numbers);
  expect(await standing(numbers)).toEqual(before);

  const done = await performBulk(actor, 'accept', {}, await marked(actor, 'accept', {}, numbers));
  expect(done).toEqual({ done: numbers, refused: [] });
  const turns = await db().turn.findMany({
    where: { appealId: { in: before.map((it) => it.id) }, verb: 'contact' },
  });
  for (const [nth, it] of seen.cases.entries()) {
    expect(it.outcome).toMatchObject({ ok: true, to: 'accepted', next: { verb: 'contact' } });
    const turn = turns.find((row) => row.appealId === before[nth]?.id);
    if (!it.outcome.ok || !turn?.dueAt || !it.outcome.next?.dueAt) throw new Error('no limit');
    const apart = Math.abs(turn.dueAt.getTime() - it.outcome.next.dueAt.getTime());
    expect(apart).toBeLessThan(60_000);
  }
});

it('the same confirmation sent twice, and at once, does nothing twice', async () => {
  const actor = person('zhaolimin');
  const numbers = await cases(3, 'liuwan');
  const marks = await marked(actor, 'accept', {}, numbers);
  const both = await Promise.all([
    performBulk(actor, 'accept', {}, marks),
    performBulk(actor, 'accept', {}, marks),
  ]);
  for (const it of both) expect(it.done).toEqual(numbers);
  const rows = await standing(numbers);
  expect(rows.every((it) => it.status === 'accepted' && it.lastSeq === 3)).toBe(true);
  // The control: other keys are other forms, and there is nothing left to accept.
  const again = marks.map((it) => ({ ...it, formKey: newId() }));
  expect((await performBulk(actor, 'accept', {}, again)).done).toEqual([]);
});

it('a case somebody else moved meanwhile is left and says who; the others are done', async () => {
  const actor = person('zhaolimin');
  const numbers = await cases(3, 'liuwan');
  const marks = await marked(actor, 'accept', {}, numbers);
  const [, second] = await standing(numbers);
  if (!second) throw new Error('no case');
  await perform({ appealId: second.id, verb: 'accept', input: {} }, person('wangxiulan'));
  const { done, refused } = await performBulk(actor, 'accept', {}, marks);
  expect(done).toEqual(numbers.filter((it) => it !== second.caseNumber));
  expect(refused).toMatchObject([
    { caseNumber: second.caseNumber, refusal: { code: 'changedMeanwhile', by: '王秀兰' } },
  ]);
  expect(await movedBy(second.id)).toBe('王秀兰');
});

it('gives nobody a step that is not theirs: not seen, not foreseen, not taken', async () => {
  const [mine = '', theirs = ''] = [await cases(1, 'liuwan'), await cases(1, 'chengguan')].flat();
  const actor = person('zhaolimin');
  const seen = await foresee(actor, 'accept', {}, [mine, theirs]);
  expect(seen.cases.map((it) => it.caseNumber)).toEqual([mine]);
  expect(seen.missing).toEqual([theirs]);
  const marks = [mine, theirs].map((it) => ({ caseNumber: it, step: 2, formKey: newId() }));
  const { refused } = await performBulk(actor, 'accept', {}, marks);
  expect(refused).toMatchObject([{ caseNumber: theirs, refusal: { code: 'notFound' } }]);

  const office = await foresee(person('chenjing'), 'accept', {}, [theirs]);
  expect(office.cases[0]?.outcome).toMatchObject({ ok: false, refusal: { code: 'notYours' } });
});

it('assigns to people of the own unit only', async () => {
  const leader = person('wangxiulan');
  const numbers = await cases(2, 'liuwan');
  await performBulk(leader, 'accept', {}, await marked(leader, 'accept', {}, numbers));
  const stranger = { personId: person('maqiang').personId };
  const not = await foresee(leader, 'assign', stranger, numbers);
  expect(not.cases.every((it) => !it.outcome.ok)).toBe(true);
  const input = { personId: person('zhaolimin').personId };
  const done = await performBulk(
    leader,
    'assign',
    input,
    await marked(leader, 'assign', input, numbers),
  );
  expect(done.done).toEqual(numbers);
  const named = await db().turn.findMany({
    where: { appeal: { caseNumber: { in: numbers } }, verb: 'contact' },
  });
  expect(named.map((it) => it.personId)).toEqual([input.personId, input.personId]);
});

it('dispatches to one unit and keeps each category', async () => {
  const actor = person('chenjing');
  const numbers = await cases(2);
  const category = await db().category.findFirstOrThrow({ where: { code: 'roads' } });
  await db().appeal.update({
    where: { caseNumber: numbers[0] ?? '' },
    data: { categoryId: category.id },
  });
  const input = { unitId: unitId('housing') };
  const marks = await marked(actor, 'dispatch', input, numbers);
  expect((await performBulk(actor, 'dispatch', input, marks)).done).toEqual(numbers);
  const rows = await db().appeal.findMany({
    where: { caseNumber: { in: numbers } },
    orderBy: { caseNumber: 'asc' },
  });
  expect(rows.map((it) => it.categoryId)).toEqual([category.id, null]);
  expect(rows.every((it) => it.status === 'dispatched')).toBe(true);
});

it('takes fifty at once, each once, and no mark that is not ours', () => {
  const number = (nth: number) => `2026112${String(nth).padStart(7, '0')}`;
  const many = Array.from({ length: 60 }, (_, nth) => number(nth));
  expect(readTicked([...many, number(1)])).toEqual({
    ticked: many.slice(0, mostAtOnce),
    left: 10,
  });
  expect(readTicked(undefined)).toEqual({ ticked: [], left: 0 });
  expect(readTicked(["' OR 1=1", '__proto__', {}])).toEqual({ ticked: [], left: 0 });

  const mark = (nth: number) =>
    writeBulkCase({ caseNumber: number(nth), step: 2, formKey: newId() });
  const marks = Array.from({ length: 51 }, (_, nth) => mark(nth));
  expect(readBulkCases(marks.slice(1))).toHaveLength(50);
  expect(readBulkCases(marks)).toBeNull();
  expect(readBulkCases([mark(1), mark(1)])).toHaveLength(1);
  for (const bad of [undefined, '', '1.2.3', `${number(1)}.2.x`, `${number(1)}.-1.${newId()}`]) {
    expect(readBulkCases(bad)).toBeNull();
  }
});
