import { describe, expect, it } from 'vitest';
import { nearPoint } from '@/lib/places/near-point';
import { placeTold } from '@/lib/places/place-told';

describe('a place in words', () => {
  const point = '39.9, 116.4';
  it.each([
    ['typed is enough', { typed: ' 安康里 6 号楼 ', picked: null, point: '' }, '安康里 6 号楼'],
    ['typed beside a point', { typed: '井边', picked: null, point }, '井边'],
    ['picked is enough', { typed: '', picked: '安康里小区', point: '' }, '安康里小区'],
    ['picked before typed', { typed: '6 号楼', picked: '安康里小区', point }, '安康里小区 6 号楼'],
    [
      'named already',
      { typed: '安康里 小区6号楼', picked: '安康里小区', point },
      '安康里 小区6号楼',
    ],
    ['a point is enough', { typed: ' ', picked: null, point }, '39.90000, 116.40000'],
    ['no point', { typed: '', picked: null, point: '不是点' }, ''],
    ['nothing', { typed: '', picked: null, point: '' }, ''],
  ])('%s', (_, told, place) => {
    expect(placeTold(told)).toBe(place);
  });
});

describe('what a point is near', () => {
  const square = (lon: number, lat: number, size = 0.01) => ({
    type: 'Polygon' as const,
    coordinates: [
      [
        [lon, lat],
        [lon + size, lat],
        [lon + size, lat + size],
        [lon, lat + size],
        [lon, lat],
      ] as [number, number][],
    ],
  });
  const east = { name: '东', outline: square(116.4, 39.9) };
  const west = {
    name: '西',
    outline: { type: 'MultiPolygon' as const, coordinates: [square(116.3, 39.9).coordinates] },
  };
  const areas = [{ name: '没画', outline: null }, east, west];

  it.each([
    ['inside', 39.905, 116.405, { name: '东', within: true }],
    ['inside of several pieces', 39.905, 116.305, { name: '西', within: true }],
    ['half a kilometre off a corner', 39.8955, 116.4, { name: '东', within: false }],
    ['the nearer of two', 39.9, 116.313, { name: '西', within: false }],
    ['farther than a kilometre', 39.89, 116.4, null],
  ])('%s', (_, lat, lon, near) => {
    expect(nearPoint({ lat, lon }, areas)).toEqual(near);
  });
});
