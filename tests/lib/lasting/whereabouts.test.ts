import { describe, expect, it, test } from 'vitest';
import { readAddress } from '@/lib/lasting/address';
import { subjectPath } from '@/lib/lasting/subject';
import { type Key, whereaboutsOf } from '@/lib/lasting/whereabouts';

const kept = (place: string, point: { lat: number; lon: number } | null = null) =>
  whereaboutsOf(place, point).kept;
const kinds = (keys: readonly Key[]) => keys.map((it) => it.kind).toSorted();
const shared = (one: string, other: string, kind: RegExp) =>
  kept(one)
    .filter((it) => kind.test(it.kind))
    .some((it) => kept(other).some((its) => its.key === it.key));

describe('an address', () => {
  it('with a house is that house, however it is written', () => {
    expect(shared('安泉里 3 号楼', '安泉里三号楼2单元', /spot/)).toBe(true);
    expect(shared('柳湾街道安泉里3栋', '安泉里 3 号楼', /spot/)).toBe(true);
    expect(shared('安泉里 3 号楼', '安泉里 13 号楼', /spot/)).toBe(false);
  });

  it('without a house is the estate, the village, the school', () => {
    expect(shared('和平家园', '和平家园南门', /name/)).toBe(true);
    expect(shared('和平家园', '和平家园 2 号楼', /name/)).toBe(true);
    expect(kinds(kept('和平家园'))).toEqual(['name']);
    expect(kinds(kept('和平家园 2 号楼'))).toEqual(['nameBesideSpot', 'spot']);
  });

  it.each(['城关镇', '柳湾街道', '文昌路', '城关镇东街', '青山县', ''])(
    '%s holds many places and is none',
    (place) => {
      expect(kept(place)).toEqual([]);
    },
  );

  it.each([
    ['安康里小区 6 号楼 2 单元 502', '安康里6号楼', '安康里'],
    ['书院街 20 号院 1 号楼', '书院街20号院1号楼', '书院街20号院'],
    ['城关镇下塘村村口', null, '下塘村'],
    ['北桥中学东墙外', null, '北桥中学'],
    ['向阳村五队', '向阳村5组', '向阳村'],
    ['城市花园十二栋', '城市花园12号楼', '城市花园'],
    ['华联超市门口', null, '华联超市'],
    ['小区门口', null, null],
    ['我家楼下', null, null],
  ])('%s', (place, house, name) => {
    expect(readAddress(place)).toEqual({ house, name });
  });

  it('on a road is a house there', () => {
    expect(shared('东街 55 号', '城关镇东街55号', /spot/)).toBe(true);
    expect(kinds(kept('文昌路 12 号'))).toEqual(['spot']);
  });
});

describe('a point', () => {
  const here = { lat: 36.1, lon: 117.2 };

  test('is sought in its own square and the eight around it', () => {
    const { kept: own, sought } = whereaboutsOf('', here);
    expect(kinds(own)).toEqual(['cell']);
    expect(sought).toHaveLength(9);
    expect(sought).toContainEqual(own[0]);
  });

  test.each([
    [60, 0],
    [0, 60],
    [-42, 42],
    [42, -42],
  ])('%i m north and %i m east of it is found, at the far north too', (north, east) => {
    for (const lat of [0.00001, 22.5, 53.5, -33.9]) {
      for (const lon of [0.00001, 87.6, 117.2004, -0.0003]) {
        const there = {
          lat: lat + north / 111_320,
          lon: lon + east / (111_320 * Math.cos((lat * Math.PI) / 180)),
        };
        const found = whereaboutsOf('', { lat, lon }).sought.map((it) => it.key);
        expect(found).toContain(kept('', there)[0]?.key);
      }
    }
  });

  test('two hundred metres off is not', () => {
    const there = { ...here, lat: here.lat + 0.0022 };
    const found = whereaboutsOf('', here).sought.map((it) => it.key);
    expect(found).not.toContain(kept('', there)[0]?.key);
  });
});

test('a subject is the second level, or the first where there is no second', () => {
  expect(subjectPath('homes/lift/lift-broken/')).toBe('homes/lift/');
  expect(subjectPath('homes/lift/')).toBe('homes/lift/');
  expect(subjectPath('homes/')).toBe('homes/');
});
