import { describe, expect, it } from 'vitest';
import { fileAppeal } from '@/lib/appeals/file';
import { loadCaseFile } from '@/lib/appeals/load';
import { perform } from '@/lib/appeals/perform';
import { confirmEntry, endEntry, saveEntry } from '@/lib/catalogue/change';
import type { EntryFacts } from '@/lib/catalogue/entry';
import { importCatalogue } from '@/lib/catalogue/import';
import { readCatalogue, readVersions } from '@/lib/catalogue/read';
import { catalogueTable } from '@/lib/catalogue/table';
import { readUpheld } from '@/lib/catalogue/upheld';
import { db } from '@/lib/db/client';
import { readProposal } from '@/lib/dispatch/read-proposal';
import { sweepDispatch } from '@/lib/jobs/sweep-dispatch';
import { mintPerson, mintResident, type PersonActor } from '@/lib/people/actor';
import { retireArea, saveArea } from '@/lib/places/change-areas';
import { importAreas } from '@/lib/places/import';
import { readAreas } from '@/lib/places/read-areas';
import { readOwners } from '@/lib/places/read-owners';
import { addUnit } from '@/lib/units/add-unit';
import { closeUnit } from '@/lib/units/close-unit';
import { mergeUnit } from '@/lib/units/merge-unit';
import { newId, person, ready, unitId } from '../support/county';

const { categories } = await ready();
const chief = person('wukai');

function category(code: string): string {
  const id = categories.get(code);
  if (!id) throw new Error(code);
  return id;
}

const facts = (code: string, more: Partial<EntryFacts> = {}): EntryFacts => ({
  categoryId: category(code),
  leadKind: 'department',
  leadUnitIds: [unitId('housing')],
  helpUnitIds: [],
  basis: '条例第一条',
  confusedWith: null,
  bySystem: false,
  ...more,
});

const codes = (problems: readonly { code: string }[]) => problems.map((it) => it.code);

async function filed(code: string | null, place = '别处', more: object = {}): Promise<string> {
  const input = {
    what: '电梯口的灯坏了',
    place,
    ...(code ? { categoryId: category(code) } : {}),
    ...more,
  };
  const done = await fileAppeal({ input }, mintResident());
  if (!done.ok) throw new Error(JSON.stringify(done));
  return done.appealId;
}

const send = (appealId: string, unit: string, reason = '') =>
  perform(
    { appealId, verb: 'dispatch', input: { unitId: unitId(unit), reason } },
    person('chenjing'),
  );

const statusOf = async (id: string) => {
  const { status, assignments } = await db().appeal.findUniqueOrThrow({
    where: { id },
    include: { assignments: { where: { untilAt: null } } },
  });
  return [status, ...assignments.map((it) => it.unitId)];
};

async function added(code: string, kind: 'street' | 'community' | 'department'): Promise<string> {
  const done = await addUnit({ code, name: code, nameEn: code, kind }, chief);
  if (!done.ok) throw new Error(JSON.stringify(done.problems));
  return done.value;
}

describe('an entry', () => {
  it('keeps its versions, each with when and by whom; one stands', async () => {
    expect(await saveEntry(facts('leaks'), chief)).toEqual([]);
    expect(codes(await saveEntry(facts('leaks'), chief))).toEqual(['nothingNew']);
    expect(await saveEntry(facts('leaks', { basis: '条例第二条' }), chief)).toEqual([]);
    expect(await confirmEntry(category('leaks'), chief)).toEqual([]);
    const versions = await readVersions(category('leaks'));
    expect(versions.map((it) => [it.number, it.basis, it.untilAt === null])).toEqual([
      [3, '条例第二条', true],
      [2, '条例第二条', false],
      [1, '条例第一条', false],
    ]);
    expect(versions[0]?.person?.name).toBe('吴凯');
    expect(await endEntry(category('leaks'), chief)).toEqual([]);
    expect(codes(await endEntry(category('leaks'), chief))).toEqual(['noEntry']);
    const log = await db().change.findMany({
      where: { subject: 'catalogue', subjectId: category('leaks') },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
    });
    expect(log.map((it) => it.action)).toEqual(['added', 'changed', 'confirmed', 'ended']);
    expect(log[1]?.after).toEqual({ basis: '条例第二条' });
  });

  it('cannot name a unit that is gone, nor a category that is', async () => {
    const gone = facts('leaks', { leadUnitIds: [newId()] });
    expect(codes(await saveEntry(gone, chief))).toEqual(['unitGone']);
    const nowhere = { ...facts('leaks'), categoryId: newId() };
    expect(codes(await saveEntry(nowhere, chief))).toEqual(['categoryGone']);
  });

  it('measures its category and those below it, the nearest first', async () => {
    expect(await saveEntry(facts('homes'), chief)).toEqual([]);
    const street = facts('property', { leadKind: 'street', leadUnitIds: [] });
    expect(await saveEntry(street, chief)).toEqual([]);
    expect(await send(await filed('lift'), 'liuwan', '属地清楚')).toMatchObject({
      problems: [{ field: 'unitId', code: 'pushedDown' }],
    });
    expect(await send(await filed('lift'), 'housing')).toMatchObject({ ok: true });
    expect(await send(await filed('property-fee'), 'liuwan')).toMatchObject({ ok: true });
    expect(await send(await filed('property-fee'), 'housing')).toMatchObject({
      problems: [{ field: 'reason', code: 'withoutPower' }],
    });
    expect(await send(await filed('property-fee'), 'housing', '街道书面委托')).toMatchObject({
      ok: true,
    });
    // Control: where the catalogue says nothing, any unit will do.
    expect(await send(await filed('learning'), 'heating')).toMatchObject({ ok: true });
    expect(await send(await filed(null), 'heating')).toMatchObject({ ok: true });
  });
});

