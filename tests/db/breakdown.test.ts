import { beforeAll, describe, expect, test } from 'vitest';
import { fileAppeal } from '@/lib/appeals/file';
import type { Verb } from '@/lib/appeals/lifecycle';
import { perform } from '@/lib/appeals/perform';
import { mergeCategory, restoreCategory } from '@/lib/categories/changes';
import { db } from '@/lib/db/client';
import { type Breakdown, breakdown, type Dimension, dimensions } from '@/lib/measures/breakdown';
import { casesBehind, casesListed, type Which } from '@/lib/measures/cases';
import { type Cut, wholeCut } from '@/lib/measures/cut';
import { type MeasureKey, measureKeys, type Origin } from '@/lib/measures/define';
import type { ListKey } from '@/lib/measures/lists';
import { monthWith } from '@/lib/measures/period';
import { type Grid, placesAndTopics, type UnservedKey } from '@/lib/measures/place-topics';
import { furtherMeasures, overview } from '@/lib/measures/queries';
import { type Actor, mintResident, mintSystem, mintVoice, playing } from '@/lib/people/actor';
import { installUnits } from '@/prisma/seed/install-cast';
import { person, ready, unitId } from '../support/county';

/** October in two townships and a community, told apart. Wall time is that of Beijing. */

const cast = await ready();
const zone = 'Asia/Shanghai';
const october = monthWith('2026-10-01', zone);
const at = on('11-10 12:00');
const supervisor = person('zhoumin');

function on(written: string): Date {
  return new Date(`2026-${written.replace(' ', 'T')}:00+08:00`);
}

const topic = (code: string): string => {
  const id = cast.categories.get(code);
  if (!id) throw new Error(`no category ${code}`);
  return id;
};

interface Case {
  appealId: string;
  voiceId: string;
}

async function take({ appealId }: Case, verb: Verb, input: object, by: Actor, when: string) {
  const done = await perform({ appealId, verb, input }, playing(by, on(when)));
  if (!done.ok) throw new Error(`${verb} at ${when}: ${JSON.stringify(done)}`);
}

async function filed(category: string | null, by: Actor = mintResident(), more: object = {}) {
  const input = {
    what: '楼道的灯坏了',
    place: '安康里',
    phone: '13812345678',
    ...(category ? { categoryId: topic(category) } : {}),
    ...more,
  };
  const result = await fileAppeal({ input }, playing(by, on('10-12 09:00')));
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result;
}

type Said = 'yes' | 'no' | null;

/** Filed on Monday the 12th, answered on the 13th, judged on the 14th, or left to lapse on the 27th. */
async function answered(unit: string, handler: string, said: Said, it: Case, how: Act[] = []) {
  const given = { unitId: unitId(unit), urgency: 'ordinary' };
  await take(it, 'dispatch', given, person('chenjing'), '10-12 09:10');
  await take(it, 'accept', {}, person(handler), '10-12 09:20');
  await take(it, 'contact', { how: 'telephone', said: '约好' }, person(handler), '10-12 10:00');
  for (const act of how) await act(it);
  await take(it, 'resolve', { outcome: 'done', answer: '好了' }, person(handler), '10-13 10:00');
  if (said === null) return;
  const happy = { result: 'satisfied', handling: 'satisfied', pressed: 'no', more: 'enough' };
  const voice = mintVoice(it.voiceId, it.appealId);
  await take(it, 'judge', { round: '1', solved: said, ...happy }, voice, '10-14 09:00');
}

type Act = (it: Case) => Promise<void>;

const asked =
  (kind: string, more: object): Act =>
  async (it) => {
    const why = { kind, reason: '等材料', ...more };
    await take(it, 'askFor', why, person('zhaolimin'), '10-12 11:00');
  };

const granted: Act = async (it) => {
  const { id } = await db().request.findFirstOrThrow({ where: { appealId: it.appealId } });
  await take(it, 'grant', { requestId: id, reason: '可以' }, person('fangzheng'), '10-12 12:00');
};

const resumed: Act = (it) => take(it, 'resume', {}, person('zhaolimin'), '10-12 14:00');

let leaf: string;
let otherLeaf: string;
let root: string;
let otherRoot: string;

