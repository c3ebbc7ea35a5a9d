import { expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import {
  hrefOf,
  mostFilters,
  readFilters,
  removeFilter,
  saveFilter,
} from '@/lib/desk/saved-filters';
import { person, ready } from '../support/county';

await ready();

const named = (name: string, query = 'desk=unit&list=accept', place = 'inbox') => ({
  place,
  name,
  query,
});

it('a list is named, found again by its own person only, and removed by nobody else', async () => {
  const own = person('zhaolimin');
  const other = person('wangxiulan');
  expect(await saveFilter(own, named('先签收'))).toEqual({
    ok: true,
    href: '/desk?desk=unit&list=accept',
  });
  const [kept] = await readFilters(own, 'inbox');
  expect(kept).toMatchObject({ name: '先签收', href: '/desk?desk=unit&list=accept' });
  expect(await readFilters(own, 'search')).toEqual([]);
  expect(await readFilters(other, 'inbox')).toEqual([]);
  await removeFilter(other, kept?.id);
  expect(await readFilters(own, 'inbox')).toHaveLength(1);
  await removeFilter(own, kept?.id);
  expect(await readFilters(own, 'inbox')).toEqual([]);
});

it('a name stands once in a place, also when two tabs send it at the same moment', async () => {
  const own = person('maqiang');
  const both = await Promise.all([saveFilter(own, named('我的')), saveFilter(own, named('我的'))]);
  expect(both.filter((it) => it.ok)).toHaveLength(1);
  expect(both.find((it) => !it.ok)).toMatchObject({
    problems: [{ field: 'name', code: 'nameTaken' }],
  });
  expect((await saveFilter(own, named('我的', 'words=暖气', 'search'))).ok).toBe(true);
});

it('twenty are kept and no more, whatever the place', async () => {
  const own = person('hewei');
  for (let nth = 1; nth <= mostFilters; nth++) {
    const place = nth % 2 ? 'inbox' : 'search';
    const query = place === 'inbox' ? 'desk=unit' : 'more=overdue';
    expect((await saveFilter(own, named(`第 ${nth} 个`, query, place))).ok).toBe(true);
  }
  expect(await saveFilter(own, named('多出来的'))).toMatchObject({
    problems: [{ field: null, code: 'tooManyFilters' }],
  });
});

it.each([
  ['inbox', ''],
  ['inbox', 'desk=dispatch'],
  ['inbox', 'desk=__proto__'],
  ['search', ''],
  ['search', 'status=gone&category=x'],
  ['search', 'after=none.01a1fad2-607c-77ed-925e-c848eec92d54'],
])('%s: %j asks for nothing that is a handler’s, so it is not kept', async (place, query) => {
  const saved = await saveFilter(person('guotao'), named('空的', query, place));
  expect(saved).toMatchObject({ problems: [{ field: null, code: 'nothingToSave' }] });
});

it('what is stored is read like anything typed: unknown parts go, lost desks lead nowhere', async () => {
  const own = person('liufang');
  expect(hrefOf(own, 'search', 'words=%E8%B7%AF%E7%81%AF&status=gone&more=again&next=//evil')).toBe(
    '/desk/search?words=%E8%B7%AF%E7%81%AF&more=again',
  );
  expect(hrefOf(own, 'inbox', 'desk=unit&list=constructor&own=edit')).toBe(
    '/desk?desk=unit&list=all',
  );
  await db().savedFilter.create({
    data: {
      id: '01a1fad2-607c-77ed-925e-c848eec92d54',
      personId: own.personId,
      place: 'inbox',
      name: '从前派单时',
      query: 'desk=dispatch&list=all',
    },
  });
  expect(await readFilters(own, 'inbox')).toEqual([
    { id: '01a1fad2-607c-77ed-925e-c848eec92d54', name: '从前派单时', href: null },
  ]);
});

it.each([
  [named(''), 'name'],
  [named('长'.repeat(21)), 'name'],
  [{ ...named('好'), place: 'elsewhere' }, 'place'],
  [{ name: '好', place: 'inbox' }, 'query'],
])('refuses %j', async (entries, field) => {
  const saved = await saveFilter(person('guotao'), entries);
  expect(saved).toMatchObject({ ok: false, problems: [{ field }] });
});
