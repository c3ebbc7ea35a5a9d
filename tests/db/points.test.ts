import { beforeAll, describe, expect, it } from 'vitest';
import { reading } from '@/lib/appeals/audience';
import { fileAppeal } from '@/lib/appeals/file';
import { joinAppeal } from '@/lib/appeals/join';
import { loadCaseFile } from '@/lib/appeals/load';
import { perform } from '@/lib/appeals/perform';
import { viewCase } from '@/lib/appeals/queries/case-view';
import { saveEntry } from '@/lib/catalogue/change';
import { db } from '@/lib/db/client';
import { readProposal } from '@/lib/dispatch/read-proposal';
import { withPlace } from '@/lib/drafts/with-place';
import { verifyChains } from '@/lib/integrity/verify-chains';
import { sweepDispatch } from '@/lib/jobs/sweep-dispatch';
import { type Actor, mintResident, mintVoice } from '@/lib/people/actor';
import { retireArea, saveArea } from '@/lib/places/change-areas';
import { readAreas } from '@/lib/places/read-areas';
import { readOwners } from '@/lib/places/read-owners';
import { readPlaceNames } from '@/lib/places/read-place-names';
import { withClient } from '@/scripts/launcher/with-client';
import { person, ready, unitId } from '../support/county';

/** An appeal with a point: what is kept, who reads it, whose place it is. */

const { categories } = await ready();
const chief = person('wukai');

const square = (lon: number, lat: number) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [lon, lat],
      [lon + 0.01, lat],
      [lon + 0.01, lat + 0.01],
      [lon, lat + 0.01],
      [lon, lat],
    ] as [number, number][],
  ],
});

async function filed(place: string, more: object = {}) {
  const done = await fileAppeal(
    { input: { what: '电梯口的灯坏了', place, ...more } },
    mintResident(),
  );
  if (!done.ok) throw new Error(JSON.stringify(done));
  return done;
}

const asOwner = (sql: string) =>
  withClient(process.env.DATABASE_URL ?? '', (client) => client.query(sql));

const faults = async () => (await verifyChains()).faults.map((it) => it.fault);

describe('what is filed with a point', () => {
  it('binds the event to it, as to every other word, and adds up', async () => {
    const { appealId } = await filed('某处', { point: '39.9050001，116.4050' });
    const event = await db().event.findFirstOrThrow({ where: { appealId, seq: 1 } });
    expect(event.format).toBe(1);
    expect(Object.keys(event.commitments as object)).toContain('point');
    // The log itself says nothing of where it is.
    expect(JSON.stringify(event)).not.toMatch(/39\.90|116\.40/);
    const text = await db().text.findFirstOrThrow({ where: { appealId, field: 'point' } });
    expect(text.body).toBe('39.90500, 116.40500');
    expect(await db().detail.findUniqueOrThrow({ where: { appealId } })).toMatchObject({
      lat: 39.905,
      lon: 116.405,
    });
    expect(await faults()).toEqual([]);
  });

  it('is noticed when the point is moved, taken away or put where none was', async () => {
    const [moved, bare] = [await filed('某处', { point: '39.905, 116.405' }), await filed('某处')];
    const set = (appealId: string, lat: string, lon: string) =>
      asOwner(`UPDATE "Detail" SET lat = ${lat}, lon = ${lon} WHERE "appealId" = '${appealId}'`);
    for (const [it, lat, lon] of [
      [moved, '39.906', '116.405'],
      [moved, 'NULL', 'NULL'],
      [bare, '39.905', '116.405'],
    ] as const) {
      await set(it.appealId, lat, lon);
      expect(await faults()).toEqual(['detailDiffers']);
      await set(moved.appealId, '39.905', '116.405');
      await set(bare.appealId, 'NULL', 'NULL');
      expect(await faults()).toEqual([]);
    }
    await expect(set(moved.appealId, '39.905', 'NULL')).rejects.toThrow('Detail_point');
  });

  it('goes on without one, and an event without one has no trace of it', async () => {
    const { appealId } = await filed('某处', { point: ' ' });
    const event = await db().event.findFirstOrThrow({ where: { appealId, seq: 1 } });
    expect(Object.keys(event.commitments as object)).not.toContain('point');
    expect(await db().detail.findUniqueOrThrow({ where: { appealId } })).toMatchObject({
      lat: null,
      lon: null,
    });
  });

  it('is refused where it is no point', async () => {
    const input = { what: '灯坏了', place: '某处', point: '安康里' };
    expect(await fileAppeal({ input }, mintResident())).toMatchObject({
      problems: [{ field: 'point', code: 'wrongPoint' }],
    });
  });
});