describe('the catalogue as a table', () => {
  it('is written whole or not at all, and comes back as it went', async () => {
    const before = catalogueTable(await readCatalogue(), 'zh');
    const good = '劳动社保 / 拖欠工资,部门,县住建局,,条例,,否';
    const bad = '劳动社保 / 就业,部门,没有的局,,条例,,否';
    const head = '分类,主办类别,主办单位,协办单位,依据,易混淆,系统直派';
    expect(codes(await importCatalogue(chief, [head, good, bad].join('\n')))).toEqual([
      'lineUnitUnknown',
    ]);
    expect(catalogueTable(await readCatalogue(), 'zh')).toBe(before);
    expect(await importCatalogue(chief, [head, good].join('\n'))).toEqual([]);
    const after = catalogueTable(await readCatalogue(), 'zh');
    expect(after).toContain('劳动社保 / 拖欠工资,部门,县住建局,,条例,,否');
    expect(codes(await importCatalogue(chief, after))).toEqual(['nothingNew']);
  });
});

describe('places', () => {
  const area = (unit: string, name: string, aliases: string[] = []) => ({
    unitId: unitId(unit),
    name,
    aliases,
    outline: null,
  });

  it('tell whose an address is, until they are retired', async () => {
    expect(await saveArea(null, area('liuwan', '湖心里', ['老湖心']), chief)).toEqual([]);
    expect(codes(await saveArea(null, area('liuwan', '湖 心里'), chief))).toEqual(['areaTwice']);
    const own = (address: string) =>
      readOwners(db(), address).then((all) => all.map((it) => it.unitId));
    expect(await own('老湖心３号楼')).toEqual([unitId('liuwan')]);
    expect(await own('湖里')).toEqual([]);
    const [known] = await readAreas();
    expect(await saveArea(known?.id ?? '', area('chengguan', '湖心里'), chief)).toEqual([]);
    expect(await own('湖心里 2 号')).toEqual([unitId('chengguan')]);
    expect(await own('老湖心３号楼')).toEqual([]);
    expect(await retireArea(known?.id ?? '', chief)).toEqual([]);
    expect(codes(await retireArea(known?.id ?? '', chief))).toEqual(['areaGone']);
    expect(await own('湖心里 2 号')).toEqual([]);
  });

  it('come from a table whole or not at all', async () => {
    const head = '名称,单位,别名';
    const lines = [head, '松树里,柳湾街道,老松树', '松树里,没有的街道,'];
    expect(codes(await importAreas(chief, lines.join('\n')))).toEqual(['lineUnitUnknown']);
    expect(await readAreas()).toEqual([]);
    expect(await importAreas(chief, lines.slice(0, 2).join('\n'))).toEqual([]);
    expect((await readAreas()).map((it) => it.keys)).toEqual([['松树里', '老松树']]);
  });
});

describe('a unit the catalogue or an address knows', () => {
  it('is not closed over their heads, and hands both on when it is merged', async () => {
    const [old, next, street] = [
      await added('old-office', 'department'),
      await added('new-office', 'department'),
      await added('new-street', 'street'),
    ];
    expect(await saveEntry(facts('gas', { leadUnitIds: [old] }), chief)).toEqual([]);
    const helps = facts('power', { helpUnitIds: [old] });
    expect(await saveEntry(helps, chief)).toEqual([]);
    const closed = await closeUnit(old, chief);
    expect(closed).toMatchObject({
      ok: false,
      problems: [{ code: 'hasEntries', values: { count: 2 } }],
    });
    const wrong = await mergeUnit(old, street, chief);
    expect(wrong).toMatchObject({ ok: false, problems: [{ code: 'leadsByName' }] });
    expect(await mergeUnit(old, next, chief)).toMatchObject({ ok: true });
    const standing = (code: string) =>
      db().catalogueEntry.findFirstOrThrow({
        where: { categoryId: category(code), untilAt: null },
      });
    expect(await standing('gas')).toMatchObject({ number: 2, leadUnitIds: [next] });
    expect(await standing('power')).toMatchObject({ number: 2, helpUnitIds: [next] });

    const village = await added('old-village', 'community');
    const areaOf = { unitId: village, name: '槐树沟', aliases: [], outline: null };
    expect(await saveArea(null, areaOf, chief)).toEqual([]);
    expect(await closeUnit(village, chief)).toMatchObject({ problems: [{ code: 'hasAreas' }] });
    expect(await mergeUnit(village, street, chief)).toMatchObject({ ok: true });
    expect((await readOwners(db(), '槐树沟')).map((it) => it.unitId)).toEqual([street]);
    expect(await closeUnit(next, chief)).toMatchObject({ ok: false });
  });
});

