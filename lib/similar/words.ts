import type { Point } from '@/lib/places/point';
import { ordinaryWords } from './ordinary-words';
import { endsAsPlace, isEnding } from './place-endings';
import { rarityOf, segment } from './segment';

/** What somebody says of one matter: in their own words, and where it is. */
export interface Matter {
  title: string;
  what: string;
  place: string;
  /** The point beside the address, where there is one and this reader may know it. */
  point?: Point | null;
}

/** The words of a matter by which it is told from others. */
export interface Words {
  /** How much each word says, by how rare it is in Chinese in general and where it stands. */
  weights: ReadonlyMap<string, number>;
  /** Names of places, and the words they are made of. */
  places: ReadonlySet<string>;
  /** A name with the house, block or group that is named right behind it. */
  spots: ReadonlySet<string>;
  point: Point | null;
}

const titleWeight = 1.4;
const placeWeight = 1.3;
/** Of a whole name, and of a name with its number. */
const nameWeight = 10;
const spotWeight = 11;
/** Parts of a name that are as common as this are no name by themselves: 人民, 国际. */
const commonPart = 8;
/** "不热", "不亮": two words to the dictionary, one fault to whoever complains. */
const faultWeight = 8;

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    // Names are typed with and without blanks: 安泉里 3 号楼.
    .replace(/(?<=[\p{L}\p{N}])[^\S\n]+(?=[\p{L}\p{N}])/gu, (blank, at: number, all: string) =>
      /[a-z]/.test(all[at - 1] ?? '') && /[a-z]/.test(all[at + blank.length] ?? '') ? ' ' : '',
    );

const digits = '零一二三四五六七八九';
const numbered =
  /(\d{1,4}|[一二三四五六七八九十]{1,3})(号楼|栋|幢|座|单元|号|室|期|组|队|弄|标段|地块)/gu;
const kinds: Readonly<Record<string, string>> = { 栋: '号楼', 幢: '号楼', 座: '号楼', 队: '组' };

/** 十二 and 12 are one number; so are a 栋 and a 号楼. */
function numberOf(digitsOrHan: string, kind: string): string {
  const named = kinds[kind] ?? kind;
  if (/\d/.test(digitsOrHan)) return `${Number(digitsOrHan)}${named}`;
  const [tens, ones] = digitsOrHan.includes('十') ? digitsOrHan.split('十') : ['', digitsOrHan];
  const ten = digitsOrHan.includes('十') ? Math.max(1, digits.indexOf(tens || '一')) : 0;
  return `${ten * 10 + (ones ? Math.max(0, digits.indexOf(ones)) : 0)}${named}`;
}

/** Words a name may be made of: names, nouns, what the dictionary does not know, letters and digits. */
const inNames = /^(n|j|s|f|x|b|eng|zg|t|q$|vn$|m$)/;
const letters = /^[\p{L}\p{N}]+$/u;
const longestName = 10;

/** What a run of a text says, with no number in it and no sentence ending before its end. */
interface Run {
  words: readonly (readonly [word: string, weight: number])[];
  places: readonly string[];
  /** The name its last piece ended with. */
  name: string;
}

/** Nothing reaches over these: neither a word nor a name nor the number behind a name. */
const stops = /[,。:;!?、\n]/;

const runs = new Map<string, Run>();
const mostRuns = 20_000;

/** Names of places and usual phrases come again and again: each is cut once. */
function runOf(text: string): Run {
  const known = runs.get(text);
  if (known) return known;
  const fresh = read(text);
  if (runs.size >= mostRuns) runs.clear();
  runs.set(text, fresh);
  return fresh;
}

function read(text: string): Run {
  const words: [string, number][] = [];
  const places: string[] = [];
  /** Words that may be the beginning of a name. */
  let begun: string[] = [];
  let name = '';
  let before = '';
  for (const { word, tag } of segment(text)) {
    name = '';
    if (!letters.test(word)) begun = [];
    else {
      if (before === '不' && word.length === 1) words.push([`不${word}`, faultWeight]);
      if (word.length > 1 && !ordinaryWords.has(word) && !/^\d+$/.test(word)) {
        words.push([word, rarityOf(word)]);
      }
      if (!inNames.test(tag) || ordinaryWords.has(word)) begun = [];
      else begun.push(word);
      if (begun.length > 0 && endsAsPlace(word)) {
        const parts = nameOf(begun);
        begun = [];
        if (parts) {
          name = parts.join('');
          words.push([name, nameWeight]);
          places.push(name, ...parts.filter(isNameItself));
        }
      }
    }
    before = word;
  }
  return { words, places, name };
}

/** The words a name is made of that ends with the last of these; null where they name nothing. */
function nameOf(begun: readonly string[]): string[] | null {
  const parts = begun.slice(-3);
  while (parts.join('').length > longestName) parts.shift();
  const name = parts.join('');
  // 小区 by itself is anywhere; so is a word of two letters the dictionary made of nothing known.
  return isEnding(name) || name.length < 2 ? null : parts;
}

const isNameItself = (part: string): boolean =>
  part.length > 1 && !isEnding(part) && rarityOf(part) > commonPart;

/** Collects the words of texts as they are read. */
class Reading {
  readonly weights = new Map<string, number>();
  readonly places = new Set<string>();
  readonly spots = new Set<string>();

  constructor(readonly point: Point | null) {}

  read(text: string, factor: number): this {
    let from = 0;
    for (const match of text.matchAll(numbered)) {
      const name = this.#runs(text.slice(from, match.index), factor);
      if (name) {
        const spot = `${name}${numberOf(match[1] ?? '', match[2] ?? '')}`;
        this.#add(spot, spotWeight * factor);
        this.spots.add(spot);
      }
      from = match.index + match[0].length;
    }
    this.#runs(text.slice(from), factor);
    return this;
  }

  /** Answers the name the text ends with. */
  #runs(text: string, factor: number): string {
    let last = '';
    for (const it of text ? text.split(stops) : []) {
      const { words, places, name } = runOf(it);
      for (const [word, weight] of words) this.#add(word, weight * factor);
      for (const place of places) this.places.add(place);
      last = name;
    }
    return last;
  }

  #add(word: string, weight: number): void {
    this.weights.set(word, Math.max(this.weights.get(word) ?? 0, weight));
  }
}

/** Letters of an account that are read: whoever writes more has said what it is about by then. */
const mostRead = 400;

/** Reads title, account and place; a word counts once, by where it says most. */
export const wordsOf = ({ title, what, place, point = null }: Matter): Words =>
  new Reading(point)
    .read(plain(what.slice(0, mostRead)), 1)
    .read(plain(title), titleWeight)
    .read(plain(place), placeWeight);
