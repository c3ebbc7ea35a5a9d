import { expect, it } from 'vitest';
import { fileAppeal } from '@/lib/appeals/file';
import { viewCase } from '@/lib/appeals/queries/case-view';
import { db } from '@/lib/db/client';
import { mintResident } from '@/lib/people/actor';
import { person, ready } from '../support/county';

await ready();

const told = { what: '台阶没有扶手，老人上不去。', place: '松鹤苑' };
const helped = { ...told, helper: 'neighbour', helperName: '对门老钱', helperAgreed: 'yes' };

it('without their consent nobody files for somebody else', async () => {
  const { helperAgreed: _, ...input } = helped;
  expect(await fileAppeal({ input }, mintResident())).toMatchObject({
    problems: [{ field: 'helperAgreed', code: 'confirmFirst' }],
  });
  expect(await fileAppeal({ input: helped }, mintResident())).toMatchObject({ ok: true });
});

it('who helped is for whoever takes it in', async () => {
  const filed = await fileAppeal({ input: helped }, mintResident());
  if (!filed.ok) throw new Error(filed.code);
  const view = await viewCase(person('chenjing'), filed.caseNumber);
  expect(view?.story[0]).toMatchObject({
    facts: { helper: 'neighbour' },
    words: { helper: '对门老钱' },
  });
  const { data } = await db().event.findFirstOrThrow({ where: { appealId: filed.appealId } });
  expect(JSON.stringify(data)).not.toContain('老钱');
});

it.each([
  ['neighbour', 'own'],
  ['gridWorker', 'forCaller'],
])('filed by a %s it counts as %s', async (helper, origin) => {
  const filed = await fileAppeal({ input: { ...helped, helper } }, mintResident());
  if (!filed.ok) throw new Error(filed.code);
  const round = await db().round.findFirstOrThrow({ where: { appealId: filed.appealId } });
  expect(round.origin).toBe(origin);
});
