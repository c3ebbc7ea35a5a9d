import { expect, it } from 'vitest';
import { fileAppeal } from '@/lib/appeals/file';
import { mintResident } from '@/lib/people/actor';
import { newId, person, ready } from '../support/county';

await ready();

const words = { what: '门口的灯不亮', place: '书院街 1 号' };

async function nextNumber(): Promise<number> {
  const filed = await fileAppeal({ input: words }, mintResident());
  if (!filed.ok) throw new Error(filed.code);
  return Number(filed.caseNumber);
}

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
