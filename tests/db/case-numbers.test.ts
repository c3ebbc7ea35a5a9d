// ASVS 5.0: 2.3.3
import { expect, it } from 'vitest';
import { caseNumber } from '@/lib/appeals/case-number';
import { fileAppeal } from '@/lib/appeals/file';
import { db } from '@/lib/db/client';
import { mintResident } from '@/lib/people/actor';
import { newId, person, ready } from '../support/county';

await ready();

const words = { what: '门口的灯不亮', place: '书院街 1 号' };

async function nextWritten(): Promise<string> {
  const filed = await fileAppeal({ input: words }, mintResident());
  if (!filed.ok) throw new Error(filed.code);
  return filed.caseNumber;
}

const nextNumber = async (): Promise<number> => Number(await nextWritten());

it('a filing that is refused uses up no case number', async () => {
  const first = await nextNumber();
  const notTheirs = await fileAppeal({ input: words }, person('zhaolimin'));
  expect(notTheirs).toMatchObject({ ok: false, code: 'notYours' });
  const aboutNobody = { ...words, aboutUnitId: newId() };
  expect(await fileAppeal({ input: aboutNobody }, mintResident())).toMatchObject({
    problems: [{ field: 'aboutUnitId', code: 'unknownUnit' }],
  });
  expect(await nextNumber()).toBe(first + 1);
});

it('many filed at once have numbers that follow each other', async () => {
  const before = await nextNumber();
  const filed = await Promise.all(Array.from({ length: 20 }, nextNumber));
  expect(filed.sort((a, b) => a - b)).toEqual(filed.map((_, nth) => before + 1 + nth));
});

it('a number is kept with its case, also that of a day with more than four digits', async () => {
  await nextWritten();
  const { on } = await db().caseCounter.findFirstOrThrow({ orderBy: { on: 'desc' } });
  await db().caseCounter.update({ where: { on }, data: { last: 9_998 } });
  const [fourDigits, fiveDigits] = [await nextWritten(), await nextWritten()];
  expect([fourDigits, fiveDigits]).toEqual([caseNumber(on, 9_999), caseNumber(on, 10_000)]);
  const kept = await db().appeal.findMany({
    where: { caseNumber: { in: [fourDigits, fiveDigits] } },
    select: { caseNumber: true },
    orderBy: { filedAt: 'asc' },
  });
  expect(kept.map((it) => it.caseNumber)).toEqual([fourDigits, fiveDigits]);
});
