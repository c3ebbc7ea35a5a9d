import { Jieba, TfIdf } from '@node-rs/jieba';
import { dict, idf } from '@node-rs/jieba/dict.js';
import { expect, it } from 'vitest';
import { Rarities } from '@/lib/similar/rarities';
import { rarityOf } from '@/lib/similar/segment';

it('every word of the list is found with its own figure, and no other is', () => {
  const rarities = new Rarities(Buffer.from(idf));
  const lines = idf.toString().trimEnd().split('\n');
  expect(lines.length).toBeGreaterThan(250_000);
  const wrong = lines.filter((line) => {
    const [word = '', figure] = line.split(' ');
    return rarities.of(word) !== Number(figure) || rarities.of(`${word}哦`) !== undefined;
  });
  // What is a word with one more sign behind it is in the list by itself.
  expect(
    wrong.filter((line) => !lines.some((it) => it.startsWith(`${line.split(' ')[0]}哦 `))),
  ).toEqual([]);
  expect(rarities.of('')).toBeUndefined();
});

it('a list of one line, with no end of line behind it', () => {
  const rarities = new Rarities(Buffer.from('楼道 7.25'));
  expect(rarities.of('楼道')).toBe(7.25);
  expect(rarities.of('楼')).toBeUndefined();
});

it('rarities are those which the library of the dictionary finds', () => {
  const cutter = Jieba.withDict(dict);
  const library = TfIdf.withDict(idf);
  const words = idf
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => line.split(' ')[0] ?? '');
  const asked = [
    ...words.filter((_, nth) => nth % 20 === 0),
    '好花',
    '电梯',
    '马河子',
    '门',
    '供暖站',
  ];
  const others = asked.filter((word) => {
    const [whole] = library.extractKeywords(cutter, word, 1);
    return rarityOf(word) !== (whole?.keyword === word ? whole.weight : 12);
  });
  expect(others).toEqual([]);
});
