import { expect, test } from 'vitest';
import { bigrams } from '@/lib/appeals/search-words';

test('two letters after another, none over a gap, each once', () => {
  expect(bigrams('暖气不热，暖气 3 号')).toEqual(['暖气', '气不', '不热']);
});

test('full-width and capital letters are the ones people type', () => {
  expect(bigrams('ＷｉＦｉ')).toEqual(['wi', 'if', 'fi']);
});

test('a letter beyond the basic plane is one letter', () => {
  expect(bigrams('𠮷野家')).toEqual(['𠮷野', '野家']);
});

test('one letter alone is no pair', () => {
  expect(bigrams('家')).toEqual([]);
});
