import { expect, it } from 'vitest';
import { fileAppeal } from '@/lib/appeals/file';
import { perform } from '@/lib/appeals/perform';
import { type InboxRow, readInbox } from '@/lib/appeals/queries/inbox';
import { ageNames } from '@/lib/appeals/queries/inbox-ages';
import { type Desk, desksOf, listsOf, readList } from '@/lib/appeals/queries/inbox-lists';
import { readOverview } from '@/lib/appeals/queries/inbox-overview';
import { readPageKey } from '@/lib/appeals/queries/page-key';
import { type Query, readQuery, searchAppeals } from '@/lib/appeals/queries/search';
import { searchStatement } from '@/lib/appeals/queries/search-statement';
import { visibleTo } from '@/lib/appeals/queries/visible';
import { reachedInSql, visibleInSql } from '@/lib/appeals/queries/visible-in-sql';
import { bigrams } from '@/lib/appeals/search-words';
import { db } from '@/lib/db/client';
import { mintResident, type PersonActor, playing } from '@/lib/people/actor';
import { addDays, civilDateOf } from '@/lib/time/civil';
import { act } from '@/prisma/seed/scene';
import { scenes } from '@/prisma/seed/scenes';
import { newId, person, ready, unitId } from '../support/county';

const zone = 'Asia/Shanghai';
const cast = await ready();
for (const scene of scenes) await act(scene, cast, new Date());
for (let nth = 1; nth <= 60; nth++) {
  const at = new Date(Date.now() - nth * 60_000);
  const input = { what: `第 ${nth} 盏路灯不亮`, place: '柳湾中路' };
  const filed = await fileAppeal({ input }, playing(mintResident(), at));
  if (!filed.ok) throw new Error('not filed');
  const { appealId } = filed;
  const dispatcher = playing(person('chenjing'), at);
  await perform({ appealId, verb: 'dispatch', input: { unitId: unitId('liuwan') } }, dispatcher);
}

async function wholeInbox(actor: PersonActor, desk: Desk) {
  const rows: InboxRow[] = [];
  let after: string | null = null;
  do {
    const page = await readInbox(actor, desk, 'all', readPageKey(after ?? ''), zone);
    rows.push(...page.rows);
    after = page.older;
  } while (after);
  return rows;
}

it('pages of an inbox bring every turn of the unit once, most urgent first', async () => {
  const rows = await wholeInbox(person('zhaolimin'), 'unit');
  const turns = await db().turn.count({ where: { unitId: unitId('liuwan') } });
  expect(turns).toBeGreaterThan(60);
  expect(rows.map((it) => it.id)).toHaveLength(turns);
  expect(new Set(rows.map((it) => it.id)).size).toBe(turns);
  const dues = rows.map((it) => it.dueAt?.getTime() ?? Number.POSITIVE_INFINITY);
  expect(dues).toEqual(dues.toSorted((a, b) => a - b));
});

it('the number beside a list is the number of rows in it', async () => {
  const actor = person('zhaolimin');
  const { counts, atLeast } = await readInbox(actor, 'unit', 'all', null, zone);
  expect(atLeast).toBe(false);
  expect(Object.keys(counts)).toEqual(listsOf('unit'));
  for (const list of listsOf('unit')) {
    let rows = 0;
    let after: string | null = '';
    while (after !== null) {
      const page = await readInbox(actor, 'unit', list, readPageKey(after), zone);
      rows += page.rows.length;
      after = page.older;
    }
    expect(rows, list).toBe(counts[list]);
  }
});

it('nobody finds a turn of an appeal that is not theirs to see', async () => {
  for (const actor of cast.actors.values()) {
    for (const desk of desksOf(actor)) {
      const numbers = (await wholeInbox(actor, desk)).map((it) => it.caseNumber);
      const where = { AND: [visibleTo(actor), { caseNumber: { in: numbers } }] };
      expect(await db().appeal.count({ where })).toBe(new Set(numbers).size);
    }
  }
});

it.each([...cast.actors])(
  '%s sees the same by hand-written statements as by visibleTo',
  async (_, actor) => {
    const found = await db().appeal.findMany({ where: visibleTo(actor), select: { id: true } });
    for (const visible of [visibleInSql(actor), reachedInSql(actor)]) {
      const byHand = await db().$queryRaw<{ id: string }[]>`
        SELECT a.id FROM "Appeal" a WHERE ${visible} ORDER BY a.id`;
      expect(byHand.map((it) => it.id)).toEqual(found.map((it) => it.id).toSorted());
    }
  },
);

it('gives a unit turns only in what it has, was called to or owns the cause of', async () => {
  const stray = await db().turn.count({
    where: { unitId: { not: null }, NOT: { appeal: { OR: await ways() } } },
  });
  expect(stray).toBe(0);
  expect(await db().turn.count({ where: { unitId: { not: null } } })).toBeGreaterThan(60);
});