describe('who reads a point', () => {
  it('is whoever reads the address as it was written', () => {
    expect(reading.file.words.point).toEqual(reading.file.words.place);
  });

  it('the resident, the desk and the unit; not the neighbour who joined, nor another unit', async () => {
    const done = await filed('某处', { point: '39.905, 116.405' });
    const { appealId, caseNumber, voiceId } = done;
    const point = async (actor: Actor) => {
      const view = await viewCase(actor, caseNumber);
      return view && [view.detail.point, view.story[0]?.words.point ?? null];
    };
    const known = ['39.90500, 116.40500', '39.90500, 116.40500'];
    const joined = await joinAppeal(
      { appealId, input: { way: 'link', words: '我也是' } },
      mintResident(appealId),
    );
    if (!joined.ok || !joined.voice) throw new Error(JSON.stringify(joined));
    expect(await point(mintVoice(voiceId, appealId))).toEqual(known);
    expect(await point(person('chenjing'))).toEqual(known);
    expect(await point(mintVoice(joined.voice.id, appealId))).toEqual([null, null]);
    expect(await point(person('zhaolimin'))).toBeNull();
    const input = { unitId: unitId('liuwan'), reason: '' };
    await perform({ appealId, verb: 'dispatch', input }, person('chenjing'));
    expect(await point(person('zhaolimin'))).toEqual(known);
    expect(await point(person('hewei'))).toBeNull();
  });
});

describe('a place picked from the list', () => {
  const pick = async (community: string, more: object = {}) =>
    (await withPlace({ what: '灯坏了', community, ...more })).place;

  it('says where as well as an address does, with its unit where two are called the same', async () => {
    const area = (unit: string, name: string) =>
      saveArea(null, { unitId: unitId(unit), name, aliases: [], outline: null }, chief);
    expect(await area('liuwan', '梧桐里')).toEqual([]);
    expect(await area('liuwan', '幸福村')).toEqual([]);
    expect(await area('chengguan', '幸福村')).toEqual([]);
    const all = await readPlaceNames();
    const id = (name: string, unitName: string) =>
      all.find((it) => it.name === name && it.unitName === unitName)?.id ?? '';
    expect(await pick(id('梧桐里', '柳湾街道'))).toBe('梧桐里');
    expect(await pick(id('梧桐里', '柳湾街道'), { place: '3 号楼' })).toBe('梧桐里 3 号楼');
    expect(await pick(id('幸福村', '城关镇'))).toBe('城关镇 幸福村');
    // What is no place of ours says nothing, and is not told as an answer.
    expect(await pick(unitId('liuwan'))).toBe('');
    expect(await pick('nothing', { place: '井边' })).toBe('井边');
    expect(await withPlace({ community: id('梧桐里', '柳湾街道') })).toEqual({ place: '梧桐里' });

    const [gone] = all.filter((it) => it.name === '梧桐里');
    expect(await retireArea(gone?.id ?? '', chief)).toEqual([]);
    expect(await pick(gone?.id ?? '')).toBe('');
    expect((await readPlaceNames()).map((it) => it.name)).not.toContain('梧桐里');
  });
});

describe('whose place a point is', () => {
  beforeAll(async () => {
    const area = (unit: string, name: string, lon: number) =>
      saveArea(
        null,
        { unitId: unitId(unit), name, aliases: [], outline: square(lon, 39.9) },
        chief,
      );
    expect(await area('liuwan', '湖心里', 116.4)).toEqual([]);
    expect(await area('chengguan', '松树里', 116.5)).toEqual([]);
  });

  it('is the unit’s whose outline holds it, unless the address names another', async () => {
    const owners = async (address: string, lat: number, lon: number) =>
      (await readOwners(db(), address, { lat, lon })).map((it) => [it.name, it.by]);
    expect(await owners('某处', 39.905, 116.405)).toEqual([['湖心里', 'point']]);
    expect(await owners('', 39.905, 116.505)).toEqual([['松树里', 'point']]);
    expect(await owners('松树里 3 号', 39.905, 116.405)).toEqual([['松树里', 'address']]);
    expect(await owners('某处', 39.905, 116.6)).toEqual([]);
  });

  it('is proposed with its reason, and not sent on by the system alone', async () => {
    const categoryId = categories.get('fire') ?? '';
    const entry = {
      categoryId,
      leadKind: 'street' as const,
      leadUnitIds: [],
      helpUnitIds: [],
      basis: '条例第一条',
      confusedWith: null,
      bySystem: true,
    };
    expect(await saveEntry(entry, chief)).toEqual([]);
    const proposal = async (it: { appealId: string }) => {
      const file = (await loadCaseFile(db(), it.appealId))?.file;
      if (!file) throw new Error(it.appealId);
      const matter = { title: '灯坏了', what: '灯坏了', place: '某处' };
      const { grounds, proposed } = await readProposal(person('chenjing'), file, matter);
      return [proposed?.unit.name ?? null, proposed?.certain, grounds.owners[0]?.by];
    };
    const near = await filed('某处', { categoryId, point: '39.905, 116.405' });
    const nowhere = await filed('某处', { categoryId });
    const named = await filed('松树里 2 号', { categoryId, point: '39.905, 116.405' });
    expect(await proposal(near)).toEqual(['柳湾街道', false, 'point']);
    expect(await proposal(nowhere)).toEqual([null, undefined, undefined]);
    expect(await proposal(named)).toEqual(['城关镇', true, 'address']);
    expect(await sweepDispatch()).toBe(1);
    const statuses = await db().appeal.findMany({
      where: { id: { in: [near, nowhere, named].map((it) => it.appealId) } },
      orderBy: { filedAt: 'asc' },
    });
    expect(statuses.map((it) => it.status)).toEqual(['filed', 'filed', 'dispatched']);

    const [first] = (await readAreas()).filter((it) => it.name === '湖心里');
    expect(await retireArea(first?.id ?? '', chief)).toEqual([]);
    expect(await proposal(near)).toEqual([null, undefined, undefined]);
  });
});
