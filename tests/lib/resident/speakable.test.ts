import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sentencesOf, speakable } from '@/components/resident/speakable';

it('says numbers of cases and telephones figure by figure, and years as years', () => {
  expect(speakable('编号 20261116 0417，2026年')).toBe('编号 2 0 2 6 1 1 1 6 0417，2026年');
  expect(speakable('拨 12345')).toBe('拨 1 2 3 4 5');
});

it('reads sentence by sentence, in both languages', () => {
  expect(sentencesOf(['有难处，说一声。每一声，都有回音。'])).toEqual([
    '有难处，说一声。',
    '每一声，都有回音。',
  ]);
  expect(sentencesOf(['It is 2.5 km away. Come at once!'])).toEqual([
    'It is 2.5 km away.',
    'Come at once!',
  ]);
});

it('leaves out what has nothing to say', () => {
  expect(sentencesOf(['·', '  ', '——'])).toEqual([]);
});

it('loses no letter of what stands there, and keeps each piece short where a comma allows', () => {
  const word = fc.stringMatching(/^[一-龥a-z]{1,12}[，。,!. ]?$/);
  fc.assert(
    fc.property(fc.array(word, { maxLength: 80 }), (words) => {
      const letters = (text: string) => text.replace(/[^\p{L}]/gu, '');
      const text = words.join('');
      expect(letters(sentencesOf([text]).join(''))).toBe(letters(text));
    }),
  );
  const long = '一句很长的话，'.repeat(60);
  expect(Math.max(...sentencesOf([long]).map((it) => it.length))).toBeLessThanOrEqual(120);
});