it('lets a turn know of its appeal what inboxes count by', async () => {
  const [seen] = await db().$queryRaw<[{ turns: number; again: number; strays: number }]>`
    SELECT count(*)::int AS turns, count(*) FILTER (WHERE a.round > 1)::int AS again,
      count(*) FILTER (WHERE (t.round, t.recused) <> (a.round, a.recused))::int AS strays
    FROM "Turn" t JOIN "Appeal" a ON a.id = t."appealId"`;
  expect(seen).toMatchObject({ strays: 0 });
  expect(seen.again).toBeGreaterThan(0);
});

async function ways() {
  const units = await db().unit.findMany({ select: { id: true } });
  return units.flatMap(({ id }) =>
    (['assignments', 'causes', 'calls'] as const).map((it) => ({
      turns: { some: { unitId: id } },
      [it]: { some: { unitId: id } },
    })),
  );
}

async function given(personId: string | null): Promise<string> {
  const input = { what: '有人请假的那一件', place: '柳湾中路' };
  const filed = await fileAppeal({ input }, mintResident());
  if (!filed.ok) throw new Error('not filed');
  const { appealId, caseNumber } = filed;
  const to = { appealId, verb: 'dispatch', input: { unitId: unitId('liuwan') } } as const;
  await perform(to, person('chenjing'));
  await db().turn.updateMany({ where: { appealId }, data: { personId } });
  return caseNumber;
}

const mineOf = async (login: string) => {
  const rows: InboxRow[] = [];
  let after: string | null = '';
  while (after !== null) {
    const page = await readInbox(person(login), 'unit', 'mine', readPageKey(after), zone);
    rows.push(...page.rows);
    after = page.older;
  }
  return rows;
};

it('who stands in sees the work of whoever is away, for these days only', async () => {
  const { personId } = person('wangxiulan');
  const caseNumber = await given(personId);
  const mine = async () => (await mineOf('zhaolimin')).find((it) => it.caseNumber === caseNumber);
  expect(await mine()).toBeUndefined();
  const deputyId = person('zhaolimin').personId;
  await db().person.update({ where: { id: personId }, data: { deputyId } });
  expect(await mine()).toBeUndefined();
  const today = civilDateOf(new Date(), zone);
  const absence = await db().absence.create({
    data: {
      id: newId(),
      personId,
      fromOn: today,
      untilOn: addDays(today, 3),
      createdAt: new Date(),
    },
  });
  expect(await mine()).toMatchObject({ person: '王秀兰', awayUntilOn: addDays(today, 3) });
  const { away } = await readOverview(person('wangxiulan'), new Date(), zone);
  expect(away).toEqual([{ name: '王秀兰', untilOn: addDays(today, 3), deputy: '赵立民' }]);
  await db().absence.update({ where: { id: absence.id }, data: { cancelledAt: new Date() } });
  expect(await mine()).toBeUndefined();
});

it('what was named to somebody who has left waits for everybody in the unit', async () => {
  const leaver = await db().person.create({
    data: {
      id: newId(),
      unitId: unitId('liuwan'),
      name: '钱离',
      login: 'qianli',
      roles: ['handler'],
    },
  });
  const caseNumber = await given(leaver.id);
  const mine = async () => (await mineOf('zhaolimin')).find((it) => it.caseNumber === caseNumber);
  expect(await mine()).toBeUndefined();
  await db().person.update({ where: { id: leaver.id }, data: { disabledAt: new Date() } });
  expect(await mine()).toMatchObject({ person: '钱离', gone: true });
});

it('the backlog counts by age what the search finds for it, for everybody who sees it', async () => {
  for (const login of ['wangxiulan', 'liufang', 'zhoumin']) {
    const actor = person(login);
    const { backlog } = await readOverview(actor, new Date(), zone);
    const open = { AND: [visibleTo(actor), { status: { not: 'closed' as const } }] };
    const sum = Object.values(backlog).reduce((a, b) => a + b, 0);
    expect(sum, login).toBe(await db().appeal.count({ where: open }));
    for (const age of ageNames) {
      const found = await titles(actor, { ...readQuery({ age }), words: '' });
      expect(found, `${login} ${age}`).toHaveLength(backlog[age]);
    }
  }
  const { backlog } = await readOverview(person('zhoumin'), new Date(), zone);
  expect(Object.values(backlog).filter((it) => it > 0).length).toBeGreaterThan(2);
});

it('a handler opens with what is theirs, a leader with the whole unit; unknown lists are neither', () => {
  expect(readList(undefined, 'unit', person('zhaolimin'))).toBe('mine');
  expect(readList('__proto__', 'unit', person('wangxiulan'))).toBe('all');
  expect(readList('accept', 'dispatch', person('chenjing'))).toBe('all');
});

const asked = (words: string, more: Partial<Query> = {}): Query => ({
  ...readQuery({ words }),
  ...more,
});

