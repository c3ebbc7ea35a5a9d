import { beforeAll, describe, expect, test } from 'vitest';
import { readInstallation } from '@/lib/appeals/queries/front';
import { db } from '@/lib/db/client';
import { changeMap, readMap, readMapForm } from '@/lib/installation/map-settings';
import { readMark } from '@/lib/installation/mark';
import {
  changeRetention,
  changeSettings,
  readSettings,
  retentionInput,
  settingsInput,
} from '@/lib/installation/settings';
import { nameOfficers, readOfficers } from '@/lib/installation/supervision-officers';
import { readSupervisionRules, ruleInput, saveRule } from '@/lib/installation/supervision-rules';
import { saveArea } from '@/lib/places/change-areas';
import { readOutlines } from '@/lib/places/read-outlines';
import { person, ready } from '../support/county';

beforeAll(ready);

const admin = () => person('wukai');

const lastChange = (subject: string) =>
  db().change.findFirstOrThrow({ where: { subject }, orderBy: [{ at: 'desc' }, { id: 'desc' }] });

describe('the organisation', () => {
  const bytes = Uint8Array.from([1, 2, 3]);

  test('keeps its mark until it is taken away, and the log holds no picture', async () => {
    const { marked: _, ...now } = await readSettings();
    await changeSettings(admin(), now, bytes);
    expect((await readMark())?.bytes).toEqual(bytes);
    await changeSettings(admin(), { ...now, reopenDays: 45 }, undefined);
    expect(await readSettings()).toMatchObject({ marked: true, reopenDays: 45 });
    expect(await lastChange('installation')).toMatchObject({
      before: { reopenDays: 30 },
      after: { reopenDays: 45 },
    });
    await changeSettings(admin(), now, undefined);
    await changeRetention(admin(), { ...now, photoDays: 3650 });
    expect((await lastChange('installation')).after).toEqual({ photoDays: 3650 });
    await changeSettings(admin(), now, null);
    expect(await readMark()).toBeNull();
    const { before } = await lastChange('installation');
    expect(JSON.stringify(before)).toMatch(/"mark":"[0-9a-f]{12}"/);
  });

  test.each([
    [{ reopenDays: '0' }, 'reopenDays'],
    [{ reopenDays: '366' }, 'reopenDays'],
    [{ photoDays: '29' }, 'photoDays'],
    [{ photoDays: '36501' }, 'photoDays'],
    [{ contactDays: '29' }, 'contactDays'],
    [{ wordDays: '364' }, 'wordDays'],
    [{ zone: 'Mars/Olympus' }, 'zone'],
    [{ phone: '拨打我们' }, 'phone'],
    [{ name: '' }, 'name'],
  ])('%o is refused at its field', (wrong, field) => {
    const days = { reopenDays: '30', photoDays: '365', contactDays: '365', wordDays: '1826' };
    const right = { name: '某县', nameEn: 'X', phone: '', zone: 'Asia/Shanghai', ...days };
    const input = settingsInput.extend(retentionInput.shape);
    expect(input.safeParse(right).success).toBe(true);
    const read = input.safeParse({ ...right, ...wrong });
    expect(read.error?.issues.map((it) => it.path[0])).toEqual([field]);
  });
});

describe('the map', () => {
  const tiles = {
    tileUrl: 'https://tiles.example/{z}/{x}/{y}.png',
    tileCredit: '某图源',
    tileSystem: 'gcj02' as const,
    mapCentre: '39.90000, 116.40000',
    mapZoom: 14,
  };

  test('is none until there are tiles or an outline, and the log tells every change', async () => {
    expect(await readMap()).toBeNull();
    expect((await readInstallation()).tileOrigin).toBeNull();
    await changeMap(admin(), tiles);
    expect(await readMap()).toEqual({
      tiles: { url: tiles.tileUrl, credit: '某图源', system: 'gcj02' },
      start: { lat: 39.9, lon: 116.4, zoom: 14 },
    });
    expect((await readInstallation()).tileOrigin).toBe('https://tiles.example');
    expect(await lastChange('installation')).toMatchObject({
      before: { tileUrl: null, tileSystem: 'wgs84', mapCentre: null },
      after: { tileUrl: tiles.tileUrl, mapCentre: '39.90000, 116.40000', mapZoom: 14 },
    });
    // Without tiles nobody is named for them, and there is no map again.
    const { tileUrl: _, ...without } = tiles;
    await changeMap(admin(), without);
    expect(await readMapForm()).toMatchObject({ tileUrl: null, tileCredit: null, mapZoom: 14 });
    expect(await readMap()).toBeNull();

    const outline = {
      type: 'Polygon' as const,
      coordinates: [
        [
          [116.4000012, 39.9],
          [116.41, 39.9],
          [116.41, 39.91],
          [116.4000012, 39.9],
        ] as [number, number][],
      ],
    };
    const { unitId } = person('zhaolimin');
    const area = { unitId, name: '<b>湖心里</b>', aliases: [], outline };
    const before = await readOutlines();
    expect(JSON.parse(before.text).features).toEqual([]);
    expect(await saveArea(null, area, admin())).toEqual([]);
    expect(await readMap()).toEqual({ tiles: null, start: { lat: 39.9, lon: 116.4, zoom: 14 } });
    const { text, tag } = await readOutlines();
    expect(tag).not.toBe(before.tag);
    const [feature] = JSON.parse(text).features;
    expect(feature.properties).toEqual({ name: '<b>湖心里</b>' });
    expect(feature.geometry.coordinates[0][0]).toEqual([116.4, 39.9]);
  });
});

