import { expect, it } from 'vitest';
import { keyOf, keywordsOf, tellingOf } from '@/lib/similar/keywords';
import { segment } from '@/lib/similar/segment';
import { wordsOf } from '@/lib/similar/words';
import { dice } from '@/prisma/seed/dice';
import { tell, topics } from '@/scripts/generate/phrases';

const told = (what: string, place = '', title = '') => wordsOf({ title, what, place });

it('manners, grammar and single letters are no words of a matter', () => {
  const { weights } = told('您好，我们小区的电梯停了，请有关部门尽快解决，谢谢');
  expect([...weights.keys()].toSorted()).toEqual(['小区', '电梯'].toSorted());
});

it.each([
  ['安泉里 3 号楼', '安泉里3号楼'],
  ['安泉里３栋', '安泉里3号楼'],
  ['安泉里三号楼', '安泉里3号楼'],
  ['安泉里十二幢', '安泉里12号楼'],
])('%s is %s, however it is written', (place, spot) => {
  expect([...told('', place).spots]).toEqual([spot]);
});

it('names of places are found in accounts too, and kept apart from each other', () => {
  const { places } = told('解放路与人民东路路口的路灯坏了');
  expect(places.has('解放路')).toBe(true);
  expect(places.has('人民东路')).toBe(true);
});

it('a place in general is no name', () => {
  expect([...told('小区门口的马路坏了，农村也一样').places]).toEqual([]);
});

it('what is not done is a word: 不热', () => {
  expect(told('暖气片不热').weights.has('不热')).toBe(true);
});

it('a word in the title weighs more', () => {
  const inTitle = told('水管坏了', '', '电梯停运').weights.get('电梯') ?? 0;
  expect(inTitle).toBeGreaterThan(told('电梯停运').weights.get('电梯') ?? 0);
});

it('a dozen keywords are kept at most, of places five', () => {
  const words = told(
    '翠竹桥苑和青云泉苑之间的解放路上，渣土车扬尘，噪音扰民，路灯熄灭，井盖缺失，护栏倒塌，垃圾成堆，下水道堵塞',
    '柳湾街道安泉里 3 号楼',
  );
  const telling = tellingOf(words);
  expect(telling).toHaveLength(12);
  expect(telling.filter((it) => words.places.has(it) || words.spots.has(it))).toHaveLength(5);
});

it('keywords are numbers of 32 bits, the same for ever', () => {
  expect(keyOf('电梯')).toBe(keyOf('电梯'));
  expect(keyOf('电梯')).not.toBe(keyOf('楼梯'));
  expect(keyOf('a')).toBe(0xe40c292c | 0);
  const filedAt = new Date(0);
  const rows = keywordsOf('id', filedAt, { title: '', what: '电梯停运', place: '' });
  expect(rows).toContainEqual({ word: keyOf('电梯'), filedAt, appealId: 'id' });
});

it('nothing said, nothing kept', () => {
  expect(keywordsOf('id', new Date(0), { title: '', what: '。', place: '-' })).toEqual([]);
});

it('is cut the same whole and run by run: nothing reaches over a comma or the end of a sentence', () => {
  const roll = dice(9);
  for (let nth = 0; nth < 500; nth++) {
    const { what } = tell(roll.pick(topics), '青泉苑 3 号楼', roll);
    const text = what.normalize('NFKC');
    expect(text.split(/(?<=[,。:;!?、\n])/).flatMap(segment)).toEqual(segment(text));
  }
  expect(['电', '梯停运'].flatMap(segment)).not.toEqual(segment('电梯停运'));
});