async function titles(actor: PersonActor, query: Query): Promise<string[]> {
  const found: string[] = [];
  let after = query.after;
  for (;;) {
    const page = await searchAppeals(actor, { ...query, after });
    if (!page.ok) throw new Error(page.code);
    found.push(...page.lines.map((it) => it.title));
    if (!page.older) return found;
    after = readPageKey(page.older);
  }
}

it('finds appeals by Chinese words of two characters, page by page, each once', async () => {
  const found = await titles(person('chenjing'), asked('路灯'));
  expect(found.filter((it) => it.includes('盏路灯'))).toHaveLength(60);
  expect(new Set(found).size).toBe(found.length);
});

it('what is found holds the words as a whole, not their pieces', async () => {
  const found = await titles(person('chenjing'), asked('盏路灯不亮'));
  expect(found).toHaveLength(60);
  expect(await titles(person('chenjing'), asked('路灯盏'))).toEqual([]);
  const input = { what: '不亮的是路灯。灯不是我的，一盏路。', place: '别处' };
  expect((await fileAppeal({ input }, mintResident())).ok).toBe(true);
  expect(await titles(person('chenjing'), asked('盏路灯不亮'))).toHaveLength(60);
});

it('finds the same whatever it follows: words, what is theirs, both, or all there is', async () => {
  const logins = ['chenjing', 'zhaolimin', 'wangxiulan', 'hewei', 'linxiao'];
  const many = 1_000;
  let some = 0;
  for (const actor of logins.map(person)) {
    for (const words of ['', '路灯', '柳湾', '暖气', '没有的词']) {
      const runs = words ? [words] : [];
      const beside = words ? { detail: { words: { hasEvery: bigrams(words) } } } : {};
      const right = await db().appeal.findMany({
        where: { AND: [visibleTo(actor), beside] },
        orderBy: [{ filedAt: 'desc' }, { id: 'desc' }],
        select: { id: true },
      });
      some += right.length > 0 ? 1 : 0;
      for (const reached of [0, many]) {
        for (const few of [0, many].map((it) => ({ reached, words: it }))) {
          const question = { actor, query: readQuery({}), number: null, runs, few };
          const found = await db().$queryRaw<{ id: string }[]>(
            searchStatement({ ...question, at: new Date(), after: null, pageOf: many }),
          );
          expect(
            found.map((it) => it.id),
            `${actor.name} ${words} ${JSON.stringify(few)}`,
          ).toEqual(right.map((it) => it.id));
        }
      }
    }
  }
  expect(some).toBeGreaterThan(10);
});

it('a number finds its appeal, written as it is spoken, for those who may see it', async () => {
  const one = await db().appeal.findFirstOrThrow({ where: { status: 'filed' } });
  const spoken = `${one.caseNumber.slice(0, 8)} ${one.caseNumber.slice(8)}`;
  expect(await titles(person('chenjing'), asked(spoken))).toHaveLength(1);
  expect(await titles(person('zhaolimin'), asked(spoken))).toEqual([]);
});

it('one character is too few to look for; a sign alone is none', async () => {
  for (const words of ['路', '。。', '😀😀', '路 灯']) {
    const found = await searchAppeals(person('chenjing'), asked(words));
    expect(found).toEqual({ ok: false, code: 'tooFewLetters' });
  }
});

const hostile: Parameters<typeof readQuery>[0][] = [
  { words: '\'; DROP TABLE "Appeal"; --' },
  { words: '%_%_\\' },
  { words: 'a\u0000b路灯' },
  { words: '\ud800路灯' },
  { words: '\u202e灯路' },
  { words: '路'.repeat(100_000) },
  { words: ['路灯', '暖气'] },
  { words: '99999999999999' },
  { status: 'gone', category: "' OR 1=1", unit: '{}', more: '[]', after: '1.x' },
  { after: '999999999999999.01a1fad2-607c-77ed-925e-c848eec92d54' },
  { after: 'none.01a1fad2-607c-77ed-925e-c848eec92d54', constructor: 'x' },
];

it.each(hostile)('survives %j', async (params) => {
  await expect(searchAppeals(person('chenjing'), readQuery(params))).resolves.toBeDefined();
  const after = readPageKey(typeof params.after === 'string' ? params.after : undefined);
  await expect(readInbox(person('zhaolimin'), 'unit', 'mine', after, zone)).resolves.toBeDefined();
});

it('filters by unit are for those who read the whole loop', async () => {
  const unit = { unitId: unitId('chengguan') };
  const all = await titles(person('maqiang'), asked(''));
  expect(await titles(person('zhaolimin'), asked('路灯', unit))).toHaveLength(
    (await titles(person('zhaolimin'), asked('路灯'))).length,
  );
  expect((await titles(person('chenjing'), asked('', unit))).length).toBeGreaterThanOrEqual(
    all.length,
  );
});