beforeAll(async () => {
  const tree = await db().category.findMany({ orderBy: { path: 'asc' } });
  const roots = tree.filter((it) => it.parentId === null);
  const [one, other] = roots.filter((top) => tree.some((it) => it.parentId === top.id));
  if (!one || !other) throw new Error('two roots with something below them');
  [root, otherRoot] = [one.code, other.code];
  leaf = tree.find((it) => it.parentId === one.id)?.code ?? '';
  otherLeaf = tree.find((it) => it.parentId === other.id)?.code ?? '';

  // Liuwan: two of a leaf (yes, no), one of the root itself (silent), one of the other root (yes, by telephone).
  await answered('liuwan', 'zhaolimin', 'yes', await filed(leaf), [
    asked('extend', { amount: '2' }),
    granted,
  ]);
  await answered('liuwan', 'zhaolimin', 'no', await filed(leaf));
  await answered('liuwan', 'zhaolimin', null, await filed(root), [
    asked('park', { untilOn: '2026-10-20' }),
    granted,
    resumed,
  ]);
  await answered('liuwan', 'zhaolimin', 'yes', await filed(otherLeaf));
  // Chengguan: without a category, for a caller, on the telephone; another one by the resident.
  const caller = person('sunyue');
  await answered(
    'chengguan',
    'maqiang',
    'yes',
    await filed(null, caller, { channel: 'telephone' }),
  );
  await answered('chengguan', 'maqiang', 'yes', await filed(otherLeaf));
  // At the desk: nobody's area.
  const desk = await filed(null);
  await take(desk, 'answer', { answer: '周一至周五' }, caller, '10-12 09:20');
  const voice = mintVoice(desk.voiceId, desk.appealId);
  const happy = { result: 'satisfied', handling: 'satisfied', pressed: 'no' };
  await take(desk, 'judge', { round: '1', solved: 'yes', ...happy }, voice, '10-13 09:00');
  const lapsed = await db().appeal.findMany({ where: { status: 'resolved' } });
  for (const { id } of lapsed) {
    const sweep = { appealId: id, verb: 'lapse' as const, input: {} };
    const done = await perform(sweep, playing(mintSystem(), on('10-28 09:00')));
    if (!done.ok) throw new Error(JSON.stringify(done));
  }
});

interface Asked {
  measure?: MeasureKey;
  by: Dimension;
  origin?: Origin;
  cut?: Partial<Cut>;
}

async function told({
  measure = 'solved',
  by,
  origin = 'own',
  cut = {},
}: Asked): Promise<Breakdown> {
  const ask = {
    period: october,
    unit: null,
    at,
    measure,
    by,
    origin,
    cut: { ...wholeCut, ...cut },
  };
  const found = await breakdown(supervisor, ask);
  if (!found.ok) throw new Error(found.code);
  return found;
}

const figures = ({ rows }: Breakdown) =>
  Object.fromEntries(
    rows.map(({ part, tally: { due, answered: given, yes } }) => [part, [due, given, yes]]),
  );

describe('told apart', () => {
  test('by category: first the roots, then what lies below one and what lies at it alone', async () => {
    expect(figures(await told({ by: 'topic' }))).toEqual({
      [root]: [3, 2, 1],
      [otherRoot]: [2, 2, 2],
      '-': [1, 1, 1],
    });
    expect(figures(await told({ by: 'topic', cut: { topic: root } }))).toEqual({
      [leaf]: [2, 2, 1],
      [`.${root}`]: [1, 0, 0],
    });
    const alone = await told({ by: 'topic', cut: { topic: `.${root}` } });
    expect(figures(alone)).toEqual({ [`.${root}`]: [1, 0, 0] });
    expect(alone.ways.topic.map((it) => it.code)).toEqual([root]);
  });

  test('by area, by channel and by origin', async () => {
    expect(figures(await told({ by: 'area' }))).toEqual({
      liuwan: [4, 3, 2],
      chengguan: [1, 1, 1],
      '-': [1, 1, 1],
    });
    expect(figures(await told({ by: 'channel' }))).toEqual({ web: [6, 5, 4] });
    const origins = await told({ by: 'origin' });
    expect(figures(origins)).toEqual({ own: [6, 5, 4], forCaller: [1, 1, 1] });
    expect(origins.whole).toBeNull();
    expect(figures(await told({ by: 'channel', origin: 'forCaller' }))).toEqual({
      telephone: [1, 1, 1],
    });
  });

  test('within a part of the whole', async () => {
    expect(figures(await told({ by: 'topic', cut: { area: 'chengguan' } }))).toEqual({
      [otherRoot]: [1, 1, 1],
    });
    expect(figures(await told({ by: 'area', cut: { topic: '-' } }))).toEqual({ '-': [1, 1, 1] });
    expect(figures(await told({ by: 'area', cut: { area: '-' } }))).toEqual({ '-': [1, 1, 1] });
  });

  test('the parts add up to what the first page says', async () => {
    const { all } = await firstPage();
    expect((await told({ by: 'topic' })).whole).toEqual(all.own.solved);
    expect((await told({ by: 'area' })).whole).toEqual(all.own.solved);
  });

  test('a code there is none of is not found', async () => {
    const ask = {
      period: october,
      unit: null,
      at,
      measure: 'solved',
      by: 'topic',
      origin: 'own',
    } as const;
    const nowhere = await breakdown(supervisor, { ...ask, cut: { ...wholeCut, topic: 'nowhere' } });
    expect(nowhere).toMatchObject({ ok: false, code: 'notFound' });
    const nobody = await breakdown(person('zhaolimin'), { ...ask, cut: wholeCut });
    expect(nobody).toMatchObject({ ok: false, code: 'notFound' });
  });
});

