import { describe, expect, it } from 'vitest';
import { leastSame, leastSimilar, mostCounted, sameKind, sameThing } from '@/lib/similar/score';
import { wordsOf } from '@/lib/similar/words';

const told = (what: string, place: string) => wordsOf({ title: '', what, place });
const none = new Map<string, number>();

const lift = told('电梯停了三天，老人上不去楼', '安泉里 3 号楼');

describe('the same thing', () => {
  it('in other words, at the same house', () => {
    const { score, places, words } = sameThing(
      lift,
      told('电梯停运，家里老人下不了楼', '安泉里 3 栋'),
      2,
      none,
    );
    expect(score).toBeGreaterThan(leastSame);
    expect(places[0]).toBe('安泉里3号楼');
    expect(words).toContain('电梯');
  });

  it.each([
    ['another matter at the same house', '楼前垃圾成堆，臭味很大', '安泉里 3 号楼'],
    ['nothing in common', '公交车不按时到站', '云溪路'],
  ])('%s is not', (_, what, place) => {
    expect(sameThing(lift, told(what, place), 1, none).score).toBeLessThan(leastSame);
  });

  const what = '电梯停运，家里老人下不了楼';
  const at = (place: string, days = 1) => sameThing(lift, told(what, place), days, none).score;

  it('the nearer the place the likelier', () => {
    expect(at('安泉里 3 号楼')).toBeGreaterThan(at('安泉里 5 号楼'));
    expect(at('安泉里 5 号楼')).toBeGreaterThan(at('松湖新村 3 号楼'));
    expect(at('家里')).toBeGreaterThan(at('松湖新村 3 号楼'));
  });

  describe('where both have a point', () => {
    const here = { lat: 41.2001, lon: 118.4002 };
    /** North by so many metres. */
    const off = (metres: number) => ({ ...here, lat: here.lat + metres / 111_320 });
    const pinned = (place: string, point: typeof here | null) =>
      wordsOf({ title: '', what, place, point });
    const mine = pinned('门口', here);
    const from = (place: string, metres: number) =>
      sameThing(mine, pinned(place, off(metres)), 1, none);

    it('the same place needs no name, and says how far', () => {
      expect(from('小区北门旁边', 40).score).toBeGreaterThan(from('小区北门旁边', 200).score);
      expect(from('小区北门旁边', 200).score).toBeGreaterThan(from('小区北门旁边', 800).score);
      expect(from('小区北门旁边', 800).score).toBeGreaterThan(from('小区北门旁边', 3_000).score);
      expect(from('小区北门旁边', 40).metres).toBe(40);
    });

    it('who files from elsewhere and names the house is at the house', () => {
      const named = pinned('安泉里 3 号楼', here);
      const far = pinned('安泉里 3 号楼', off(5_000));
      expect(sameThing(named, far, 1, none).score).toBe(
        sameThing(named, pinned('安泉里 3 号楼', null), 1, none).score,
      );
    });

    it('a point on one side alone changes nothing', () => {
      const { score, metres } = sameThing(mine, pinned('门口', null), 1, none);
      expect(metres).toBeNull();
      expect(score).toBe(sameThing(pinned('门口', null), pinned('门口', null), 1, none).score);
    });
  });

  it('the longer ago the less likely', () => {
    expect(at('安泉里 3 号楼', 80)).toBeLessThan(at('安泉里 3 号楼', 3));
  });

  it('what everybody writes of tells little', () => {
    const common = new Map([...lift.weights.keys()].map((it) => [it, mostCounted]));
    const rare = new Map([...lift.weights.keys()].map((it) => [it, 1]));
    const other = told(`${what}，单元门也坏了`, '安泉里 3 号楼');
    expect(sameThing(lift, other, 1, common).score).toBeLessThan(
      sameThing(lift, other, 1, rare).score,
    );
  });

  it('likeness is mutual where nothing was counted', () => {
    const other = told(what, '安泉里 5 号楼');
    expect(sameThing(lift, other, 4, none).score).toBeCloseTo(
      sameThing(other, lift, 4, none).score,
    );
  });
});

it('of one kind, wherever it was', () => {
  const other = told('电梯停运，老人下不了楼', '松湖新村 2 号楼');
  expect(sameKind(lift, other, none).score).toBeGreaterThan(leastSimilar);
  expect(sameKind(lift, told('公交不到站', '安泉里'), none).score).toBeLessThan(leastSimilar);
});

it('nothing is like nothing', () => {
  const empty = told('。', '-');
  expect(sameThing(empty, empty, 0, none).score).toBe(0);
});