describe('dispatching by the system', () => {
  it('sends on what is certain, once, and leaves the rest to people', async () => {
    await saveArea(
      null,
      { unitId: unitId('liuwan'), name: '杏花里', aliases: [], outline: null },
      chief,
    );
    const lamps = facts('roads-lamp', { bySystem: true });
    const lanes = facts('fire', { bySystem: true, leadKind: 'street', leadUnitIds: [] });
    expect(await saveEntry(lamps, chief)).toEqual([]);
    expect(await saveEntry(lanes, chief)).toEqual([]);
    const sure = await filed('roads-lamp');
    const ofPlace = await filed('fire', '杏花里 3 号楼');
    const left = {
      'no place': await filed('fire', '不知道的地方'),
      'not allowed': await filed('leaks'),
      'no category': await filed(null),
      'about somebody': await filed('roads-lamp', '别处', { aboutWho: '窗口姓王的' }),
      'about a unit': await filed('roads-lamp', '别处', { aboutUnitId: unitId('housing') }),
    };
    expect(await sweepDispatch()).toBe(2);
    expect(await sweepDispatch()).toBe(0);
    expect(await statusOf(sure)).toEqual(['dispatched', unitId('housing')]);
    expect(await statusOf(ofPlace)).toEqual(['dispatched', unitId('liuwan')]);
    for (const [why, id] of Object.entries(left))
      expect([why, await statusOf(id)]).toEqual([why, ['filed']]);
    const event = await db().event.findFirstOrThrow({
      where: { appealId: sure, verb: 'dispatch' },
    });
    expect(event.actorKind).toBe('system');
    expect(event.data).toMatchObject({ power: { is: 'leads', number: 1 } });
  });
});

describe('a proposal', () => {
  it('says what catalogue, place and past returns say of one appeal', async () => {
    const id = await filed('fire', '杏花里东门');
    const file = (await loadCaseFile(db(), id))?.file;
    if (!file) throw new Error(id);
    const matter = { title: '灯坏了', what: '电梯口的灯坏了', place: '杏花里东门' };
    const proposal = await readProposal(person('chenjing'), file, matter);
    expect(proposal.proposed).toMatchObject({ unit: { id: unitId('liuwan') }, certain: true });
    expect(proposal.grounds.owners.map((it) => it.name)).toEqual(['杏花里']);
    const named = proposal.returns?.named ?? 0;

    await send(id, 'liuwan');
    const back = { betterUnitId: unitId('chengguan'), reason: '不归我们' };
    await perform({ appealId: id, verb: 'sendBack', input: back }, person('zhaolimin'));
    const next = await readProposal(person('chenjing'), file, matter);
    expect(next.returns).toEqual({ named: named + 1, sentBack: 1 });
    // Whoever sees no cases is told of none.
    expect((await readProposal(person('wukai'), file, matter)).returns).toEqual({
      named: 0,
      sentBack: 0,
    });
  });
});

describe('an upheld return', () => {
  const second = async (): Promise<PersonActor> => {
    const { unitId: home, unitPath } = person('chenjing');
    const id = newId();
    const roles = ['dispatcher'];
    await db().person.create({ data: { id, unitId: home, name: '某人', login: id, roles } });
    return mintPerson({ id, name: '某人', unitId: home, unitPath, roles });
  };

  it('proposes a change of the catalogue until somebody has looked', async () => {
    const other = await second();
    const returned = async (to: string, reason = '') => {
      const id = await filed('noise');
      await send(id, 'housing');
      const better = { betterUnitId: unitId('heating'), reason: '不归我们' };
      await perform({ appealId: id, verb: 'sendBack', input: better }, person('hewei'));
      const input = { unitId: unitId(to), reason };
      const done = await perform({ appealId: id, verb: 'dispatch', input }, other);
      expect(done).toMatchObject({ ok: true });
      return id;
    };
    await returned('heating');
    await returned('heating');
    await returned('housing', '仍归住建');
    const ofNoise = async (by: PersonActor) =>
      (await readUpheld(by)).filter((it) => it.categoryId === category('noise'));
    expect(await ofNoise(chief)).toMatchObject([
      { fromUnitId: unitId('housing'), toUnitId: unitId('heating'), times: 2 },
    ]);

    const entry = facts('noise', { leadKind: 'utility', leadUnitIds: [unitId('heating')] });
    expect(await saveEntry(entry, chief)).toEqual([]);
    expect(await ofNoise(chief)).toEqual([]);
  });
});
