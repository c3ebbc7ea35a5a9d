import { expect, it } from 'vitest';
import { estateOf } from '@/lib/places/estate';

it.each([
  ['安康里小区 6 号楼 2 单元 502', '安康里小区'],
  ['安康里小区2栋', '安康里小区'],
  ['安康里小区，六号楼', '安康里小区'],
  ['柳湾一巷', '柳湾一巷'],
  ['云岭乡石塘村三组', '云岭乡石塘村'],
  ['ＡＢＣ公寓３号', 'abc公寓'],
])('%s lies in %s', (place, estate) => {
  expect(estateOf(place)).toBe(estate);
});

it.each(['', '3号楼', '12-2-501', '路口'])('%j names no place', (place) => {
  expect(estateOf(place)).toBeNull();
});