async function firstPage() {
  const page = await overview(supervisor, {
    period: october,
    unit: null,
    at,
    compareWith: october,
  });
  if (!page.ok) throw new Error(page.code);
  return page;
}

async function listed(ask: Asked & { which: Which }): Promise<number> {
  const { measure = 'solved', origin = 'own', which } = ask;
  const cut = { ...wholeCut, ...ask.cut };
  const asked = { period: october, unit: null, at, measure, origin, which, cut };
  const page = await casesBehind(supervisor, asked);
  if (!page.ok) throw new Error(page.code);
  expect(page.next).toBeNull();
  return page.rows.length;
}

test('every number of every row is the number of its cases', async () => {
  let compared = 0;
  for (const measure of measureKeys) {
    for (const by of dimensions) {
      for (const topicPart of [null, root]) {
        const cut = { topic: topicPart };
        for (const { part, tally } of (await told({ measure, by, cut })).rows) {
          const narrowed = by === 'origin' ? {} : { [by]: part };
          const ask: Asked = {
            measure,
            by,
            cut: { ...cut, ...narrowed },
            ...(by === 'origin' ? { origin: part as Origin } : {}),
          };
          expect(await listed({ ...ask, which: 'due' })).toBe(tally.due);
          expect(await listed({ ...ask, which: 'answered' })).toBe(tally.answered);
          expect(await listed({ ...ask, which: 'yes' })).toBe(tally.yes);
          compared++;
        }
      }
    }
  }
  expect(compared).toBeGreaterThan(100);
});

test('what became of promises, of rounds and of requests', async () => {
  const found = await furtherMeasures(supervisor, { period: october, unit: null, at });
  if (!found.ok) throw new Error(found.code);
  const { extended, parked, decide, unrated, handedOver } = found.tallies;
  // Six answers, and the second round of the unsolved one, which nobody has answered in time.
  expect([extended.due, extended.yes]).toEqual([7, 1]);
  expect([parked.due, parked.yes]).toEqual([7, 1]);
  expect([decide.due, decide.yes]).toEqual([2, 2]);
  expect([unrated.due, unrated.yes]).toEqual([6, 1]);
  expect([handedOver.due, handedOver.yes]).toEqual([6, 0]);
  // With the unit of whoever decided.
  const alone = { period: october, at, measure: 'decide', which: 'yes', origin: 'own' } as const;
  const rows = await casesBehind(supervisor, { ...alone, unit: null });
  const reviewer = person('fangzheng');
  expect(rows.ok && rows.rows.map((it) => it.unit?.id)).toEqual([reviewer.unitId, reviewer.unitId]);
});