describe('rules of supervision', () => {
  const source = '本单位规定';

  test('are added once a cause and threshold, changed and switched off, never deleted', async () => {
    const rule = { threshold: 20, level: 2, enabled: true, source };
    expect(await saveRule(admin(), 'silent', null, rule)).toBeNull();
    expect(await saveRule(admin(), 'silent', null, rule)).toMatchObject({ code: 'ruleDoubled' });
    const of = async (threshold: number) =>
      (await readSupervisionRules()).find(
        (it) => it.cause === 'silent' && it.threshold === threshold,
      );
    const first = await of(20);
    const off = { ...rule, threshold: 21, enabled: false };
    expect(await saveRule(admin(), 'silent', first?.id ?? '', off)).toBeNull();
    expect(await of(20)).toBeUndefined();
    expect(await of(21)).toMatchObject({ id: first?.id, enabled: false });
    expect(await lastChange('supervisionRule')).toMatchObject({
      action: 'changed',
      before: { threshold: 20, enabled: true },
      after: { threshold: 21, enabled: false },
    });
    // The cause of a rule stays: it is another rule's id here.
    expect(await saveRule(admin(), 'overdue', first?.id ?? '', off)).toMatchObject({
      code: 'ruleGone',
    });
  });

  test.each([
    ['silent', { threshold: '0' }],
    ['silent', { threshold: '366' }],
    ['overdue', { threshold: '-1' }],
    ['silent', { level: '4' }],
    ['silent', { source: '' }],
  ] as const)('%s with %o is refused', (cause, wrong) => {
    const right = { threshold: '5', level: '1', source, enabled: 'yes' };
    expect(ruleInput(cause).safeParse(right).success).toBe(true);
    expect(ruleInput(cause).safeParse({ ...right, ...wrong }).success).toBe(false);
  });
});

describe('officers', () => {
  const named = async (level: 1 | 2 | 3) =>
    (await readOfficers())[level].filter((it) => it.named).map((it) => it.name);

  test('of level 1 are supervisors; leaders serve from level 2 on', async () => {
    const [supervisor, leader, handler] = ['zhoumin', 'wangxiulan', 'zhaolimin'].map(
      (login) => person(login).personId,
    );
    const ids = (...all: (string | undefined)[]) => all.filter((it) => it !== undefined);
    expect(await nameOfficers(admin(), 1, ids(supervisor))).toBeNull();
    expect(await nameOfficers(admin(), 1, ids(supervisor, leader))).toMatchObject({
      code: 'wrongChoice',
    });
    expect(await named(1)).toEqual(['周敏']);
    expect(await nameOfficers(admin(), 2, ids(supervisor, leader))).toBeNull();
    expect(await named(2)).toHaveLength(2);
    expect(await nameOfficers(admin(), 3, ids(handler))).toMatchObject({ code: 'wrongChoice' });
    expect(await named(3)).toEqual([]);
    expect(await nameOfficers(admin(), 2, ids(leader))).toBeNull();
    expect(await named(2)).toEqual(['王秀兰']);
    expect(await lastChange('supervisionOfficer')).toMatchObject({
      action: 'released',
      name: '周敏',
    });
  });

  test('who has left since is shown as such and not named anew', async () => {
    const { personId } = person('wangxiulan');
    await db().person.update({ where: { id: personId }, data: { disabledAt: new Date() } });
    const officer = (await readOfficers())[2].find((it) => it.id === personId);
    expect(officer).toMatchObject({ named: true, lapsed: true });
    expect(await nameOfficers(admin(), 2, [personId])).toMatchObject({ code: 'wrongChoice' });
  });
});
