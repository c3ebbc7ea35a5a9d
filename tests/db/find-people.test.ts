import { expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { type PeopleAsked, readPeople, readPeopleAsked } from '@/lib/people/read-people';
import { newId, ready, unitId } from '../support/county';

await ready();

const ask = (params: Record<string, string>): PeopleAsked => readPeopleAsked(params);
const namesOf = async (params: Record<string, string>) =>
  (await readPeople(ask(params))).people.map(({ name }) => name);

/** Somebody of the liuwan street, in one way unlike all others. */
const somebody = (name: string, more: object = {}) =>
  db().person.create({
    data: { id: newId(), login: newId(), name, unitId: unitId('liuwan'), roles: [], ...more },
  });

it('finds by any part of a name or a login, whatever the case', async () => {
  expect(await namesOf({ words: 'LIMIN' })).toEqual(['赵立民']);
  expect(await namesOf({ words: ' 立民 ' })).toEqual(['赵立民']);
  expect(await namesOf({ words: '没有这个人' })).toEqual([]);
});

it('finds by the very signs somebody writes: none stands for others, and none breaks it', async () => {
  await somebody('百分之百%');
  expect(await namesOf({ words: '%' })).toEqual(['百分之百%']);
  expect(await namesOf({ words: '_' })).toEqual([]);
  expect(await namesOf({ words: '\\' })).toEqual([]);
  expect(await namesOf({ words: '立\u0000民' })).toEqual(['赵立民']);
});

it('finds those of a unit, of a role, and those who left or never set a password', async () => {
  const unit = unitId('liuwan');
  await somebody('走了', { disabledAt: new Date(), passwordHash: 'x' });
  await somebody('还没来', { roles: ['interviewer'] });
  const ofUnit = await readPeople(ask({ unit }));
  expect(new Set(ofUnit.people.map((it) => it.unit.id))).toEqual(new Set([unit]));
  expect(ofUnit.people.map(({ name }) => name)).not.toContain('走了');
  expect(await namesOf({ unit, role: 'interviewer' })).toEqual(['还没来']);
  expect(await namesOf({ unit, state: 'left' })).toEqual(['走了']);
  expect(await namesOf({ unit, state: 'noPassword' })).toContain('还没来');
  expect(await namesOf({ unit, state: 'all' })).toEqual(expect.arrayContaining(['走了', '还没来']));
  const [waiting] = (await readPeople(ask({ words: '还没来' }))).people;
  expect(waiting).toMatchObject({ canSignIn: false });
  expect(waiting).not.toHaveProperty('passwordHash');
});

it('gives fifty at a time, each once, and says whether there are more', async () => {
  for (let nth = 0; nth < 55; nth += 1) await somebody(`一页${nth}`);
  const first = await readPeople(ask({ words: '一页' }));
  const second = await readPeople(ask({ words: '一页', page: '2' }));
  expect([first.total, first.people.length, first.more]).toEqual([55, 50, true]);
  expect([second.people.length, second.more]).toEqual([5, false]);
  expect(new Set([...first.people, ...second.people].map(({ id }) => id)).size).toBe(55);
});

it('asks nothing it does not understand', () => {
  const bare = { words: '', unitId: null, role: null, state: 'here', page: 1 };
  expect(ask({})).toEqual(bare);
  expect(ask({ unit: 'x', role: 'king', state: 'gone', page: '-1' })).toEqual(bare);
  for (const page of ['0', '1.5', 'x', '10000', '1e99']) expect(ask({ page }).page, page).toBe(1);
  expect(ask({ words: '长'.repeat(60) }).words).toHaveLength(40);
});