describe('a category that is merged into another', () => {
  const admin = () => person('wukai');

  test('counts there with its past, and on its own again once restored', async () => {
    const ids = { from: topic(leaf), into: topic(otherLeaf) };
    expect(await mergeCategory(admin(), ids.from, ids.into)).toEqual([]);
    expect(figures(await told({ by: 'topic' }))).toEqual({
      [root]: [1, 0, 0],
      [otherRoot]: [4, 4, 3],
      '-': [1, 1, 1],
    });
    expect(figures(await told({ by: 'topic', cut: { topic: otherRoot } }))).toEqual({
      [otherLeaf]: [4, 4, 3],
    });
    expect(await listed({ by: 'topic', cut: { topic: otherLeaf }, which: 'due' })).toBe(4);
    const gone = await breakdown(supervisor, {
      ...{ period: october, unit: null, at, measure: 'solved', by: 'topic', origin: 'own' },
      cut: { ...wholeCut, topic: leaf },
    } as const);
    expect(gone.ok).toBe(false);

    expect(await restoreCategory(admin(), ids.from)).toEqual([]);
    expect(figures(await told({ by: 'topic' }))[root]).toEqual([3, 2, 1]);
  });
});

async function inGrid(list: UnservedKey, cut: Partial<Cut> = {}): Promise<Grid> {
  const ask = { period: october, unit: null, at, list, cut: { ...wholeCut, ...cut } };
  const found = await placesAndTopics(supervisor, ask);
  if (!found.ok) throw new Error(found.code);
  return found;
}

describe('open cases by place and subject', () => {
  test('the one that was judged unsolved is overdue, unhappy and stands still, in its square', async () => {
    for (const list of ['unserved', 'overdue', 'unhappy', 'unmoved'] as const) {
      const grid = await inGrid(list);
      expect(grid.areas.map((it) => it.part)).toEqual(['liuwan']);
      expect(grid.topics.map((it) => it.part)).toEqual([root]);
      expect(grid.cells).toEqual([[{ listed: 1, open: 1, above: 'no' }]]);
    }
    for (const list of ['thirdRound', 'pressedOpen'] as const) {
      expect((await inGrid(list)).whole).toEqual({ listed: 0, open: 1, above: 'no' });
    }
  });

  test('each number is the number of the cases it leads to, rows and columns too', async () => {
    const lengthOf = async (list: ListKey, cut: Partial<Cut>) => {
      const asked = { period: october, unit: null, at, list, cut: { ...wholeCut, ...cut } };
      const page = await casesListed(supervisor, asked);
      return page.ok ? page.rows.length : page.code;
    };
    for (const it of await Promise.all([1, 2, 3, 4, 5, 6].map(() => filed(leaf)))) {
      await take(
        it,
        'dispatch',
        { unitId: unitId('chengguan'), urgency: 'ordinary' },
        person('chenjing'),
        '10-12 09:10',
      );
    }
    const grid = await inGrid('unserved');
    expect(grid.whole).toMatchObject({ listed: 7, open: 7 });
    expect(grid.compared).toBe(1);
    for (const [row, area] of grid.areas.entries()) {
      const inRow = { area: area.part };
      expect(await lengthOf('unserved', inRow)).toBe(grid.byArea[row]?.listed);
      for (const [column, { part }] of grid.topics.entries()) {
        const cell = grid.cells[row]?.[column];
        expect(await lengthOf('unserved', { ...inRow, topic: part })).toBe(cell?.listed);
        expect(await lengthOf('open', { ...inRow, topic: part })).toBe(cell?.open);
        expect(await lengthOf('unserved', { topic: part })).toBe(grid.byTopic[column]?.listed);
      }
    }
    const below = await inGrid('unserved', { topic: root });
    expect(below.topics.map((it) => it.part)).toEqual([leaf]);
  });
});

test('a community has its row below its township', async () => {
  const nodes = await installUnits([
    { code: 'ankang', name: '安康社区', nameEn: 'Ankang', kind: 'community', parent: 'liuwan' },
  ]);
  const { id, path } = nodes.get('ankang') ?? { id: '', path: '' };
  const some = await db().assignment.findFirstOrThrow({
    where: { unitId: unitId('liuwan'), appeal: { category: { code: otherLeaf } } },
  });
  await db().assignment.update({ where: { id: some.id }, data: { unitId: id, unitPath: path } });
  expect(figures(await told({ by: 'area' })).liuwan).toEqual([4, 3, 2]);
  expect(figures(await told({ by: 'area', cut: { area: 'liuwan' } }))).toEqual({
    ankang: [1, 1, 1],
    '.liuwan': [3, 2, 1],
  });
});
