import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Jieba } from '@node-rs/jieba';
import { Rarities } from './rarities';

/** A word as it stands in a text, and what kind of word the dictionary calls it. */
export interface Piece {
  word: string;
  tag: string;
}

/** Its own module for these files would hold their 11 MB for as long as a process lives. */
const listOf = (name: 'dict.txt' | 'idf.txt'): Buffer => {
  const { resolve } = createRequire(join(process.cwd(), 'package.json'));
  return readFileSync(resolve(`@node-rs/jieba/${name}`));
};

let cutter: Jieba | undefined;
let rarities: Rarities | undefined;

/** Read when first asked for, once a process: a tenth of a second and 37 MB. */
const dictionary = (): Jieba => {
  cutter ??= Jieba.withDict(listOf('dict.txt'));
  return cutter;
};

export const segment = (text: string): Piece[] => dictionary().tag(text, true);

const known = new Map<string, number>();
const mostKnown = 50_000;
/** Of a word no dictionary has: a name, mostly. */
const rare = 12;

/** One word to the dictionary, where it stands by itself: 马河子 is three. */
const isOne = (word: string): boolean =>
  word.length > 1 && dictionary().tag(word, false).length === 1;

/** How rare a word is in Chinese in general, 4 for the commonest to 14: the dictionary's own figures. */
export function rarityOf(word: string): number {
  const found = known.get(word);
  if (found !== undefined) return found;
  rarities ??= new Rarities(listOf('idf.txt'));
  const rarity = (isOne(word) ? rarities.of(word) : undefined) ?? rare;
  if (known.size >= mostKnown) known.clear();
  known.set(word, rarity);
  return rarity;
}
